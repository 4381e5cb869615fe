using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>A Lambda function that flows call.</summary>
internal sealed class FlowFunction
{
    private const double MedianMilliseconds = 130;
    private const double Spread = 0.5;
    private const double UsualErrors = 0.0001;

    /// <summary>Lambda ends an invocation here: the functions are deployed with the most that Connect could wait.</summary>
    private const double TimeoutMilliseconds = 8000;

    /// <summary>The flow has gone on without the answer.</summary>
    private const double FlowWaitsMilliseconds = FlowWait.Seconds * 1000;

    private const int SecondsRemembered = 16;

    /// <summary>Minutes that are looked at before reserved concurrency is changed.</summary>
    private const int MinutesRemembered = 30;

    private readonly FunctionDescription _description;
    private readonly CenterTable? _table;
    private readonly ExternalApi? _api;
    private readonly SeededRandom _random;
    private readonly MetricSeries _duration;
    private readonly MinuteCounter _invocations;
    private readonly MinuteCounter _errors;
    private readonly MinuteCounter _throttles;
    private readonly MetricSeries? _defaults;
    private readonly int[] _endingAt = new int[SecondsRemembered];
    private readonly Queue<(int Peak, long Throttles)> _minutes = new();
    private int _running;
    private int _peak;
    private long _second;

    public FlowFunction(
        FunctionDescription description, IEnumerable<CenterTable> tables, IEnumerable<ExternalApi> apis, MetricPublisher publisher,
        long seed)
    {
        _description = description;
        _table = tables.FirstOrDefault(table => table.Name == description.Table);
        _api = apis.FirstOrDefault(api => api.Name == description.Api);
        _random = new SeededRandom(seed, $"function {description.Name}");
        Concurrency = description.Concurrency;
        _duration = publisher.Function("Duration", description.Name);
        _invocations = new MinuteCounter(publisher.Function("Invocations", description.Name));
        _errors = new MinuteCounter(publisher.Function("Errors", description.Name));
        _throttles = new MinuteCounter(publisher.Function("Throttles", description.Name));
        _defaults = description.Hook is { } hook ? publisher.Own(OwnMetricNames.HookDefaults, new MetricDimension("Hook", hook)) : null;
    }

    public string Name => _description.Name;

    /// <summary>Executions that may run at once.</summary>
    public int Concurrency { get; set; }

    public int Running => _running;

    /// <summary>Asks the table for what the call will need; before the table serves the second.</summary>
    public void Reserve() => _table?.Ask(_description.Reads, _description.Writes);

    /// <summary>The external system that it asks, or null.</summary>
    public string? Api => _api?.Name;

    /// <summary>One call; what it answers depends on everything that it needs.</summary>
    /// <param name="second">The second.</param>
    /// <param name="minute">The minute in which it is counted.</param>
    /// <param name="faults">What is broken.</param>
    /// <param name="isApiSkipped">True when the flow has said to do without the external system.</param>
    public FunctionAnswer Call(long second, long minute, FaultBoard faults, bool isApiSkipped)
    {
        MoveTo(second);
        if (_running >= Concurrency * (1 - faults.Share(FaultKind.QuotaTaken, Name)))
        {
            _throttles.Add();
            return FunctionAnswer.Error;
        }

        var fallback = isApiSkipped;
        var took = _random.LogNormal(MedianMilliseconds, Spread);
        if (_api is not null && !isApiSkipped)
        {
            var (answered, milliseconds) = _api.Ask(minute, faults, _description.BudgetMilliseconds);
            took += milliseconds;
            fallback = !answered;
        }

        took *= faults.Factor(FaultKind.FunctionSlow, Name);
        var failure = Math.Max(UsualErrors, faults.Share(FaultKind.FunctionFails, Name));
        var isPrepared = took > _description.DeadlineMilliseconds;
        if (isPrepared)
        {
            (took, fallback) = (_description.DeadlineMilliseconds!.Value, true);
        }

        _defaults?.Add(minute, isPrepared ? 1 : 0);

        var tableFailure = _table?.Fails(_description.Reads > 0, _description.Writes > 0, faults) ?? 0;
        var failed = _random.Chance(1 - ((1 - failure) * (1 - tableFailure))) | took > TimeoutMilliseconds;
        took = Math.Min(took, TimeoutMilliseconds);
        _invocations.Add();
        _duration.Add(minute, took);
        _running++;
        _peak = Math.Max(_peak, _running);
        _endingAt[(int)((second + (long)Math.Ceiling(took / 1000)) % SecondsRemembered)]++;
        if (failed)
        {
            _errors.Add();
        }

        return failed || took > FlowWaitsMilliseconds ? FunctionAnswer.Error : fallback ? FunctionAnswer.Fallback : FunctionAnswer.Complete;
    }

    public void Publish(long minute)
    {
        var invoked = _invocations.Count > 0;
        _minutes.Enqueue((_peak, (long)_throttles.Count));
        if (_minutes.Count > MinutesRemembered)
        {
            _ = _minutes.Dequeue();
        }

        _peak = _running;
        _invocations.Publish(minute);
        _errors.Publish(minute, alsoZero: invoked);
        _throttles.Publish(minute, alsoZero: invoked);
    }

    /// <summary>What Lambda and CloudWatch tell of it.</summary>
    /// <param name="accountLimit">The account's quota of concurrent executions.</param>
    /// <param name="unreserved">What of it no function has reserved.</param>
    public ReservedConcurrencyState Describe(int accountLimit, int unreserved) => new()
    {
        Function = Name,
        Reserved = Concurrency,
        AccountLimit = accountLimit,
        Unreserved = unreserved,
        Concurrent = [.. _minutes.Select(static minute => minute.Peak)],
        Throttles = [.. _minutes.Select(static minute => minute.Throttles)],
    };

    private void MoveTo(long second)
    {
        for (var passed = Math.Max(_second + 1, second - SecondsRemembered + 1); passed <= second; passed++)
        {
            ref var ending = ref _endingAt[(int)(passed % SecondsRemembered)];
            _running -= ending;
            ending = 0;
        }

        _second = second;
    }
}
