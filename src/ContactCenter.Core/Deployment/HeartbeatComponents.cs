namespace ContactCenter.Core.Deployment;

/// <summary>Components that report heartbeats; silence of one of them is an alarm.</summary>
public static class HeartbeatComponents
{
    /// <summary>The clock that moves escalations on.</summary>
    public const string Clock = "escalation-clock";

    /// <summary>The whole way of an alarm, which a made-up one walks every minute.</summary>
    public const string Pipeline = "pipeline";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Clock, Pipeline];
}
