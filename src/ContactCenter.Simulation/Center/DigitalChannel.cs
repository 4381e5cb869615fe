using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>Chats, tasks or e-mails: contacts that stay active for a while. Who handles them is not simulated.</summary>
internal sealed class DigitalChannel
{
    private readonly PriorityQueue<long, long> _activeUntil = new();
    private readonly FaultBoard _faults;
    private readonly string _group;
    private readonly SeededRandom _random;
    private readonly double _meanSeconds;
    private readonly int _quota;
    private readonly int _everyMinutes;
    private readonly MetricSeries _active;
    private readonly MetricSeries _percentage;
    private readonly MinuteCounter? _breaching;

    /// <param name="group">The metric group, such as <c>Chats</c>, which is also the name of the stream of chance.</param>
    /// <param name="metric">The metric of active contacts, such as <c>ConcurrentActiveChats</c>.</param>
    /// <param name="breaching">The metric of contacts turned away, or null when the service has none.</param>
    /// <param name="quota">Contacts that may be active at once.</param>
    /// <param name="meanSeconds">How long a contact stays active.</param>
    /// <param name="everyMinutes">How often the snapshot is published.</param>
    /// <param name="publisher">Where to.</param>
    /// <param name="faults">What is broken.</param>
    /// <param name="seed">The seed.</param>
    public DigitalChannel(
        string group, string metric, string? breaching, int quota, double meanSeconds, int everyMinutes, MetricPublisher publisher,
        FaultBoard faults, long seed)
    {
        (_group, _faults) = (group, faults);
        _random = new SeededRandom(seed, group);
        _quota = quota;
        _meanSeconds = meanSeconds;
        _everyMinutes = everyMinutes;
        _active = publisher.Connect(metric, group);
        _percentage = publisher.Connect($"{metric}Percentage", group);
        _breaching = breaching is null ? null : new MinuteCounter(publisher.Connect(breaching, group));
    }

    private double Quota => _quota * (1 - _faults.Share(FaultKind.QuotaTaken, _group));

    /// <summary>One second; the number of contacts that began.</summary>
    public int Advance(long second, double contactsPerSecond)
    {
        while (_activeUntil.TryPeek(out _, out var until) && until <= second)
        {
            _ = _activeUntil.Dequeue();
        }

        var began = 0;
        for (var arriving = _random.Poisson(contactsPerSecond); arriving > 0; arriving--)
        {
            if (_activeUntil.Count >= Quota)
            {
                _breaching?.Add();
                continue;
            }

            var end = second + (long)Math.Ceiling(_random.Exponential(_meanSeconds));
            _activeUntil.Enqueue(end, end);
            began++;
        }

        return began;
    }

    public void Publish(long minute)
    {
        _breaching?.Publish(minute);
        if (minute % _everyMinutes == 0 && _activeUntil.Count > 0)
        {
            _active.Add(minute, _activeUntil.Count);
            _percentage.Add(minute, 100.0 * _activeUntil.Count / Quota);
        }
    }
}
