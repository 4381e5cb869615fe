using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>A queue: who waits, who gives up, and what Amazon Connect says about it.</summary>
internal sealed class CallQueue
{
    private const int WindowMinutes = 15;

    /// <summary>Surveys over fewer contacts than this say nothing and are not published.</summary>
    private const int MinimumContacts = 10;

    private const double SurveyShare = 0.1;

    /// <summary>Callers of the first and of the second language; agents who speak one take the first only.</summary>
    private readonly Queue<WaitingCall>[] _lines = [new(), new()];
    private readonly PriorityQueue<WaitingCall, long> _patience = new();
    private readonly HashSet<WaitingCall> _callbacks = [];
    private readonly Outcome[] _minutes = new Outcome[WindowMinutes];
    private readonly SeededRandom _random;
    private readonly CenterDescription _center;
    private readonly NumbersBook _numbers;
    private readonly FaultBoard _faults;
    private readonly MetricSeries _size;
    private readonly MetricSeries _longest;
    private readonly MinuteCounter _full;
    private readonly MetricSeries _sentiment;
    private readonly MetricSeries _sentimentTrend;
    private readonly MetricSeries _rating;
    private SentimentTrend _sentimentOverTime;
    private double _ratings;
    private int _rated;
    private int _minute;

    public CallQueue(
        QueueDescription description, CenterDescription center, MetricPublisher publisher, NumbersBook numbers, FaultBoard faults,
        long seed)
    {
        _faults = faults;
        Description = description;
        _numbers = numbers;
        _center = center;
        _random = new SeededRandom(seed, $"queue {description.Name}");
        var dimension = new MetricDimension("QueueName", description.Name);
        _size = publisher.ConnectQueue("QueueSize", description.Name);
        _longest = publisher.ConnectQueue("LongestQueueWaitTime", description.Name);
        _full = new MinuteCounter(publisher.ConnectQueue("QueueCapacityExceededError", description.Name));
        _sentiment = publisher.Own("CustomerSentiment", dimension);
        _sentimentTrend = publisher.Own("CustomerSentimentTrend", dimension);
        _rating = publisher.Own("SurveyRating", dimension);
    }

    public QueueDescription Description { get; }

    public int Waiting { get; private set; }

