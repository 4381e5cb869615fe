namespace ContactCenter.Routing;

/// <summary>One caller, the same for every way of routing.</summary>
/// <param name="At">Second of the arrival, from the start of the trace.</param>
/// <param name="Topic">What it is about; the topics of the sample configuration, or null.</param>
/// <param name="Queue">The queue of that topic.</param>
/// <param name="Class">Which customers it belongs to.</param>
/// <param name="Patience">Seconds after which the caller gives up.</param>
/// <param name="Handle">Seconds that an agent of level 4 needs.</param>
/// <param name="AcceptsCallback">Whether the caller would take a callback.</param>
/// <param name="IsReached">Whether the caller picks up when called back.</param>
internal sealed record Caller(
    int At, string? Topic, string Queue, CustomerClass Class, double Patience, double Handle, bool AcceptsCallback, bool IsReached);
