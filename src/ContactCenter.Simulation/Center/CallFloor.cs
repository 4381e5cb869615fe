using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>Queues and the agents who serve them.</summary>
internal sealed class CallFloor
{
    /// <summary>Rates are about so much time, as the collector asks for them.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Who was cut off calls again after so many seconds.</summary>
    private const int RedialSeconds = 60;

    private readonly CenterDescription _description;
    private readonly CallQueue[] _queues;
    private readonly AgentGroup[] _groups;
    private readonly DigitalLine[][] _lines;
    private readonly bool[] _isOpen;
    private readonly NumbersBook _numbers;
    private int _wishes;
    private readonly SeededRandom _callers;
    private readonly PriorityQueue<CallQueue, long> _redials = new();

    public CallFloor(CenterDescription description, MetricPublisher publisher, NumbersBook numbers, FaultBoard faults, long seed)
    {
        _description = description;
        _numbers = numbers;
        _queues = [.. description.Queues.Select(queue => new CallQueue(queue, description, publisher, numbers, faults, seed))];
        _groups =
        [
            .. description.RoutingProfiles.Select(profile => new AgentGroup(
                profile, description, _queues, numbers, faults, seed, (queue, second) => _redials.Enqueue(queue, second + RedialSeconds)))
        ];
        _lines =
        [
            .. description.Queues.Select(queue => description.Habits is null
                ? Array.Empty<DigitalLine>()
                : [.. Digital.Select(channel => new DigitalLine(channel, queue, description, numbers, faults, seed))])
        ];
        _isOpen = new bool[_queues.Length];
        _callers = new SeededRandom(seed, "callers");
    }

    private static readonly ContactChannel[] Digital = [ContactChannel.Chat, ContactChannel.Task, ContactChannel.Email];

    public IReadOnlyList<CallQueue> Queues => _queues;

    /// <summary>Where a queue stands among the queues.</summary>
    public int IndexOf(string queue) => Array.FindIndex(_queues, candidate => candidate.Description.Name == queue);

    /// <summary>Calls that wait.</summary>
    public int Waiting
    {
        get
        {
            var waiting = 0;
            foreach (var queue in _queues)
            {
                waiting += queue.Waiting - queue.Callbacks;
            }

            return waiting;
        }
    }

    /// <summary>Agents who have a call.</summary>
    public int Busy
    {
        get
        {
            var busy = 0;
            foreach (var group in _groups)
            {
                busy += group.Busy;
            }

            return busy;
        }
    }

    /// <summary>Calls that agents have missed since the start.</summary>
    public long Missed => _groups.Sum(group => group.Missed);

    /// <summary>Agents come and go, queues open and close, digital contacts come and are answered; once a minute.</summary>
    public void Shift(DateTimeOffset at, DateTime local, long second, double callsPerSecond)
    {
        for (var queue = 0; queue < _queues.Length; queue++)
        {
            _isOpen[queue] = _description.Habits is null || _description.Calendar.IsOpen(_queues[queue].Description.Name, at);
            foreach (var line in _lines[queue])
            {
                line.Advance(second, callsPerSecond, _isOpen[queue]);
            }
        }

        foreach (var group in _groups)
        {
            group.Shift(local, queue => _isOpen[Array.IndexOf(_queues, queue)]);
        }
    }

    /// <summary>A call comes to a queue: who finds it closed is told so, and may ask to be called back.</summary>
    public void Enter(int queue, long second, double effort)
    {
        if (_description.Habits is not { } habits)
        {
            _ = _queues[queue].Enter(second, effort);
        }
        else if (_isOpen[queue])
        {
            _ = _queues[queue].Enter(second, effort, _callers.Chance(habits.SecondLanguageShare) ? 1 : 0);
        }
        else if (_callers.Chance(habits.CallbackShare))
        {
            _queues[queue].CallBack(second, effort, $"callback-{++_wishes}");
        }
    }

    /// <summary>Calls that end, and callers who give up.</summary>
    public void End(long second)
    {
        foreach (var group in _groups)
        {
            group.Finish(second);
        }

        while (_redials.TryPeek(out var queue, out var at) && at <= second)
        {
            _ = _redials.Dequeue();
            Enter(Array.IndexOf(_queues, queue), second, 1);
        }

        foreach (var queue in _queues)
        {
            queue.GiveUp(second);
        }
    }

    /// <summary>Free agents take calls.</summary>
    public void Take(long second)
    {
        foreach (var group in _groups)
        {
            group.Take(second);
        }
    }

    /// <summary>Closes a minute: publishes what Amazon Connect does, and gives what it answers.</summary>
    public CenterFigures Publish(long minute, long second, DateTimeOffset at)
    {
        _numbers.Settle(second);
        return Figures(minute, second, at);
    }

    /// <summary>What Amazon Connect answers about the half hours between two moments.</summary>
    public CenterNumbers Numbers(DateTimeOffset from, DateTimeOffset to) => _numbers.Read(
        _queues.Select(static queue => queue.Description.Name), _groups.Select(static group => group.Name), from, to);

    /// <summary>How long those waited who ended between two moments.</summary>
    public WaitReading Waits(DateTimeOffset from, DateTimeOffset to) =>
        _numbers.Waits([.. _queues.Select(static queue => queue.Description.Name)], from, to);

    private CenterFigures Figures(long minute, long second, DateTimeOffset at) => new()
    {
        At = at,
        Window = Window,
        Queues = Enumerable.Range(0, _queues.Length).ToDictionary(
            queue => _queues[queue].Description.Name, queue => Publish(minute, second, queue), StringComparer.Ordinal),
        RoutingProfiles = _groups.ToDictionary(static group => group.Name, group => group.Close(second + 1), StringComparer.Ordinal),
        Callbacks = [.. _queues.SelectMany(queue => queue.Wishes(second, at))],
    };

    public IReadOnlyList<QueueSnapshot> QueueSnapshots(long second) =>
    [
        .. _queues.Select(queue => new QueueSnapshot(
            queue.Description.Name, queue.Waiting, TimeSpan.FromSeconds(queue.LongestWait(second)), queue.Total)),
    ];

    public IReadOnlyList<AgentSnapshot> AgentSnapshots() =>
    [
        .. _groups.Select(group => new AgentSnapshot(
            group.Busy, group.TotalStaffedSeconds == 0 ? 0 : (double)group.TotalBusySeconds / group.TotalStaffedSeconds)),
    ];

    private QueueFigures Publish(long minute, long second, int position)
    {
        var queue = _queues[position];
        var serving = Array.FindAll(_groups, group => group.Serves(queue));
        return new QueueFigures
        {
            AgentsOnline = serving.Sum(static group => group.Online),
            AgentsOnContact = serving.Sum(static group => group.Busy),
            AgentsNonProductive = serving.Sum(static group => group.NonProductive),
            AfterContactWork = serving.Sum(static group => group.AfterContactWork),
            AgentsInError = serving.Sum(static group => group.InError),
            CallbacksScheduled = 0,
            Voice = queue.Publish(
                minute, second, serving.Sum(static group => group.Staffed), serving.Sum(static group => group.Available)),
            Chat = Line(position, ContactChannel.Chat, second),
            Task = Line(position, ContactChannel.Task, second),
            Email = Line(position, ContactChannel.Email, second),
        };
    }

    private ChannelFigures? Line(int queue, ContactChannel channel, long second) =>
        Array.Find(_lines[queue], line => line.Channel == channel)?.Figures(second);
}
