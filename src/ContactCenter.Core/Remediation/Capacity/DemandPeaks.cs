namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>The highest demand of a window, in units per second.</summary>
/// <param name="Level">Highest mean over the minutes that make a level.</param>
/// <param name="Brief">Highest mean over three minutes; burst carries it when it is soon over.</param>
public readonly record struct DemandPeaks(double Level, double Brief);
