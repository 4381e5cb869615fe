using ContactCenter.Capacity.Policies;

namespace ContactCenter.Capacity;

/// <summary>One policy over all traces, against target tracking and the oracle in the same run.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Throttled">Units turned away, all traces.</param>
/// <param name="ThrottledRatio">The same over target tracking's; null when that turned nothing away and this policy did.</param>
/// <param name="Dollars">Cost of all traces.</param>
/// <param name="CostRatio">The same over target tracking's.</param>
/// <param name="OracleRatio">The same over the oracle's.</param>
/// <param name="MedianCostRatio">Median over the traces of the cost over target tracking's.</param>
/// <param name="WorseTraces">Traces with more than 1 % more throttled than target tracking.</param>
public sealed record Comparison(
    string Policy,
    double Throttled,
    double? ThrottledRatio,
    double Dollars,
    double CostRatio,
    double OracleRatio,
    double MedianCostRatio,
    IReadOnlyList<string> WorseTraces)
{
    private const double SameWithin = 1.01;
    private const double Rounding = 1e-6;

    public static IReadOnlyList<Comparison> Of(IReadOnlyList<Score> scores)
    {
        var native = scores.Where(s => s.Policy == new TargetTracking().Name).ToDictionary(s => s.Trace);
        var oracle = scores.Where(s => s.Policy == new Oracle().Name).Sum(s => s.Dollars);
        var nativeThrottled = native.Values.Sum(Curable);
        var nativeDollars = native.Values.Sum(s => s.Dollars);
        return [.. scores.GroupBy(s => s.Policy).Select(group => new Comparison(
            group.Key,
            group.Sum(Curable),
            Ratio(group.Sum(Curable), nativeThrottled),
            group.Sum(s => s.Dollars),
            group.Sum(s => s.Dollars) / nativeDollars,
            group.Sum(s => s.Dollars) / oracle,
            Median([.. group.Select(s => s.Dollars / native[s.Trace].Dollars)]),
            [.. group.Where(s => Curable(s) > (SameWithin * Curable(native[s.Trace])) + Rounding).Select(s => s.Trace)]))];
    }

    /// <summary>The same trace by trace.</summary>
    public static IReadOnlyList<TraceRatio> ByTrace(IReadOnlyList<Score> scores)
    {
        var native = scores.Where(s => s.Policy == new TargetTracking().Name).ToDictionary(s => s.Trace);
        var oracle = scores.Where(s => s.Policy == new Oracle().Name).ToDictionary(s => s.Trace);
        return [.. scores.Select(s => new TraceRatio(
            s.Trace, s.Policy, Ratio(Curable(s), Curable(native[s.Trace])), s.Dollars / native[s.Trace].Dollars,
            s.Dollars / oracle[s.Trace].Dollars))];
    }

    // Less than this is rounding. Nothing against nothing is the same.
    private static double? Ratio(double value, double other) => other > Rounding ? value / other : value > Rounding ? null : 1;

    // What a hot key is refused is the same for all and no matter of capacity.
    internal static double Curable(Score score) => Math.Max(0, score.Throttled - score.HotKey);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }
}
