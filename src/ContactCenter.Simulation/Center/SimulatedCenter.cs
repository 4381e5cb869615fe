using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Simulation.Center.Description;
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

    private readonly CenterDescription _description;
    private readonly DateTimeOffset _start;
    private readonly long _firstMinute;
    private readonly FaultBoard _faults;
    private readonly TimeSpan _faultOffset;
    private readonly MetricPublisher _publisher;
    private readonly OwnSeries _own;
    private readonly NumbersBook _numbers;
    private readonly CallFloor _floor;
    private readonly ContactFlow[] _flows;
    private readonly double[] _flowShares;
    private readonly double[] _queueShares;
    private readonly CenterTable[] _tables;
    private readonly ExternalApi[] _apis;
    private readonly FlowRunner _runner;
    private readonly Telephony _telephony;
    private readonly DigitalChannel[] _digital;
    private readonly AccountMetrics _account;
    private readonly SeededRandom _arrivals;

    /// <summary>Of its own, so that nothing else changes by contacts that are tried.</summary>
    private readonly SeededRandom _synthetic;
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
        _own = new OwnSeries(_publisher, description.Calendar);
        _numbers = new NumbersBook(_start, description.ServiceTargetSeconds);
        _floor = new CallFloor(description, _publisher, _numbers, _faults, seed);
        _flows = [.. description.Flows.Select(flow => new ContactFlow(flow, _publisher))];
        _flowShares = [.. description.Flows.Select(flow => flow.Share)];
        _queueShares = [.. description.Queues.Select(queue => queue.Share)];
        _tables = [.. description.Tables.Select((table, i) => new CenterTable(table, _start, _publisher, unchecked((int)seed + i)))];
        _apis = [.. description.Apis.Select(api => new ExternalApi(api, _publisher, seed))];
        _runner = new FlowRunner(description, _floor, _tables, _apis, _publisher, seed);
        _telephony = new Telephony(description, _publisher, _faults, seed);
        _digital =
        [
            new(
                "Chats", "ConcurrentActiveChats", "ChatsBreachingActiveChatQuota", description.ActiveChatQuota, 600, 1, _publisher, _faults,
                seed),
            new("Tasks", "ConcurrentTasks", "TasksBreachingConcurrencyQuota", 2500, 7200, 5, _publisher, _faults, seed),
            new("Emails", "ConcurrentEmails", null, 1000, 14400, 5, _publisher, _faults, seed),
        ];
        _account = new AccountMetrics(_publisher, _faults);
        _arrivals = new SeededRandom(seed, "arrivals");
        _synthetic = new SeededRandom(seed, "synthetic");
    }

    /// <summary>The end of the last closed minute.</summary>
    public DateTimeOffset Now => _start.AddSeconds(_second);

    /// <summary>What Amazon Connect would answer about the last closed minute.</summary>
    public CenterFigures Figures { get; private set; } = new() { At = DateTimeOffset.MinValue, Window = TimeSpan.FromMinutes(15) };

    /// <summary>What Amazon Connect would answer about the half hours that begin between two moments: what has ended until now.</summary>
    public CenterNumbers Numbers(DateTimeOffset from, DateTimeOffset to) => _floor.Numbers(from, to);

    /// <summary>What it would answer about how long those waited who ended between two moments.</summary>
    public WaitReading Waits(DateTimeOffset from, DateTimeOffset to) => _floor.Waits(from, to);

    /// <summary>Tells of every contact when it has ended.</summary>
    public void Observe(Action<EndedContact> observer) => _numbers.Observer = observer;

    /// <summary>Every metric that the center has published, or that the services may publish about it.</summary>
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
        var found = _runner.Find(function)
            ?? throw new ArgumentException($"There is no function \"{function}\".", nameof(function));
        found.Concurrency = concurrency;
    }

    /// <summary>What Lambda and CloudWatch tell of a function; null when there is no such function.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="accountLimit">The account's quota of concurrent executions.</param>
    public ReservedConcurrencyState? DescribeFunction(string function, int accountLimit) =>
        _runner.Find(function)?.Describe(accountLimit, Math.Max(0, accountLimit - _runner.Functions.Sum(static one => one.Concurrency)));

    /// <summary>Lets flows ask, for each contact by its id, which external systems to go around.</summary>
    public void AskBefore(Func<string, IReadOnlyCollection<string>> skips) => _runner.AskBefore(skips);

    /// <summary>Where a contact that the center's own system makes would end now: the step that does not happen, or null.</summary>
    public SyntheticStep? Missed(SyntheticContact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var bot = _description.Bot?.Name;
        return _synthetic.Chance(_faults.Share(FaultKind.FlowFails, contact.Flow)) ? SyntheticStep.Greeting
            : contact.BotArn is not null && bot is not null
                && _synthetic.Chance(Math.Max(_faults.Share(FaultKind.BotFails, bot), _faults.Share(FaultKind.BotThrottled, bot)))
                ? SyntheticStep.Bot
            : null;
    }

    /// <summary>Share of the quota of concurrent calls that is in use, in percent.</summary>
    public double CallsPercent => 100.0 * ActiveCalls() / _description.ConcurrentCallQuota;

    /// <summary>Simulates one minute and publishes its metrics.</summary>
    public CenterSnapshot AdvanceMinute()
    {
        var minute = _firstMinute + (_second / SecondsPerMinute);
        var local = TimeZoneInfo.ConvertTime(Now, _description.TimeZone).DateTime;
        _faults.MoveTo(Now - _start + _faultOffset);
        var calls = _description.Traffic.CallsPerSecond(local);
        if (_description.Habits is { } habits && habits.Holidays.Contains(DateOnly.FromDateTime(local)))
        {
            calls *= habits.HolidayShare;
        }

        _floor.Shift(Now, local, _second, calls);
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
        ?? throw new ArgumentException(
            index is null ? $"There is no table \"{name}\"." : $"There is no table \"{name}\" with an index \"{index}\".", nameof(name));

    private void AdvanceSecond(long minute, double calls)
    {
        _floor.End(_second);
        Arrive(minute, calls);
        _runner.Leave(_second, minute, _faults);
        _floor.Take(_second);
        _telephony.Watch(ActiveCalls());
    }

    private int ActiveCalls() => _runner.Count + _floor.Waiting + _floor.Busy;

    private void Arrive(long minute, double calls)
    {
        var traffic = _description.Traffic;
        var begun = 0;
        for (var arriving = _arrivals.Poisson(calls * _faults.Factor(FaultKind.CallSurge, null)); arriving > 0; arriving--)
        {
            var flow = _flows[_arrivals.Pick(_flowShares)];
            var topic = flow.Description.Queue is { } direct
                ? _floor.IndexOf(direct)
                : _arrivals.Pick(_queueShares);
            if (Happens(_faults.Share(FaultKind.NumberWithoutFlow, null)))
            {
                _telephony.Misdial();
                continue;
            }

            if (Happens(_faults.Share(FaultKind.LinesCut, null)) || !_telephony.Admit(ActiveCalls(), begun))
            {
                continue;
            }

            begun++;
            _runner.Begin(_second, minute, flow, topic, Fatal(flow), _faults);
        }

        var chats = _digital[0].Advance(_second, calls * traffic.ChatsPerCall);
        if (Array.Find(_flows, flow => flow.Description.IsChat) is { } chatFlow)
        {
            for (var chat = 0; chat < chats; chat++)
            {
                _runner.Enter(chatFlow, null, Fatal(chatFlow), _second);
            }
        }

        for (var channel = 1; channel < _digital.Length; channel++)
        {
            _ = _digital[channel].Advance(_second, calls * traffic.TasksPerCall);
        }
    }

    /// <summary>Chance is asked only while something is broken, so that every other day stays as it was.</summary>
    private bool Happens(double share) => share > 0 && _arrivals.Chance(share);

    private bool Fatal(ContactFlow flow) => _arrivals.Chance(_faults.Share(FaultKind.FlowFails, flow.Description.Name));

    private void Publish(long minute)
    {
        Figures = _floor.Publish(minute, _second - 1, Now);
        _own.Publish(minute, Figures);
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

        var running = _runner.Publish(minute);
        var answered = _floor.Queues.Sum(queue => queue.Total.Answered);
        _telephony.Publish(minute, answered - _answeredBefore, _floor.Missed);
        _answeredBefore = answered;
        _account.Publish(minute, _tables.Select(table => table.Sum), running);
    }

    private CenterSnapshot Snapshot() => new()
    {
        At = Now,
        Queues = _floor.QueueSnapshots(_second - 1),
        Agents = _floor.AgentSnapshots(),
        CallsInIvr = _runner.Count,
        ActiveCalls = ActiveCalls(),
        Rejected = _telephony.Rejected + _floor.Queues.Sum(queue => queue.Rejected),
        LedAround = _runner.LedAround,
        Broken = _faults.Sentences,
    };
}
