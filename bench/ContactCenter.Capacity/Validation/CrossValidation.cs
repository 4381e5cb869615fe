using System.Globalization;
using System.Text;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Capacity.Validation;

/// <summary>
/// The planner on traffic that its constants were not chosen by: each kind (and each trace) is judged with the tuning that was best on all
/// others. The worst is told, with the span over the seeds.
/// </summary>
public static class CrossValidation
{
    private static readonly (string Name, CapacityTuning Tuning)[] Tunings =
    [
        ("as it is", CapacityTuning.Default),
        ("less room", CapacityTuning.Default with { TargetUtilization = 0.95, RaiseAbove = 0.98 }),
        ("more room", CapacityTuning.Default with { TargetUtilization = 0.8, RaiseAbove = 0.91 }),
        ("half as ready", CapacityTuning.Default with { ReadinessCosts = TimeSpan.FromHours(1) }),
        ("slower to lower", CapacityTuning.Default with { CalmMinutes = 25, ShortCalmMinutes = 8 }),
    ];

    /// <summary>Plays all traces with all tunings, alone and beside target tracking.</summary>
    /// <param name="traces">Traces, each with its seed.</param>
    public static IReadOnlyList<Outcome> Play(IEnumerable<(int Seed, Trace Trace)> traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var outcomes = new List<Outcome>();
        foreach (var (seed, trace) in traces)
        {
            var native = Runner.Run(trace, new TargetTracking(), seed).Score;
            var oracle = Runner.Run(trace, new Oracle(), seed).Score;
            foreach (var (name, tuning) in Tunings)
            {
                foreach (var together in (bool[])[false, true])
                {
                    var policy = new RemediationPolicy(together ? new TargetTracking() : null, tuning: tuning);
                    var score = Runner.Run(trace, policy, seed).Score;
                    outcomes.Add(Outcome.Of(seed, trace, name, together, score, native, oracle));
                }
            }
        }

        return outcomes;
    }

    /// <summary>The table of kinds, each left out in turn, and the traces on which a guard does not hold.</summary>
    public static string Report(IReadOnlyList<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var text = new StringBuilder();
        foreach (var together in (bool[])[false, true])
        {
            var mine = outcomes.Where(outcome => outcome.Together == together).ToList();
            Table(text, $"{Title(together)}, one kind left out", mine, static outcome => outcome.Kind);
            Table(text, $"{Title(together)}, one trace left out", mine, static outcome => outcome.Trace);
            foreach (var outcome in mine.Where(one => one.Tuning == Tunings[0].Name && (one.ThrottlesMore || one.CostsMore)))
            {
                _ = text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  worse than target tracking: {outcome.Trace} (seed {outcome.Seed}) throttled {outcome.Ratio:0.000}, cost {outcome.Cost:0.000}");
            }
        }

        return text.ToString();
    }

    private static string Title(bool together) => together ? "Beside target tracking" : "Alone";

    private static void Table(StringBuilder text, string title, List<Outcome> outcomes, Func<Outcome, string> by)
    {
        _ = text.AppendLine().AppendLine(title).AppendLine(
            CultureInfo.InvariantCulture,
            $"  {"left out",-30}{"chosen by the others",-22}{"throttled / tracking",22}{"cost / tracking",20}{"cost / oracle",20}");
        var worst = (Ratio: 0.0, Cost: 0.0, Oracle: 0.0);
        foreach (var left in outcomes.GroupBy(by))
        {
            var chosen = outcomes.Where(outcome => by(outcome) != left.Key)
                .GroupBy(static outcome => outcome.Tuning)
                .MinBy(static tuning => tuning.Average(static outcome => outcome.Loss))?.Key ?? Tunings[0].Name;
            var judged = left.Where(outcome => outcome.Tuning == chosen).ToList();
            _ = text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {left.Key,-30}{chosen,-22}{Span(judged, static one => one.Ratio),22}{Span(judged, static one => one.Cost),20}{Span(judged, static one => one.Oracle),20}");
            worst = (
                Math.Max(worst.Ratio, judged.Max(static one => one.Ratio)), Math.Max(worst.Cost, judged.Max(static one => one.Cost)),
                Math.Max(worst.Oracle, judged.Max(static one => one.Oracle)));
        }

        _ = text.AppendLine(
            CultureInfo.InvariantCulture,
            $"  {"worst",-30}{string.Empty,-22}{worst.Ratio,22:0.000}{worst.Cost,20:0.000}{worst.Oracle,20:0.000}");
    }

    private static string Span(List<Outcome> outcomes, Func<Outcome, double> value) => string.Create(
        CultureInfo.InvariantCulture, $"{outcomes.Average(value):0.000} ({outcomes.Min(value):0.000}-{outcomes.Max(value):0.000})");
}
