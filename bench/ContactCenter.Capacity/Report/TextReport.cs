using System.Globalization;
using System.Text;

namespace ContactCenter.Capacity.Report;

/// <summary>The tables for people.</summary>
public static class TextReport
{
    public static string Of(IReadOnlyList<Score> scores, IReadOnlyList<Comparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (var trace in scores.GroupBy(s => s.Trace))
        {
            _ = text.AppendLine(CultureInfo.InvariantCulture, $"\n{trace.Key}: {trace.First().Requests:n0} units asked for")
                .AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  {"policy",-27}{"throttled",13}{"hot key",13}{"seconds",9}{"dollars",10}{"decreases",11}{"updates",9}{"recovery s",12}");
            foreach (var s in trace)
            {
                _ = text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  {s.Policy,-27}{Math.Max(0, s.Throttled - s.HotKey),13:n0}{s.HotKey,13:n0}{s.ThrottledSeconds,9:n0}{s.Dollars,10:0.00}{s.Decreases,11}{s.Updates,9}{s.LongestRecovery,12:n0}");
            }
        }

        _ = text.AppendLine("\nAll traces together (throttled: without what a hot key was refused)")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"  {"policy",-27}{"throttled",13}{"/ tracking",12}{"dollars",11}{"/ tracking",12}{"/ oracle",10}{"median",8}  more "
                    + $"throttled than tracking on");
        foreach (var c in comparisons)
        {
            _ = text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {c.Policy,-27}{c.Throttled,13:n0}{Ratio(c.ThrottledRatio),12}{c.Dollars,11:0.00}{c.CostRatio,12:0.000}{c.OracleRatio,10:0.000}{c.MedianCostRatio,8:0.00}  {(c.WorseTraces.Count == 0 ? "-" : string.Join(", ", c.WorseTraces))}");
        }

        return text.ToString();
    }

    private static string Ratio(double? ratio) => ratio?.ToString("0.000", CultureInfo.InvariantCulture) ?? "only here";
}
