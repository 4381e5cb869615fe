namespace ContactCenter.Core.Incidents;

/// <summary>What triage reads: the alarm's own correlation and that of a storm.</summary>
/// <param name="Own">Under the alarm's own key.</param>
/// <param name="Storm">Under the storm key of the same location.</param>
public sealed record CorrelationPair(Correlation Own, Correlation Storm);
