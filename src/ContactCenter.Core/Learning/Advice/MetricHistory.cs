using System.Collections.Immutable;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Learning.Advice;

/// <summary>A datapoint of a metric.</summary>
/// <param name="At">When its period begins.</param>
/// <param name="Value">Its value.</param>
public readonly record struct MetricPoint(DateTimeOffset At, double Value);

/// <summary>What the metric of an alarm was, period by period, as far back as it is still kept.</summary>
/// <param name="Alarm">The alarm.</param>
/// <param name="Points">Its datapoints, in order; what is missing is not there.</param>
public sealed record MetricHistory(BoundAlarm Alarm, ImmutableArray<MetricPoint> Points)
{
    /// <summary>
    /// Whether an alarm can be replayed from its metric: one metric with a threshold. What counts in hours, compares an expression or
    /// learns a band is judged by CloudWatch by more than that.
    /// </summary>
    public static bool CanReplay(BoundAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return alarm is { Metrics.Count: 1, Definition: { Expression: null, AnomalyBand: null } };
    }

    /// <summary>When the alarm would have been red with another threshold, or other M of N.</summary>
    /// <param name="rule">How it would compare.</param>
    public ImmutableArray<AlarmEpisode> Replay(ThresholdRule rule)
    {
        var (definition, period) = (Alarm.Definition, Alarm.Definition.Period);
        var episodes = ImmutableArray.CreateBuilder<AlarmEpisode>();
        if (Points.IsEmpty)
        {
            return [];
        }

        var window = new Queue<bool?>();
        DateTimeOffset? red = null;
        var (next, known, breaching) = (0, 0, 0);
        for (var at = Points[0].At; at <= Points[^1].At; at += period)
        {
            while (next < Points.Length && Points[next].At < at)
            {
                next++;
            }

            bool? breaches = next < Points.Length && Points[next].At == at
                ? Breaches(Points[next].Value, rule.Threshold, definition.Comparison)
                : definition.MissingData switch
                {
                    MissingData.Breaching => true,
                    MissingData.NotBreaching => false,
                    _ => null,
                };
            Count(breaches, 1);
            window.Enqueue(breaches);
            if (window.Count > rule.Periods)
            {
                Count(window.Dequeue(), -1);
            }

            // nothing known at all: the state stays where gaps are ignored, and is none that is red where they are not
            var isRed = known == 0 ? definition.MissingData == MissingData.Ignore && red is not null : breaching >= rule.Datapoints;
            if (isRed)
            {
                red ??= at + period;
            }
            else if (red is { } from)
            {
                episodes.Add(new AlarmEpisode(from, at + period));
                red = null;
            }
        }

        return episodes.ToImmutable();

        void Count(bool? breaches, int by)
        {
            known += breaches is null ? 0 : by;
            breaching += breaches == true ? by : 0;
        }
    }

    private static bool Breaches(double value, double threshold, AlarmComparison comparison) => comparison switch
    {
        AlarmComparison.GreaterThanOrEqualToThreshold => value >= threshold,
        AlarmComparison.GreaterThanThreshold => value > threshold,
        AlarmComparison.LessThanOrEqualToThreshold => value <= threshold,
        AlarmComparison.LessThanThreshold => value < threshold,
        _ => false,
    };
}

/// <summary>How an alarm compares.</summary>
/// <param name="Threshold">With what.</param>
/// <param name="Datapoints">M: so many of the last periods must breach.</param>
/// <param name="Periods">N: of so many.</param>
public sealed record ThresholdRule(double Threshold, int Datapoints, int Periods)
{
    /// <summary>As a definition has it.</summary>
    public static ThresholdRule Of(AlarmDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(definition.Threshold, definition.DatapointsToAlarm, definition.EvaluationPeriods);
    }
}

/// <summary>Tells metrics at the period of their source.</summary>
public interface IMetricValues
{
    /// <summary>Reads the datapoints from one moment until before another.</summary>
    /// <returns>For each source, in the same order, its datapoints in order of time; null where not all of them were told.</returns>
    Task<IReadOnlyList<ImmutableArray<MetricPoint>?>> ReadAsync(
        IReadOnlyList<MetricSource> sources, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
