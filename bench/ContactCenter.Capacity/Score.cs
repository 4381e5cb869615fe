namespace ContactCenter.Capacity;

/// <summary>How one policy fared on one trace.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Requests">Units asked for.</param>
/// <param name="Throttled">Units turned away (every request of these traces is one unit).</param>
/// <param name="HotKey">Those of them that no capacity could have served.</param>
/// <param name="ThrottledSeconds">Seconds in which something was turned away.</param>
/// <param name="Dollars">Cost of the whole trace.</param>
/// <param name="Decreases">Decreases used.</param>
/// <param name="Updates">Updates made.</param>
/// <param name="LongestRecovery">Seconds from the first to the last throttled second of the longest episode (ten quiet minutes end
/// one).</param>
public sealed record Score(
    string Trace,
    string Policy,
    double Requests,
    double Throttled,
    double HotKey,
    int ThrottledSeconds,
    double Dollars,
    int Decreases,
    int Updates,
    int LongestRecovery);
