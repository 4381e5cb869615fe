using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>
/// Tries other thresholds and other M of N on what the metric of an alarm was. Today is replayed from the same metric, so that like is
/// compared with like.
/// </summary>
internal static class ThresholdAdviser
{
    /// <summary>Quantiles of the metric, counted from its harmless end, that are tried as thresholds.</summary>
    private static readonly double[] Quantiles = [0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995];

    /// <summary>A metric is known to fewer days than that too badly: three days to choose by before the week to try.</summary>
    private static readonly TimeSpan MinimumKnown = TimeSpan.FromDays(3);

    /// <summary>Digits of a threshold that people read and remember.</summary>
    private const int Digits = 2;

    /// <summary>The rule that takes away most noise and loses nothing, with the noise that it leaves; null: none does.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="real">Incidents of the alarm that were real.</param>
    /// <param name="to">The end of the week to try.</param>
    /// <param name="advice">What is known of the alarm already.</param>
    public static (int Noise, AlarmAdvice Advice)? Of(
        MetricHistory metric, IncidentRecord[] real, DateTimeOffset to, AlarmAdvice advice)
    {
        var (definition, split) = (metric.Alarm.Definition, to - AlarmAdviser.Tried);
        if (metric.Points.IsEmpty || split - metric.Points[0].At < MinimumKnown)
        {
            return null;
        }

        var (first, today) = (metric.Points[0].At, ThresholdRule.Of(definition));
        var now = metric.Replay(today);
        ReplayOutcome Outcome(ThresholdRule rule, DateTimeOffset from, DateTimeOffset until) =>
            ReplayOutcome.Of(now, metric.Replay(rule), default(AlarmPatience).Replay, real, from, until);

        var learned = Outcome(today, first, split);
        var choices = from threshold in Thresholds(metric, definition)
                      from more in Enumerable.Range(0, 3)
                      let rule = today with
                      {
                          Threshold = threshold,
                          Datapoints = today.Datapoints + more,
                          Periods = Math.Max(today.Periods, today.Datapoints + more),
                      }
                      where rule != today
                      let outcome = Outcome(rule, first, split)
                      where outcome.Incidents == learned.Incidents && outcome.MedianDelay <= definition.Period
                      orderby outcome.Noise, Math.Abs(threshold - today.Threshold), more
                      select ((ThresholdRule Rule, int Noise)?)(rule, outcome.Noise);
        return choices.FirstOrDefault() is { } best && best.Noise < learned.Noise

            // of fewer days than states are known of: its share of their noise
            ? ((int)Math.Ceiling((double)best.Noise * advice.Then.Noise / learned.Noise), advice with
            {
                Kind = AdviceKind.Raise,
                Rule = best.Rule,
                Today = Outcome(today, split, to),
                Then = Outcome(best.Rule, split, to),
            })
            : null;
    }

    /// <summary>Today's threshold, and quantiles of the metric that are farther out, as numbers that people read.</summary>
    private static ImmutableSortedSet<double> Thresholds(MetricHistory metric, AlarmDefinition definition)
    {
        var isUpper = !definition.Comparison.IsBelow();
        double[] values = [.. metric.Points.Select(static point => point.Value).Order()];
        return
        [
            definition.Threshold,
            .. Quantiles.Select(share => values[(int)((isUpper ? share : 1 - share) * (values.Length - 1))])
                .Select(Readable)
                .Where(value => isUpper ? value > definition.Threshold : value < definition.Threshold),
        ];
    }

    private static double Readable(double value) =>
        double.Parse(value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
