using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>An external system, as the functions that call it measure it.</summary>
internal sealed class ExternalApi
{
    private const double MedianMilliseconds = 180;
    private const double Spread = 0.4;
    private const double UsualFailures = 0.0005;

    private readonly SeededRandom _random;
    private readonly MetricSeries _latency;
    private readonly MinuteCounter _requests;
    private readonly MinuteCounter _failures;

    public ExternalApi(string name, MetricPublisher publisher, long seed)
    {
        Name = name;
        _random = new SeededRandom(seed, $"api {name}");
        var dimension = new MetricDimension("Api", name);
        _latency = publisher.Own("ApiLatency", dimension);
        _requests = new MinuteCounter(publisher.Own("ApiRequests", dimension));
        _failures = new MinuteCounter(publisher.Own("ApiFailures", dimension));
    }

    public string Name { get; }

    /// <summary>Asks it, and once more when that fails while there is time.</summary>
    /// <param name="minute">The minute in which it is counted.</param>
    /// <param name="faults">What is broken.</param>
    /// <param name="budget">The longest that the function waits, in milliseconds.</param>
    /// <returns>Whether there was an answer, and how long it took in milliseconds.</returns>
    public (bool Answered, double Milliseconds) Ask(long minute, FaultBoard faults, double budget)
    {
        var total = 0.0;
        for (var attempt = 0; attempt < 2 && total < budget; attempt++)
        {
            var took = _random.LogNormal(MedianMilliseconds, Spread) * faults.Factor(FaultKind.ApiSlow, Name);
            var failed = took >= budget - total | _random.Chance(Math.Max(UsualFailures, faults.Share(FaultKind.ApiFails, Name)));
            took = Math.Min(took, budget - total);
            total += took;
            _latency.Add(minute, took);
            _requests.Add();
            if (!failed)
            {
                return (true, total);
            }

            _failures.Add();
        }

        return (false, total);
    }

    public void Publish(long minute)
    {
        _failures.Publish(minute, alsoZero: _requests.Count > 0);
        _requests.Publish(minute);
    }
}
