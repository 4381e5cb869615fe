using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>The bot of the IVR: a few questions per call, asked again when it did not understand.</summary>
internal sealed class IvrBot
{
    private const double MedianMilliseconds = 700;
    private const double Spread = 0.3;
    private const double SecondsPerUtterance = 7;
    private const double GreetingSeconds = 12;
    private const double UsualMisses = 0.07;
    private const double UsualErrors = 0.0003;
    private const double Questions = 2.2;

    /// <summary>After this many misunderstood answers the flow stops asking.</summary>
    private const int MaximumMisses = 3;

    private readonly BotDescription _description;
    private readonly SeededRandom _random;
    private readonly MetricSeries _latency;
    private readonly MinuteCounter _requests;
    private readonly MinuteCounter _errors;
    private readonly MinuteCounter _throttled;
    private readonly MinuteCounter _heard;
    private readonly MinuteCounter _missed;

    public IvrBot(BotDescription description, MetricPublisher publisher, long seed)
    {
        _description = description;
        _random = new SeededRandom(seed, $"bot {description.Name}");
        _latency = publisher.Bot("RuntimeSucessfulRequestLatency", "Speech", description);
        _requests = new MinuteCounter(publisher.Bot("RuntimeRequestCount", "None", description));
        _errors = new MinuteCounter(publisher.Bot("RuntimeSystemErrors", "Speech", description));
        _throttled = new MinuteCounter(publisher.Bot("RuntimeThrottledEvents", "Speech", description));
        var own = new MetricDimension("BotId", description.BotId);
        _heard = new MinuteCounter(publisher.Own("BotUtterances", own));
        _missed = new MinuteCounter(publisher.Own("BotUtterancesMissed", own));
    }

    /// <summary>Talks to one caller.</summary>
    /// <returns>Whether the topic became clear, and how many seconds it took.</returns>
    public (bool Understood, double Seconds) Talk(long minute, FaultBoard faults)
    {
        var seconds = GreetingSeconds;
        var misses = 0;
        for (var left = 1 + _random.Poisson(Questions - 1); left > 0; left--)
        {
            _requests.Add();
            if (_random.Chance(faults.Share(FaultKind.BotThrottled, _description.Name)))
            {
                _throttled.Add();
                return (false, seconds);
            }

            if (_random.Chance(Math.Max(UsualErrors, faults.Share(FaultKind.BotFails, _description.Name))))
            {
                _errors.Add();
                return (false, seconds);
            }

            var took = _random.LogNormal(MedianMilliseconds, Spread) * faults.Factor(FaultKind.BotSlow, _description.Name);
            _latency.Add(minute, took);
            seconds += SecondsPerUtterance + (took / 1000);
            _heard.Add();
            if (_random.Chance(Math.Max(UsualMisses, faults.Share(FaultKind.BotMisunderstands, _description.Name))))
            {
                _missed.Add();
                misses++;
                if (misses == MaximumMisses)
                {
                    return (false, seconds);
                }

                left++;
            }
        }

        return (true, seconds);
    }

    public void Publish(long minute)
    {
        _requests.Publish(minute);
        _errors.Publish(minute);
        _throttled.Publish(minute);
        _missed.Publish(minute, alsoZero: _heard.Count > 0);
        _heard.Publish(minute);
    }
}
