namespace ContactCenter.Infra.Flows;

/// <summary>What a module keeps with the contact of a hook's answer.</summary>
/// <param name="Name">Name of the contact attribute.</param>
/// <param name="Key">Name in the hook's answer.</param>
/// <param name="Prepared">What is kept when the hook does not answer; never empty, so that a flow can compare with it.</param>
internal sealed record HookAttribute(string Name, string Key, string Prepared = "none");
