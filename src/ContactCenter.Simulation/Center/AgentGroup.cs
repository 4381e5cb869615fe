using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Forecasting;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>The agents of a routing profile: shifts, who is busy until when, and what Amazon Connect says about them.</summary>
internal sealed class AgentGroup
{
    /// <summary>How long Amazon Connect rings an agent before the call counts as missed.</summary>
    private const int RingSeconds = 20;

    /// <summary>Share of the time for a contact that is work after it.</summary>
    internal const double AfterContactShare = 0.12;

    /// <summary>A team of fewer has nobody on a break who is not stood in for.</summary>
    private const int SmallTeam = 8;

    /// <summary>
    /// So many more than one pool of the size would need: a small team has nobody to spare, and in one of two languages those who speak one
    /// of them cannot stand in for those who speak both.
    /// </summary>
    private const int MoreThanAPool = 1;

    /// <summary>How long an agent who missed a call stays in the status of an error.</summary>
    private const int ErrorSeconds = 60;

    private readonly RoutingProfileDescription _description;
    private readonly CenterDescription _center;
    private readonly CallQueue[] _queues;
    private readonly NumbersBook _numbers;
    private readonly FaultBoard _faults;
    private readonly PriorityQueue<long, long> _busyUntil = new();
    private readonly PriorityQueue<long, long> _bilingualUntil = new();
    private readonly Queue<long> _inErrorUntil = new();
    private readonly SeededRandom _random;
    private readonly SeededRandom _life;
    private readonly Action<CallQueue, long>? _cut;
    private long _busySeconds;
    private long _staffedSeconds;
    private int _planned;
    private int _heads;
    private int _present;
    private int _bilingual;
    private int _stuck;
    private int _inError;
    private (DateTime Shift, int Open, int Agents) _plan = (DateTime.MinValue, 0, 0);

    /// <param name="description">Who they are.</param>
    /// <param name="center">Where.</param>
    /// <param name="queues">All queues of the center.</param>
    /// <param name="numbers">Takes down what becomes of contacts.</param>
    /// <param name="faults">What is broken.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cut">Is told of a customer who was cut off at a second, and calls again.</param>
    public AgentGroup(
        RoutingProfileDescription description, CenterDescription center, IEnumerable<CallQueue> queues, NumbersBook numbers,
        FaultBoard faults, long seed, Action<CallQueue, long>? cut = null)
    {
        _faults = faults;
        _description = description;
        _center = center;
        _queues = [.. queues.Where(queue => description.Queues.Contains(queue.Description.Name))];
        _numbers = numbers;
        _random = new SeededRandom(seed, $"agents {description.Name}");
        _life = new SeededRandom(seed, $"life of agents {description.Name}");
        _cut = cut;
    }

    public string Name => _description.Name;

    /// <summary>Agents who work now; those whose shift ended finish their call first.</summary>
    public int Staffed { get; private set; }

    public int Busy => _busyUntil.Count + _bilingualUntil.Count;

    public int Available => Math.Max(0, Staffed - Busy - _stuck);

    /// <summary>Agents who are logged in, on a break too.</summary>
    public int Online => Math.Max(_heads, Staffed);

    public int NonProductive => Math.Max(0, _heads - Staffed);

    public int AfterContactWork => (int)Math.Round(AfterContactShare * Busy) + _stuck - _inError;

    public int InError => _inErrorUntil.Count + _inError;

    public long Missed { get; private set; }

    public long TotalBusySeconds { get; private set; }

    public long TotalStaffedSeconds { get; private set; }

    public bool Serves(CallQueue queue) => Array.IndexOf(_queues, queue) >= 0;

    /// <summary>Sets who is there, at the start of a minute.</summary>
    /// <param name="local">The time on the clocks of the center.</param>
    /// <param name="isOpen">Whether a queue is served then.</param>
    public void Shift(DateTime local, Func<CallQueue, bool> isOpen)
    {
        var away = _faults.Share(FaultKind.AgentsAway, Name);
        var shift = local.Date.AddMinutes(Math.Floor(local.TimeOfDay.TotalMinutes / CenterLoad.ShiftMinutes) * CenterLoad.ShiftMinutes);
        if (_center.Habits is not { } habits)
        {
            _planned = _description.FixedAgents ?? Plan(shift, _queues);
            Staffed = (int)Math.Round(_planned * (1 - away));
            _heads = Staffing.ScheduledHeads(_planned, CenterLoad.Shrinkage);
        }
        else
        {
            // who waits when a queue closes is served before anybody goes home; callbacks wait for the morning
            CallQueue[] open = [.. _queues.Where(queue => isOpen(queue) || queue.Waiting > queue.Callbacks)];
            _plan = _plan.Shift == shift && _plan.Open == open.Length
                ? _plan
                : (shift, open.Length, open.Length == 0 ? 0 : _description.FixedAgents ?? Plan(shift, open));
            var backlog = open.Sum(queue => queue.Callbacks * queue.Description.HandleSeconds) / 60 / habits.BacklogMinutes;
            var more = _plan.Agents > 0 && (_plan.Agents < SmallTeam || habits.SecondLanguageShare > 0) ? MoreThanAPool : 0;
            var wanted = _plan.Agents + (int)Math.Ceiling(backlog) + more;
            // nobody is let go, and nobody has a break begin, while callers wait whom they serve
            var areAllNeeded = open.Any(static queue => queue.Waiting > queue.Callbacks);
            var leaves = areAllNeeded ? 0 : Step(_planned, habits.LeavesPerMinute);
            _planned = Math.Clamp(wanted, _planned - leaves, _planned + Step(wanted, habits.LoginsPerMinute));
            var breaks = local.TimeOfDay.TotalHours is >= 11.5 and < 13.5 ? habits.NoonBreakShare : CenterLoad.Shrinkage;
            _heads = Staffing.ScheduledHeads(_planned, breaks);
            var present = Math.Max(Math.Min(_planned, SmallTeam), _heads - OnBreak(breaks));
            _present = areAllNeeded ? Math.Max(present, Math.Min(_present, _heads)) : present;
            Staffed = (int)Math.Round(_present * (1 - away));
            _bilingual = Math.Max(Math.Min(Staffed, habits.FewestBilingual), (int)Math.Round(Staffed * habits.BilingualShare));
        }

        _inError = (int)Math.Round(Staffed * _faults.Share(FaultKind.SoftphonesFail, Name));
        _stuck = (int)Math.Round(Staffed * _faults.Share(FaultKind.AgentsStuck, Name)) + _inError;
    }

