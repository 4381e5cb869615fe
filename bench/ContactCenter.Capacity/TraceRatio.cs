namespace ContactCenter.Capacity;

/// <summary>A policy on one trace, against target tracking and the oracle on the same.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Policy">The policy.</param>
/// <param name="ThrottledRatio">Units turned away over target tracking's; null when that turned nothing away and this policy did.</param>
/// <param name="CostRatio">Cost over target tracking's.</param>
/// <param name="OracleRatio">Cost over the oracle's.</param>
public sealed record TraceRatio(string Trace, string Policy, double? ThrottledRatio, double CostRatio, double OracleRatio);
