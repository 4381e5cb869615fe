using ContactCenter.Core.Remediation;
using ContactCenter.Simulation.DynamoDb;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>
/// A contact center at steps of one second, which publishes what the services would publish, once a minute. Pure: the same
/// description, seed, faults and calls give the same metrics.
/// </summary>
public sealed class SimulatedCenter
{
    private const int SecondsPerMinute = 60;

    /// <summary>How much longer an agent needs for a caller about whom nothing could be looked up.</summary>
    private const double EffortWithoutData = 1.2;

    private readonly CenterDescription _description;
    private readonly DateTimeOffset _start;
    private readonly long _firstMinute;
    private readonly FaultBoard _faults;
    private readonly TimeSpan _faultOffset;
    private readonly MetricPublisher _publisher;
    private readonly CallQueue[] _queues;
    private readonly AgentGroup[] _groups;
    private readonly ContactFlow[] _flows;
    private readonly double[] _flowShares;
    private readonly double[] _queueShares;
    private readonly CenterTable[] _tables;
    private readonly ExternalApi[] _apis;
    private readonly FlowFunction[] _functions;
    private readonly IvrBot? _bot;
    private readonly Telephony _telephony;
    private readonly DigitalChannel[] _digital;
    private readonly AccountMetrics _account;
    private readonly SeededRandom _arrivals;
    private readonly PriorityQueue<IvrCall, long> _ivr = new();
    private readonly List<IvrCall> _leaving = [];
    private long _second;
    private long _answeredBefore;

