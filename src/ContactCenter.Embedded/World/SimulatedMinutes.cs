using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Embedded.World;

/// <summary>What CloudWatch would have of the simulated center, by the minute.</summary>
internal sealed class SimulatedMinutes(ContactCenterSimulation center) : IMinuteMetrics
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Dictionary<IReadOnlyList<WatchedSeries>, WatchedMinutes> _minutes = [];

    public Task<IReadOnlyList<MinuteValue>> ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!_minutes.TryGetValue(series, out var minutes))
        {
            _minutes.Add(series, minutes = center.Watch(series));
        }

        var values = new List<MinuteValue>();
        for (var begin = from; begin < until; begin += Minute)
        {
            var end = begin + Minute;
            values.AddRange(minutes.Read(MetricStore.MinuteOf(begin)).Select(one => new MinuteValue(one.Series, end, one.Value)));
        }

        return Task.FromResult<IReadOnlyList<MinuteValue>>(values);
    }
}
