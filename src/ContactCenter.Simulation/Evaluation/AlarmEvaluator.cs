using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// Evaluates alarms every minute as CloudWatch does, with periods that slide by a minute. Datapoints are there as soon as their minute
/// is over; the service's own delay of a minute or two is left out.
/// </summary>
public sealed class AlarmEvaluator
{
    private readonly AlarmWatch[] _watches;

    /// <summary>Sets up the alarms.</summary>
    /// <param name="alarms">The alarms.</param>
    /// <param name="store">Where their datapoints are.</param>
    /// <param name="model">Bands of the anomaly-detection alarms; without them those alarms have no data.</param>
    /// <param name="initial">The state in which they start; a newly made alarm has insufficient data.</param>
    /// <exception cref="MetricExpressionException">An alarm's expression cannot be read.</exception>
    /// <exception cref="ArgumentException">An alarm looks further back than the store keeps.</exception>
    public AlarmEvaluator(
        IEnumerable<BoundAlarm> alarms, MetricStore store, AnomalyModel? model = null, AlarmState initial = AlarmState.InsufficientData)
    {
        ArgumentNullException.ThrowIfNull(alarms);
        ArgumentNullException.ThrowIfNull(store);
        _watches = [.. alarms.Select(alarm => new AlarmWatch(alarm, store, model, initial))];
    }

    /// <summary>Alarms in ALARM now.</summary>
    public IEnumerable<BoundAlarm> Red => _watches.Where(watch => watch.State is AlarmState.Alarm).Select(watch => watch.Alarm);

    /// <summary>Looks at everything published before a moment; the state changes, in the order of the alarms.</summary>
    public IReadOnlyList<AlarmTransition> Evaluate(DateTimeOffset now)
    {
        var minute = MetricStore.MinuteOf(now);
        var transitions = new List<AlarmTransition>();
        foreach (var watch in _watches)
        {
            if (watch.Evaluate(minute) is { } transition)
            {
                transitions.Add(transition);
            }
        }

        return transitions;
    }
}