    /// <summary>Everything since the start.</summary>
    public Outcome Total { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Callbacks that wait for an agent.</summary>
    public int Callbacks => _callbacks.Count;

    /// <summary>The second at which the call that has waited longest came, or <see cref="long.MaxValue"/>.</summary>
    public long OldestSince => Math.Min(OldestOf(0), OldestOf(1));

    public long LongestWait(long second) => OldestSince is var since && since == long.MaxValue ? 0 : second - since;

    /// <summary>The second at which the call of a language that has waited longest came, or <see cref="long.MaxValue"/>.</summary>
    public long OldestOf(int language)
    {
        var line = _lines[language];
        while (line.TryPeek(out var first) && first.IsGone)
        {
            _ = line.Dequeue();
        }

        return line.TryPeek(out var oldest) ? oldest.EnteredAt : long.MaxValue;
    }

    /// <summary>A call comes in; false when the queue is full.</summary>
    /// <param name="second">Now.</param>
    /// <param name="effort">How many times as long as usual the agent will need.</param>
    /// <param name="language">0 for the first language, 1 for the second.</param>
    public bool Enter(long second, double effort, int language = 0)
    {
        var handle = (int)Math.Round(_random.Exponential(Description.HandleSeconds * effort));
        var patience = (long)Math.Round(_random.Exponential(Description.PatienceSeconds));
        if (Waiting >= Description.Limit * (1 - _faults.Share(FaultKind.QuotaTaken, Description.Name)))
        {
            _full.Add();
            Rejected++;
            return false;
        }

        var call = new WaitingCall(second, handle);
        _lines[language].Enqueue(call);
        _patience.Enqueue(call, second + patience);
        Waiting++;
        return true;
    }

    /// <summary>Somebody asks in a contact to be called back, and keeps the turn without holding the line.</summary>
    public void CallBack(long second, double effort, string contactId)
    {
        if (Waiting < Description.Limit)
        {
            var call = new WaitingCall(second, (int)Math.Round(_random.Exponential(Description.HandleSeconds * effort)))
            {
                CallbackId = contactId
            };
            _lines[0].Enqueue(call);
            Waiting++;
            _ = _callbacks.Add(call);
        }
    }

    /// <summary>Takes the call of a language that has waited longest; the line is not empty.</summary>
    public WaitingCall Answer(long second, int language)
    {
        var since = OldestOf(language);
        var call = _lines[language].Dequeue();
        call.IsGone = true;
        Waiting--;
        _ = _callbacks.Remove(call);
        var wait = second - since;
        if (call.CallbackId is null)
        {
            Count(new Outcome(1, wait <= _center.ServiceTargetSeconds ? 1 : 0, 0, wait, wait > 0 ? 1 : 0));
        }

        return call;
    }

    /// <summary>Who waits to be called back.</summary>
    /// <param name="second">Now.</param>
    /// <param name="at">The time of that.</param>
    public IEnumerable<CallbackWish> Wishes(long second, DateTimeOffset at) =>
        _callbacks.Select(call => new CallbackWish(call.CallbackId!, Description.Name, at.AddSeconds(call.EnteredAt - second)));

    /// <summary>Lets those go whose patience is at its end.</summary>
    public void GiveUp(long second)
    {
        while (_patience.TryPeek(out var call, out var until) && (until <= second || call.IsGone))
        {
            _ = _patience.Dequeue();
            if (!call.IsGone)
            {
                call.IsGone = true;
                Waiting--;
                Count(new Outcome(0, 0, 1, second - call.EnteredAt, 1));
                _numbers.Abandon(Description.Name, call.EnteredAt, second);
            }
        }
    }

    /// <summary>Publishes what Amazon Connect itself does, closes the minute, and gives what it answers about callers.</summary>
    public ChannelFigures Publish(long minute, long second, int staffed, int available)
    {
        if (Waiting > 0)
        {
            _size.Add(minute, Waiting);
            _longest.Add(minute, LongestWait(second));
        }

        _full.Publish(minute);
        PublishExperience(minute);
        var window = _minutes.Aggregate(default(Outcome), (sum, each) => sum + each);
        var queued = window.Answered + window.Abandoned;
        _minute = (_minute + 1) % WindowMinutes;
        _minutes[_minute] = default;
        return new ChannelFigures
        {
            Waiting = Waiting,
            OldestSeconds = LongestWait(second),
            AgentsStaffed = staffed,
            AgentsAvailable = available,
            Queued = queued,
            AbandonmentRate = queued == 0 ? null : 100.0 * window.Abandoned / queued,
            ServiceLevel = queued == 0 ? null : 100 * window.ServiceLevel,
        };
    }

    /// <summary>Customers who waited long are unhappy: by five minutes of waiting their sentiment has turned.</summary>
    private void PublishExperience(long minute)
    {
        var now = _minutes[_minute];
        if (now.Answered + now.Abandoned > 0)
        {
            var sentiment = 0.3 - (Math.Min(1, now.MeanWaitSeconds / 300) * 0.8) - (0.4 * now.Abandoned / (now.Answered + now.Abandoned))
                - _faults.Strength(FaultKind.CustomersUpset, Description.Name, 0);
            var heard = Math.Clamp(sentiment + (0.05 * _random.Normal()), -1, 1);
            _sentiment.Add(minute, heard);
            _sentimentOverTime = _sentimentOverTime.Add(DateTimeOffset.UnixEpoch.AddMinutes(minute), heard, QueueSentiment.HalfLife);
            _sentimentTrend.Add(minute, _sentimentOverTime.SlopePerHour);
            for (var contact = 0; contact < now.Answered; contact++)
            {
                if (_random.Chance(SurveyShare))
                {
                    _ratings += Math.Clamp(Math.Round(3.6 + (2 * sentiment) + (0.7 * _random.Normal())), 1, 5);
                    _rated++;
                }
            }
        }

        if (minute % 60 == 59)
        {
            if (_rated >= MinimumContacts)
            {
                _rating.Add(minute, _ratings / _rated);
            }

            (_ratings, _rated) = (0, 0);
        }
    }

    private void Count(Outcome outcome)
    {
        _minutes[_minute] += outcome;
        Total += outcome;
    }
}

/// <summary>A call in a queue.</summary>
/// <param name="enteredAt">Second at which it entered.</param>
/// <param name="handleSeconds">How long an agent will need for it.</param>
internal sealed class WaitingCall(long enteredAt, int handleSeconds)
{
    public long EnteredAt { get; } = enteredAt;

    public int HandleSeconds { get; } = handleSeconds;

    /// <summary>Contact of somebody who is called back, and so does not give up; null for a caller.</summary>
    public string? CallbackId { get; init; }

    /// <summary>True once it was answered or given up.</summary>
    public bool IsGone { get; set; }
}
