namespace ContactCenter.Core.Remediation.EventSources;

/// <summary>Enables event source mappings.</summary>
/// <param name="Enable">Their UUIDs.</param>
public sealed record EventSourceMappingChange(IReadOnlyList<string> Enable);
