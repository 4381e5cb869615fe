namespace ContactCenter.Embedded.World;

/// <summary>What told first that something goes wrong: that it was unusual, or a threshold.</summary>
/// <param name="since">When it began; what was told before is of something else.</param>
public sealed class EarlySigns(DateTimeOffset since)
{
    /// <summary>When something unusual was told first.</summary>
    public DateTimeOffset? Anomaly { get; private set; }

    /// <summary>When a threshold was crossed first.</summary>
    public DateTimeOffset? Threshold { get; private set; }

    /// <summary>By how much it was told earlier; negative: later. Null: one of them was not told.</summary>
    public TimeSpan? Earlier => Threshold - Anomaly;

    /// <summary>Something unusual was told.</summary>
    public void TellAnomaly(DateTimeOffset at) => Anomaly = at >= since ? Anomaly ?? at : null;

    /// <summary>A threshold was crossed.</summary>
    public void TellThreshold(DateTimeOffset at) => Threshold = at >= since ? Threshold ?? at : null;
}
