using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>Contacts in their flows: the dialog with the bot, then the functions, then the queue.</summary>
internal sealed class FlowRunner
{
    /// <summary>How much longer an agent needs for a caller about whom nothing could be looked up.</summary>
    private const double EffortWithoutData = 1.2;

    private static readonly string[] Nothing = [];

    private readonly CallFloor _floor;
    private readonly CenterTable[] _tables;
    private readonly FlowFunction[] _functions;
    private readonly IvrBot? _bot;
    private readonly FlowLog _log;
    private readonly PriorityQueue<InFlow, long> _ivr = new();
    private readonly List<InFlow> _leaving = [];
    private Func<string, IReadOnlyCollection<string>>? _skips;
    private long _contacts;

    public FlowRunner(
        CenterDescription description,
        CallFloor floor,
        CenterTable[] tables,
        IEnumerable<ExternalApi> apis,
        MetricPublisher publisher,
        long seed)
    {
        _floor = floor;
        _tables = tables;
        _functions = [.. description.Functions.Select(function => new FlowFunction(function, tables, apis, publisher, seed))];
        _log = new FlowLog(publisher, description.FlowLogs);
        _bot = description.Bot is null ? null : new IvrBot(description.Bot, publisher, seed);
    }

    /// <summary>Contacts that are in a flow.</summary>
    public int Count => _ivr.Count;

    /// <summary>Contacts that were led around an external system since the start.</summary>
    public long LedAround { get; private set; }

    /// <summary>The function of this name, or null.</summary>
    public IReadOnlyList<FlowFunction> Functions => _functions;

    public FlowFunction? Find(string function) => Array.Find(_functions, candidate => candidate.Name == function);

    /// <summary>Lets flows ask, for each contact by its id, which external systems to go around.</summary>
    public void AskBefore(Func<string, IReadOnlyCollection<string>> skips) => _skips = skips;

    /// <summary>A call comes in.</summary>
    public void Begin(long second, long minute, ContactFlow flow, int topic, bool isLost, FaultBoard faults)
    {
        if (_bot is null || flow.Description.Queue is not null)
        {
            Enter(flow, topic, isLost, second);
            return;
        }

        // A bot that fails is no error of the flow: its block leaves by a branch of its own. Whoever could not say what it is about
        // lands in the first queue.
        var (understood, seconds) = _bot.Talk(minute, faults);
        Enter(flow, understood ? topic : 0, isLost, second + (long)Math.Round(seconds));
    }

    /// <summary>A contact is in a flow until a second; one without a queue, such as a chat, ends there.</summary>
    public void Enter(ContactFlow flow, int? queue, bool isLost, long until) => _ivr.Enqueue(new InFlow(flow, queue, isLost), until);

    /// <summary>Contacts whose dialog is over: the functions run, and calls go to their queue.</summary>
    public void Leave(long second, long minute, FaultBoard faults)
    {
        _leaving.Clear();
        while (_ivr.TryPeek(out var call, out var at) && at <= second)
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

        var busy = _floor.Busy;
        foreach (var table in _tables)
        {
            table.Serve(second, busy, faults);
        }

        foreach (var call in _leaving)
        {
            Route(second, minute, call, faults);
        }
    }

    /// <summary>Publishes functions and bot, and gives the executions that run.</summary>
    public int Publish(long minute)
    {
        var running = _functions.Sum(function => function.Running);
        foreach (var function in _functions)
        {
            function.Publish(minute);
        }

        _bot?.Publish(minute);
        _log.Publish(minute);
        return running;
    }

    private void Route(long second, long minute, InFlow call, FaultBoard faults)
    {
        if (call.IsLost)
        {
            call.Flow.CountFatal();
            return;
        }

        var skipped = _skips?.Invoke(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"simulated-{++_contacts}"))
            ?? Nothing;
        var isLedAround = false;
        var effort = 1.0;
        foreach (var function in _functions)
        {
            var isApiSkipped = function.Api is { } api && skipped.Contains(api);
            isLedAround |= isApiSkipped;
            var answer = function.Call(second, minute, faults, isApiSkipped);
            if (answer is FunctionAnswer.Error)
            {
                call.Flow.CountError();
                _log.CountHook();
            }

            effort = answer is FunctionAnswer.Complete ? effort : EffortWithoutData;
        }

        LedAround += isLedAround ? 1 : 0;
        if (call.Queue is { } queue)
        {
            _floor.Enter(queue, second, effort);
        }
    }

    private readonly record struct InFlow(ContactFlow Flow, int? Queue, bool IsLost);
}
