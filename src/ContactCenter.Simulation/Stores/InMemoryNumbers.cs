using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Simulation.Stores;

/// <summary>The numbers of demonstrations and tests.</summary>
public sealed class InMemoryNumbers : ICenterNumbers
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Queue, DateTimeOffset At), QueueNumbers> _queues = [];
    private readonly SortedDictionary<(string Profile, DateTimeOffset At), ProfileNumbers> _profiles = [];

    /// <inheritdoc/>
    public ValueTask<int> KeepAsync(CenterNumbers numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        lock (_gate)
        {
            return ValueTask.FromResult(
                numbers.Queues.Count(queue => Keep(_queues, (queue.Queue, queue.At), queue))
                    + numbers.Profiles.Count(profile => Keep(_profiles, (profile.Profile, profile.At), profile)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueueNumbers>> OfQueueAsync(
        string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => Between(_queues, queue, from, to);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProfileNumbers>> OfProfileAsync(
        string profile, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Between(_profiles, profile, from, to);

    private static bool Keep<T>(
        SortedDictionary<(string Name, DateTimeOffset At), T> known, (string Name, DateTimeOffset At) key, T numbers)
        where T : class
    {
        var isNew = !numbers.Equals(known.GetValueOrDefault(key));
        known[key] = numbers;
        return isNew;
    }

    private ValueTask<IReadOnlyList<T>> Between<T>(
        SortedDictionary<(string Name, DateTimeOffset At), T> known, string name, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<T>>(
            [
                .. known.Where(entry => entry.Key.Name == name && entry.Key.At >= from && entry.Key.At < to)
                    .Select(static entry => entry.Value),
            ]);
        }
    }
}

/// <summary>The days of demonstrations and tests.</summary>
public sealed class InMemoryDays : ICenterDays
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, CenterDay> _days = [];

    /// <inheritdoc/>
    public ValueTask KeepAsync(IReadOnlyList<CenterDay> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        lock (_gate)
        {
            foreach (var day in days)
            {
                _days[day.Day] = day;
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CenterDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CenterDay>>(
                [.. _days.Values.Where(day => day.Day >= from && day.Day < until)]);
        }
    }
}

/// <summary>How long contacts of demonstrations and tests waited.</summary>
public sealed class InMemoryWaits : IWaitDays
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, WaitDay> _days = [];

    /// <inheritdoc/>
    public ValueTask KeepAsync(WaitDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        lock (_gate)
        {
            _days[day.Day] = day;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WaitDay>> BetweenAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<WaitDay>>([.. _days.Values.Where(day => day.Day >= from && day.Day < until)]);
        }
    }
}
