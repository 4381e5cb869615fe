namespace ContactCenter.Functions.Tests.Outside;

/// <summary>Worlds take turns: each is a deployment of its own in the emulator, and the environment belongs to the process.</summary>
[CollectionDefinition("Stored")]
public sealed class StoredCollection;
