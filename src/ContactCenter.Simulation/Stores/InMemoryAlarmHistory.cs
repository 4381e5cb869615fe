using System.Collections.Immutable;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Simulation.Stores;

/// <summary>The history of alarms of demonstrations and tests.</summary>
public sealed class InMemoryAlarmHistory : IAlarmHistory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(DateOnly Day, AlarmId Id), AlarmDay> _days = [];

    /// <inheritdoc/>
    public ValueTask AddAsync(IReadOnlyList<AlarmNews> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        lock (_gate)
        {
            foreach (var one in news)
            {
                var day = DateOnly.FromDateTime(one.Moment.At.UtcDateTime);
                var known = _days.GetValueOrDefault((day, one.Id)) ?? new AlarmDay(day, one.Id, one.Name, []);
                var moment = one.Moment with { At = DateTimeOffset.FromUnixTimeMilliseconds(one.Moment.At.ToUnixTimeMilliseconds()) };
                var index = known.Moments.BinarySearch(moment);
                _days[(day, one.Id)] = index >= 0 ? known : known with { Moments = known.Moments.Insert(~index, moment) };
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AlarmDay>> DayAsync(DateOnly day, CancellationToken cancellationToken) =>
        Where(known => known.Day == day);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AlarmDay>> OfAlarmAsync(
        AlarmId alarm, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Where(known => known.Id == alarm && known.Day >= from && known.Day <= to);

    private ValueTask<IReadOnlyList<AlarmDay>> Where(Func<AlarmDay, bool> isMeant)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<AlarmDay>>(
                [.. _days.Values.Where(isMeant).OrderBy(static day => day.Day).ThenBy(static day => $"{day.Id}", StringComparer.Ordinal)]);
        }
    }
}