    /// <summary>Ends what is finished at a second.</summary>
    public void Finish(long second)
    {
        Finish(_busyUntil, second);
        Finish(_bilingualUntil, second);
        while (_inErrorUntil.TryPeek(out var until) && until <= second)
        {
            _ = _inErrorUntil.Dequeue();
        }
    }

    /// <summary>
    /// Free agents take the calls that have waited longest; those who speak both languages take the second first, which nobody else can.
    /// </summary>
    public void Take(long second)
    {
        while (_busyUntil.Count < Staffed - _bilingual - _stuck && Oldest(0) is { } queue)
        {
            Take(queue, 0, _busyUntil, second);
        }

        while (_bilingualUntil.Count < _bilingual && Oldest(1) is { } queue)
        {
            Take(queue, 1, _bilingualUntil, second);
        }

        while (_bilingualUntil.Count < _bilingual && Oldest(0) is { } queue)
        {
            Take(queue, 0, _bilingualUntil, second);
        }

        // Read after the work of the second is handed out: what an agent does in it counts as a whole second.
        _busySeconds += Busy;
        _staffedSeconds += Math.Max(Staffed, Busy);
    }

    /// <summary>Closes the minute that ends at a second, and gives what Amazon Connect says about it.</summary>
    public ProfileFigures Close(long second)
    {
        _numbers.Minute(Name, second, Online, _busySeconds, _staffedSeconds - _busySeconds, NonProductive, InError);
        double? occupancy = _staffedSeconds > 0 ? 100.0 * _busySeconds / _staffedSeconds : null;
        TotalBusySeconds += _busySeconds;
        TotalStaffedSeconds += _staffedSeconds;
        (_busySeconds, _staffedSeconds) = (0, 0);
        return new ProfileFigures(_heads, Available, Busy, NonProductive, occupancy, AfterContactWork, InError);
    }

    private void Take(CallQueue queue, int language, PriorityQueue<long, long> busyUntil, long second)
    {
        var call = queue.Answer(second, language);
        var end = second + call.HandleSeconds;
        if (_center.Habits is { } habits && _life.Chance(habits.CutShare))
        {
            end = second + (long)(call.HandleSeconds * _life.Next());
            _cut?.Invoke(queue, end);
        }

        if (_random.Chance(Math.Max(_center.MissedCallShare, _faults.Share(FaultKind.CallsMissed, Name))))
        {
            Missed++;
            _numbers.Miss(queue.Description.Name, second);
            end += RingSeconds;
            _inErrorUntil.Enqueue(second + ErrorSeconds);
        }

        _numbers.Answer(
            queue.Description.Name, ContactChannel.Voice, call.EnteredAt, second, end, isCallback: call.CallbackId is not null,
            Name);
        busyUntil.Enqueue(end, end);
    }

    /// <summary>Breaks are staggered, but nobody counts them out: chance moves how many fall together.</summary>
    private int OnBreak(double share)
    {
        var expected = _heads * share;
        return Math.Max(0, (int)Math.Round(expected + (0.4 * Math.Sqrt(expected) * _life.Normal())));
    }

    private static int Step(int agents, double share) => Math.Max(1, (int)Math.Ceiling(agents * share));

    private static void Finish(PriorityQueue<long, long> busyUntil, long second)
    {
        while (busyUntil.TryPeek(out _, out var until) && until <= second)
        {
            _ = busyUntil.Dequeue();
        }
    }

    private CallQueue? Oldest(int language)
    {
        CallQueue? oldest = null;
        var since = long.MaxValue;
        foreach (var queue in _queues)
        {
            if (queue.Waiting == 0)
            {
                continue;
            }

            if (queue.OldestOf(language) is var its && its < since)
            {
                (oldest, since) = (queue, its);
            }
        }

        return oldest;
    }

    private int Plan(DateTime shift, IEnumerable<CallQueue> served) =>
        _center.PlannedFor(served.Select(static queue => queue.Description), shift);
}
