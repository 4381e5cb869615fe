using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>One alarm with the series that it reads and its present state.</summary>
internal sealed class AlarmWatch : IExpressionMetrics
{
    private readonly AlarmDefinition _definition;
    private readonly MetricSeries[] _series;
    private readonly MetricStatistic[] _statistics;
    private readonly MetricExpression? _expression;
    private readonly AnomalyBand? _band;
    private readonly bool?[] _range;
    private readonly List<Datapoint> _points = [];
    private readonly int _longest;

    /// <summary>Datapoints of a minute, which do not change once it is over; of longer periods each minute has others.</summary>
    private readonly (long Start, Datapoint? Point)[] _known;

    public AlarmWatch(BoundAlarm alarm, MetricStore store, AnomalyModel? model, AlarmState state)
    {
        Alarm = alarm;
        State = state;
        _definition = alarm.Definition;
        _statistics = [.. alarm.Metrics.Select(metric => MetricStatistic.Parse(metric.Statistic))];
        _series = [.. alarm.Metrics.Select(metric => store.Series(MetricKey.Of(metric)))];
        _expression = _definition.Expression is { } text
            ? MetricExpression.Parse(text, [.. alarm.Metrics.Select(metric => metric.Id)])
            : null;
        _band = _definition.AnomalyBand is null ? null : model?.Find(alarm.Metrics[0]);
        _range = new bool?[DatapointRules.EvaluationRange(_definition.EvaluationPeriods, _definition.Period)];
        _known = new (long, Datapoint?)[_range.Length];
        _longest = (int)alarm.Metrics.Max(metric => metric.Period).TotalMinutes;
        StepMinutes = (int)_definition.Period.TotalMinutes;
        var reach = TimeSpan.FromMinutes((_range.Length * StepMinutes) + _longest);
        if (reach > store.Retention)
        {
            throw new ArgumentException($"{alarm.Name} looks back {reach}, the store keeps only {store.Retention}.", nameof(store));
        }

        foreach (var (series, statistic) in _series.Zip(_statistics))
        {
            series.KeepsSamples |= statistic.IsPercentile;
        }
    }

    public BoundAlarm Alarm { get; }

    public AlarmState State { get; private set; }

    public int StepMinutes { get; }

    public long Earliest { get; private set; }

    public TimeSpan Period(int metric) => Alarm.Metrics[metric].Period;

    public double? Quota(int metric) => ServiceQuota.Of(Alarm.Metrics[metric]);

    /// <summary>
    /// A metric with a longer period than the expression's has a datapoint only at whole multiples of its own period.
    /// </summary>
    public double? Read(int metric, long minute)
    {
        var own = (int)Alarm.Metrics[metric].Period.TotalMinutes;
        return own != StepMinutes && minute % own != 0 ? null : _series[metric].Read(minute, own, _statistics[metric]);
    }

    /// <summary>Looks at the datapoints that end before a minute; null when the state stays.</summary>
    public AlarmTransition? Evaluate(long minute)
    {
        _points.Clear();
        Earliest = minute - (_range.Length * StepMinutes) - _longest;
        for (var age = 1; age <= _range.Length; age++)
        {
            var start = minute - (age * StepMinutes);
            var point = Known(start);
            _range[^age] = point?.Breaching;
            if (point is { } found && _points.Count < _definition.EvaluationPeriods)
            {
                _points.Add(found);
            }
        }

        var next = DatapointRules.Decide(
            _range, _definition.DatapointsToAlarm, _definition.EvaluationPeriods, _definition.MissingData, State);
        if (next == State)
        {
            return null;
        }

        var reason = StateReason.Write(_definition, State, next, _points);
        var transition = new AlarmTransition(Alarm, State, next, DateTimeOffset.FromUnixTimeSeconds(minute * 60), reason, [.. _points]);
        State = next;
        return transition;
    }

    private Datapoint? Known(long start)
    {
        if (StepMinutes > 1)
        {
            return At(start);
        }

        ref var known = ref _known[(int)(start % _known.Length)];
        if (known.Start != start)
        {
            known = (start, At(start));
        }

        return known.Point;
    }

    private Datapoint? At(long start)
    {
        var value = _expression is null ? Read(0, start) : _expression.Evaluate(this, start);
        if (value is not { } found)
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(start * 60);
        if (_definition.AnomalyBand is not { } width)
        {
            return new Datapoint(at, found, _definition.Threshold, Breaches(found, _definition.Threshold));
        }

        // Without a trained band there is nothing to compare with, so the datapoint does not count.
        return _band?.At(start, width) is not { } band ? null : _definition.Comparison switch
        {
            AlarmComparison.LessThanLowerThreshold => new Datapoint(at, found, band.Lower, found < band.Lower),
            AlarmComparison.GreaterThanUpperThreshold => new Datapoint(at, found, band.Upper, found > band.Upper),
            _ => new Datapoint(at, found, found < band.Lower ? band.Lower : band.Upper, found < band.Lower || found > band.Upper),
        };
    }

    private bool Breaches(double value, double threshold) => _definition.Comparison switch
    {
        AlarmComparison.GreaterThanOrEqualToThreshold => value >= threshold,
        AlarmComparison.GreaterThanThreshold => value > threshold,
        AlarmComparison.LessThanThreshold => value < threshold,
        AlarmComparison.LessThanOrEqualToThreshold => value <= threshold,
        _ => throw new InvalidOperationException($"{Alarm.Name} compares with a band but has none."),
    };
}
