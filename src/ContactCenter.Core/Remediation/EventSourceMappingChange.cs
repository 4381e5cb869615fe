namespace ContactCenter.Core.Remediation;

/// <summary>Enables or disables an event source mapping.</summary>
/// <param name="Enabled">True: enable.</param>
public sealed record EventSourceMappingChange(bool Enabled);