    /// <summary>Opens a center.</summary>
    /// <param name="description">What it has.</param>
    /// <param name="start">Its first minute.</param>
    /// <param name="seed">The seed of everything that chance decides.</param>
    /// <param name="store">Where it publishes.</param>
    /// <param name="faults">What goes wrong, counted from <paramref name="faultsFrom"/>.</param>
    /// <param name="faultsFrom">The moment from which faults are counted; null: the start.</param>
    public SimulatedCenter(
        CenterDescription description,
        DateTimeOffset start,
        long seed,
        MetricStore store,
        IReadOnlyList<FaultWindow>? faults = null,
        DateTimeOffset? faultsFrom = null)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(store);
        _description = description;
        _firstMinute = MetricStore.MinuteOf(start);
        _start = DateTimeOffset.FromUnixTimeSeconds(_firstMinute * SecondsPerMinute);
        _faults = new FaultBoard(faults ?? []);
        _faultOffset = _start - (faultsFrom ?? _start);
        _publisher = new MetricPublisher(store, description.InstanceId);
        _queues = [.. description.Queues.Select(queue => new CallQueue(queue, description, _publisher, seed))];
        _groups = [.. description.RoutingProfiles.Select(profile => new AgentGroup(profile, description, _queues, _publisher, seed))];
        _flows = [.. description.Flows.Select(flow => new ContactFlow(flow, _publisher))];
        _flowShares = [.. description.Flows.Select(flow => flow.Share)];
        _queueShares = [.. description.Queues.Select(queue => queue.Share)];
        _tables = [.. description.Tables.Select((table, i) => new CenterTable(table, _start, _publisher, unchecked((int)seed + i)))];
        _apis = [.. description.Apis.Select(api => new ExternalApi(api, _publisher, seed))];
        _functions = [.. description.Functions.Select(function => new FlowFunction(function, _tables, _apis, _publisher, seed))];
        _bot = description.Bot is null ? null : new IvrBot(description.Bot, _publisher, seed);
        _telephony = new Telephony(description, _publisher, seed);
        _digital =
        [
            new("Chats", "ConcurrentActiveChats", "ChatsBreachingActiveChatQuota", description.ActiveChatQuota, 600, 1, _publisher, seed),
            new("Tasks", "ConcurrentTasks", "TasksBreachingConcurrencyQuota", 2500, 7200, 5, _publisher, seed),
            new("Emails", "ConcurrentEmails", null, 1000, 14400, 5, _publisher, seed),
        ];
        _account = new AccountMetrics(_publisher);
        _arrivals = new SeededRandom(seed, "arrivals");
    }

    /// <summary>The end of the last closed minute.</summary>
    public DateTimeOffset Now => _start.AddSeconds(_second);

    /// <summary>Every metric that the center can publish.</summary>
    public IReadOnlySet<MetricKey> Published => _publisher.Published;

    /// <summary>What is provisioned on a table, or on one of its indexes.</summary>
    /// <exception cref="ArgumentException">There is no such table or index.</exception>
    public Throughput TableCapacity(string table, string? index = null) => Table(table, index).Provisioned(index);

    /// <summary>Asks for a capacity, as <c>UpdateTable</c> does: it holds some seconds or minutes later.</summary>
    /// <exception cref="ArgumentException">There is no such table or index.</exception>
    public UpdateAnswer SetTableCapacity(string table, long reads, long writes, string? index = null) =>
        Table(table, index).Update(_second, index, new Throughput(reads, writes));

    /// <summary>What a description of a table and its metrics tell; null when there is no such table.</summary>
    public TableState? DescribeTable(string table) => Array.Find(_tables, candidate => candidate.Name == table)?.Describe(_second);

    /// <summary>One <c>UpdateTable</c>.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public UpdateAnswer UpdateTable(string table, TableUpdate update) => Table(table, null).Update(_second, update);

    /// <summary>Sets how many executions of a function may run at once.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public void SetFunctionConcurrency(string function, int concurrency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(concurrency);
        var found = Array.Find(_functions, candidate => candidate.Name == function)
            ?? throw new ArgumentException($"There is no function \"{function}\".", nameof(function));
        found.Concurrency = concurrency;
    }

    /// <summary>Simulates one minute and publishes its metrics.</summary>
    public CenterSnapshot AdvanceMinute()
    {
        var minute = _firstMinute + (_second / SecondsPerMinute);
        var local = TimeZoneInfo.ConvertTime(Now, _description.TimeZone).DateTime;
        _faults.MoveTo(Now - _start + _faultOffset);
        foreach (var group in _groups)
        {
            group.Shift(local, _faults.Share(FaultKind.AgentsAway, group.Name));
        }

        var calls = _description.Traffic.CallsPerSecond(local);
        for (var i = 0; i < SecondsPerMinute; i++)
        {
            AdvanceSecond(minute, calls);
            _second++;
        }

        Publish(minute);
        return Snapshot();
    }

    private CenterTable Table(string name, string? index) =>
        Array.Find(_tables, table => table.Name == name && table.Has(index))
        ?? throw new ArgumentException(index is null ? $"There is no table \"{name}\"." : $"There is no table \"{name}\" with an index \"{index}\".", nameof(name));

    private void AdvanceSecond(long minute, double calls)
    {
        foreach (var group in _groups)
        {
            group.Finish(_second);
        }

        foreach (var queue in _queues)
        {
            queue.GiveUp(_second);
        }

        Arrive(minute, calls);
        LeaveIvr(minute);
        foreach (var group in _groups)
        {
            group.Take(_second);
        }

        _telephony.Watch(ActiveCalls());
    }

    private int ActiveCalls()
    {
        var waiting = 0;
        foreach (var queue in _queues)
        {
            waiting += queue.Waiting;
        }

        return _ivr.Count + waiting + BusyAgents();
    }

    private int BusyAgents()
    {
        var busy = 0;
        foreach (var group in _groups)
        {
            busy += group.Busy;
        }

        return busy;
    }

    private void Arrive(long minute, double calls)
    {
        var traffic = _description.Traffic;
        var begun = 0;
        for (var arriving = _arrivals.Poisson(calls * _faults.Factor(FaultKind.CallSurge, null)); arriving > 0; arriving--)
        {
            var flow = _flows[_arrivals.Pick(_flowShares)];
            var topic = flow.Description.Queue is { } direct
                ? Array.FindIndex(_queues, queue => queue.Description.Name == direct)
                : _arrivals.Pick(_queueShares);
            if (!_telephony.Admit(ActiveCalls(), begun))
            {
                continue;
            }

            begun++;
            Begin(minute, flow, topic);
        }

        var chats = _digital[0].Advance(_second, calls * traffic.ChatsPerCall);
        if (Array.Find(_flows, flow => flow.Description.IsChat) is { } chatFlow)
        {
            for (var chat = 0; chat < chats; chat++)
            {
                Enter(new IvrCall(chatFlow, null, IsLost: Fatal(chatFlow)), _second);
            }
        }

        for (var channel = 1; channel < _digital.Length; channel++)
        {
            _ = _digital[channel].Advance(_second, calls * traffic.TasksPerCall);
        }
    }

    private void Begin(long minute, ContactFlow flow, int topic)
    {
        if (_bot is null || flow.Description.Queue is not null)
        {
            Enter(new IvrCall(flow, topic, Fatal(flow)), _second);
            return;
        }

        var (understood, error, seconds) = _bot.Talk(minute, _faults);
        if (error)
        {
            flow.CountError();
        }

        // Whoever could not say what it is about lands in the first queue.
        Enter(new IvrCall(flow, understood ? topic : 0, Fatal(flow)), _second + (long)Math.Round(seconds));
    }

    private void Enter(IvrCall call, long at) => _ivr.Enqueue(call, at);

    private bool Fatal(ContactFlow flow) => _arrivals.Chance(_faults.Share(FaultKind.FlowFails, flow.Description.Name));

    /// <summary>Contacts whose dialog is over: the functions run, and calls go to their queue.</summary>
    private void LeaveIvr(long minute)
    {
        _leaving.Clear();
        while (_ivr.TryPeek(out var call, out var at) && at <= _second)
        {
            _leaving.Add(_ivr.Dequeue());
            if (call.IsLost)
            {
                continue;
            }

            foreach (var function in _functions)
            {
                function.Reserve();
            }
        }

        var busy = BusyAgents();
        foreach (var table in _tables)
        {
            table.Serve(_second, busy, _faults);
        }

        foreach (var call in _leaving)
        {
            Route(minute, call);
        }
    }

    private void Route(long minute, IvrCall call)
    {
        if (call.IsLost)
        {
            call.Flow.CountFatal();
            return;
        }

        var effort = 1.0;
        foreach (var function in _functions)
        {
            var answer = function.Call(_second, minute, _faults);
            if (answer is FunctionAnswer.Error)
            {
                call.Flow.CountError();
            }

            effort = answer is FunctionAnswer.Complete ? effort : EffortWithoutData;
        }

        if (call.Queue is { } queue)
        {
            _ = _queues[queue].Enter(_second, effort);
        }
    }

    private void Publish(long minute)
    {
        var last = _second - 1;
        foreach (var queue in _queues)
        {
            var serving = _groups.Where(group => group.Serves(queue)).ToArray();
            queue.Publish(minute, last, serving.Sum(group => group.Staffed), serving.Sum(group => group.Available));
        }

        foreach (var group in _groups)
        {
            group.Publish(minute);
        }

        foreach (var flow in _flows)
        {
            flow.Publish(minute);
        }

        foreach (var table in _tables)
        {
            table.Publish(minute);
        }

        foreach (var api in _apis)
        {
            api.Publish(minute);
        }

        foreach (var channel in _digital)
        {
            channel.Publish(minute);
        }

        var running = _functions.Sum(function => function.Running);
        foreach (var function in _functions)
        {
            function.Publish(minute);
        }

        _bot?.Publish(minute);
        var answered = _queues.Sum(queue => queue.Total.Answered);
        _telephony.Publish(minute, answered - _answeredBefore, _groups.Sum(group => group.Missed), _faults);
        _answeredBefore = answered;
        _account.Publish(minute, _tables.Select(table => table.Sum), running);
    }

    private CenterSnapshot Snapshot() => new()
    {
        At = Now,
        Queues =
        [
            .. _queues.Select(queue => new QueueSnapshot(
                queue.Description.Name, queue.Waiting, TimeSpan.FromSeconds(queue.LongestWait(_second - 1)), queue.Total, queue.Rejected)),
        ],
        Agents = [.. _groups.Select(group => new AgentSnapshot(
            group.Name, group.Staffed, group.Busy, group.TotalStaffedSeconds == 0 ? 0 : (double)group.TotalBusySeconds / group.TotalStaffedSeconds))],
        CallsInIvr = _ivr.Count,
        ActiveCalls = ActiveCalls(),
        Rejected = _telephony.Rejected + _queues.Sum(queue => queue.Rejected),
        Broken = _faults.Sentences,
    };

    private readonly record struct IvrCall(ContactFlow Flow, int? Queue, bool IsLost);
}
