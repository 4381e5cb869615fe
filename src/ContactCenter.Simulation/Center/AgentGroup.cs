using ContactCenter.Core.Forecasting;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>The agents of a routing profile: shifts, who is busy until when, and what is published about them.</summary>
internal sealed class AgentGroup
{
    /// <summary>Share of paid time in breaks, training and other non-productive statuses.</summary>
    private const double Shrinkage = 0.15;

    private const int ShiftMinutes = 30;

    /// <summary>How long Amazon Connect rings an agent before the call counts as missed.</summary>
    private const int RingSeconds = 20;

    private readonly RoutingProfileDescription _description;
    private readonly CenterDescription _center;
    private readonly CallQueue[] _queues;
    private readonly PriorityQueue<long, long> _busyUntil = new();
    private readonly SeededRandom _random;
    private readonly MetricSeries _occupancy;
    private readonly MetricSeries _nonProductive;
    private long _busySeconds;
    private long _staffedSeconds;
    private int _planned;

    public AgentGroup(
        RoutingProfileDescription description, CenterDescription center, IEnumerable<CallQueue> queues, MetricPublisher publisher,
        long seed)
    {
        _description = description;
        _center = center;
        _queues = [.. queues.Where(queue => description.Queues.Contains(queue.Description.Name))];
        _random = new SeededRandom(seed, $"agents {description.Name}");
        var dimension = new MetricDimension("RoutingProfile", description.Name);
        _occupancy = publisher.Own("AgentOccupancy", dimension);
        _nonProductive = publisher.Own("AgentsNonProductiveShare", dimension);
    }

    public string Name => _description.Name;

    /// <summary>Agents who work now; those whose shift ended finish their call first.</summary>
    public int Staffed { get; private set; }

    public int Busy => _busyUntil.Count;

    public int Available => Math.Max(0, Staffed - Busy);

    public long Missed { get; private set; }

    public long TotalBusySeconds { get; private set; }

    public long TotalStaffedSeconds { get; private set; }

    public bool Serves(CallQueue queue) => Array.IndexOf(_queues, queue) >= 0;

    /// <summary>Sets who is there, at the start of a minute.</summary>
    public void Shift(DateTime local, double away)
    {
        _planned = _description.FixedAgents
            ?? Plan(local.Date.AddMinutes(Math.Floor(local.TimeOfDay.TotalMinutes / ShiftMinutes) * ShiftMinutes));
        Staffed = (int)Math.Round(_planned * (1 - away));
    }

    /// <summary>Ends what is finished at a second.</summary>
    public void Finish(long second)
    {
        while (_busyUntil.TryPeek(out _, out var until) && until <= second)
        {
            _ = _busyUntil.Dequeue();
        }
    }

    /// <summary>Free agents take the calls that have waited longest.</summary>
    public void Take(long second)
    {
        while (Busy < Staffed && Oldest() is { } queue)
        {
            var call = queue.Answer(second);
            var end = second + call.HandleSeconds;
            if (_random.Chance(_center.MissedCallShare))
            {
                Missed++;
                end += RingSeconds;
            }

            _busyUntil.Enqueue(end, end);
        }

        // Read after the work of the second is handed out: what an agent does in it counts as a whole second.
        _busySeconds += Busy;
        _staffedSeconds += Math.Max(Staffed, Busy);
    }

    public void Publish(long minute)
    {
        if (_staffedSeconds > 0)
        {
            _occupancy.Add(minute, 100.0 * _busySeconds / _staffedSeconds);
        }

        var heads = Staffing.ScheduledHeads(_planned, Shrinkage);
        if (heads > 0)
        {
            _nonProductive.Add(minute, 100.0 * Math.Max(0, heads - Staffed) / heads);
        }

        TotalBusySeconds += _busySeconds;
        TotalStaffedSeconds += _staffedSeconds;
        (_busySeconds, _staffedSeconds) = (0, 0);
    }

    private CallQueue? Oldest()
    {
        CallQueue? oldest = null;
        foreach (var queue in _queues)
        {
            if (queue.Waiting > 0 && (oldest is null || queue.OldestSince < oldest.OldestSince))
            {
                oldest = queue;
            }
        }

        return oldest;
    }

    private int Plan(DateTime shift)
    {
        var calls = Math.Max(_center.Traffic.CallsPerSecond(shift), _center.Traffic.CallsPerSecond(shift.AddMinutes(ShiftMinutes)));
        var shares = _center.Queues.Sum(queue => queue.Share);
        var direct = _center.Flows.Where(flow => flow.Queue is not null).Sum(flow => flow.Share) / _center.Flows.Sum(flow => flow.Share);
        var arrivals = 0.0;
        var load = 0.0;
        foreach (var queue in _queues)
        {
            var own = _center.Flows.Where(flow => flow.Queue == queue.Description.Name).Sum(flow => flow.Share)
                / _center.Flows.Sum(flow => flow.Share);
            var rate = calls * (((1 - direct) * queue.Description.Share / shares) + own);
            arrivals += rate;
            load += rate * queue.Description.HandleSeconds;
        }

        return arrivals <= 0
            ? 1
            : Staffing.RequiredAgents(
                load, load / arrivals, _center.ServiceTargetSeconds, _center.PlannedServiceLevel, _center.PlannedOccupancy);
    }
}
