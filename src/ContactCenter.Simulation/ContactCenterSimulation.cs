using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.DynamoDb;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Simulation;

/// <summary>
/// A scenario, minute by minute: the center publishes, alarms are evaluated, state changes come out as the events that would reach
/// the system, and repairs go back in. The same scenario, center, alarms, seed and repairs give the same output.
/// </summary>
public sealed class ContactCenterSimulation
{
    /// <summary>The center is open for this long before the scenario starts, so that it starts in the middle of life.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(90);

    /// <summary>Earlier days of the same weekday from which anomaly detection learns what is normal.</summary>
    private const int DaysLearned = 5;

    /// <summary>Earlier weeks from which it learns, where a scenario is longer than a day.</summary>
    private const int WeeksLearned = 2;

    /// <summary>What is learned is taken from the store before it is forgotten there.</summary>
    private static readonly TimeSpan LearnedAtOnce = TimeSpan.FromHours(4);

    private const int DaysPerWeek = 7;

    /// <summary>Alarms on metrics of whole days are left out: no scenario is long enough to move them.</summary>
    private static readonly TimeSpan MaximumPeriod = TimeSpan.FromDays(1);

    private readonly MetricStore _store = new();
    private readonly MetricSeries[] _heartbeats;
    private readonly SimulatedCenter _center;
    private readonly AlarmEvaluator _evaluator;
    private readonly AlarmMessageWriter _writer;
    private readonly HashSet<string> _turnedRed = new(StringComparer.Ordinal);
    private CenterSnapshot? _last;
    private int _changes;
    private int _mostRed;

    /// <summary>Prepares a scenario: learns what is normal and lets the center run in.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="center">To whom.</param>
    /// <param name="alarms">The alarms that are deployed there.</param>
    /// <param name="seed">The seed of everything that chance decides.</param>
    /// <param name="source">The account from which messages come; null: an example account.</param>
    /// <param name="normal">What is normal; null: it is learned from earlier weeks of the same seed.</param>
    /// <exception cref="MetricExpressionException">An alarm's expression cannot be read.</exception>
    public ContactCenterSimulation(
        Scenario scenario, CenterDescription center, IReadOnlyList<BoundAlarm> alarms, long seed, AlarmSource? source = null,
        AnomalyModel? normal = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(alarms);
        center = center with { Habits = scenario.Habits };
        Start = StartOf(scenario, center);
        alarms = [.. alarms.Where(alarm => alarm.Definition.Period < MaximumPeriod)];
        _writer = new AlarmMessageWriter(source ?? new AlarmSource());
        _evaluator = new AlarmEvaluator(alarms, _store, normal ?? Learn(scenario, center, alarms, seed), AlarmState.Ok);
        _center = new SimulatedCenter(center, Start - WarmUp, seed, _store, scenario.FaultsFor(center), Start);

        // The heartbeat is that of the system which is being demonstrated; it lives as long as somebody asks for the next minute.
        _heartbeats =
        [
            .. alarms.SelectMany(alarm => alarm.Metrics).Where(metric => metric is { Namespace: "ContactCenter", Name: "Heartbeat" })
                .Select(MetricKey.Of).Distinct().Select(_store.Series),
        ];
        while (_center.Now < Start)
        {
            _ = AdvanceCenter();
            _ = _evaluator.Evaluate(_center.Now);
        }

        Unwatched = [.. alarms.Where(alarm => alarm.Definition.Scope is not AlarmScope.System
            && alarm.Metrics.Any(metric => !_center.Published.Contains(MetricKey.Of(metric))))];
    }

    /// <summary>Every metric that the simulated center publishes.</summary>
    public IReadOnlySet<MetricKey> Published => _center.Published;

    /// <summary>The moment at which the scenario starts.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The end of the last minute.</summary>
    public DateTimeOffset Now => _center.Now;

    /// <summary>What Amazon Connect would answer about the last minute.</summary>
    public CenterFigures Figures => _center.Figures;

    /// <summary>What Amazon Connect would answer about the half hours that begin between two moments.</summary>
    public CenterNumbers Numbers(DateTimeOffset from, DateTimeOffset to) => _center.Numbers(from, to);

    /// <summary>What Amazon Connect would answer about how long those waited who ended between two moments.</summary>
    public WaitReading Waits(DateTimeOffset from, DateTimeOffset to) => _center.Waits(from, to);

    /// <summary>Reads watched series of what CloudWatch has.</summary>
    public WatchedMinutes Watch(IReadOnlyList<WatchedSeries> series) => new(_store, series);

    /// <summary>Tells of every contact that ends from now on.</summary>
    public void Observe(Action<EndedContact> observer) => _center.Observe(observer);

    /// <summary>Alarms on metrics that this center never publishes: most often a name that differs between alarm and center.</summary>
    public IReadOnlyList<BoundAlarm> Unwatched { get; }

    /// <summary>What happened until now.</summary>
    public SimulationTotals Totals => new(_changes, _turnedRed.Count, _mostRed, _last);

    /// <summary>Lets a minute pass.</summary>
    public MinuteReport Advance()
    {
        var snapshot = AdvanceCenter();
        var changes = _evaluator.Evaluate(_center.Now);
        var red = _evaluator.Red.Count();
        _turnedRed.UnionWith(changes.Where(change => change.To is AlarmState.Alarm).Select(change => change.Alarm.Name));
        _changes += changes.Count;
        _mostRed = Math.Max(_mostRed, red);
        _last = snapshot;
        return new MinuteReport(
            _center.Now, snapshot, red, [.. changes.Select(change => new AlarmEvent(change, _writer.WriteEvent(change)))]);
    }

    /// <summary>Lets time pass, minute by minute.</summary>
    public IEnumerable<MinuteReport> Run(TimeSpan length)
    {
        var end = Now + length;
        while (Now < end)
        {
            yield return Advance();
        }
    }

    /// <summary>Where a contact that the center's own system makes would end now: the step that does not happen, or null.</summary>
    public SyntheticStep? Missed(SyntheticContact contact) => _center.Missed(contact);

    /// <summary>Share of the quota of concurrent calls that is in use, in percent.</summary>
    public double CallsPercent => _center.CallsPercent;

    /// <summary>What a description of a table and its metrics tell; null when there is no such table.</summary>
    public TableState? DescribeTable(string table) => _center.DescribeTable(table);

    /// <summary>One <c>UpdateTable</c>: a table and its indexes together.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public UpdateAnswer UpdateTable(string table, TableUpdate update) => _center.UpdateTable(table, update);

    /// <summary>Sets how many executions of a function may run at once.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public void SetFunctionConcurrency(string function, int concurrency) => _center.SetFunctionConcurrency(function, concurrency);

    /// <summary>What Lambda and CloudWatch tell of a function; null when there is no such function.</summary>
    public ReservedConcurrencyState? DescribeFunction(string function, int accountLimit) =>
        _center.DescribeFunction(function, accountLimit);

    /// <summary>Lets flows ask, for each contact by its id, which external systems to go around.</summary>
    public void AskBefore(Func<string, IReadOnlyCollection<string>> skips) => _center.AskBefore(skips);

    private CenterSnapshot AdvanceCenter()
    {
        var minute = MetricStore.MinuteOf(_center.Now);
        foreach (var heartbeat in _heartbeats)
        {
            heartbeat.Add(minute, 1);
        }

        return _center.AdvanceMinute();
    }

    /// <summary>What is normal in a center at the time of a scenario, learned from earlier weeks in which nothing happens.</summary>
    public static AnomalyModel Learn(Scenario scenario, CenterDescription center, IReadOnlyList<BoundAlarm> alarms, long seed)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(alarms);
        var model = new AnomalyModel();
        if (!alarms.Any(alarm => alarm.Definition.AnomalyBand is not null))
        {
            return model;
        }

        // Tables and functions do nothing to the calls of a normal day, and cost half of the time.
        var plain = center with { Tables = [], Functions = [], Habits = scenario.Habits };
        var isLong = scenario.Length > TimeSpan.FromDays(1);
        var length = isLong
            ? TimeSpan.FromDays(DaysPerWeek)
            : TimeSpan.FromMinutes(Math.Min(24 * 60, (scenario.Length + WarmUp + WarmUp).TotalMinutes));
        for (var week = 1; week <= (isLong ? WeeksLearned : DaysLearned); week++)
        {
            var from = StartOf(scenario, center) - WarmUp - TimeSpan.FromDays(DaysPerWeek * week);
            var store = new MetricStore();
            var past = new SimulatedCenter(plain, from, unchecked(seed - (week * 7919)), store);

            // The first half hour is left out: the center fills up from nothing.
            var learned = MetricStore.MinuteOf(from) + 30;
            while (past.Now < from + length)
            {
                _ = past.AdvanceMinute();
                var now = MetricStore.MinuteOf(past.Now);
                if (past.Now >= from + length || now - learned >= LearnedAtOnce.TotalMinutes)
                {
                    model.Learn(alarms, store, learned, now);
                    learned = now;
                }
            }
        }

        return model;
    }

    private static DateTimeOffset StartOf(Scenario scenario, CenterDescription center) =>
        new DateTimeOffset(scenario.StartLocal, center.TimeZone.GetUtcOffset(scenario.StartLocal)).ToUniversalTime();
}

/// <summary>What a minute brought.</summary>
/// <param name="At">The end of the minute.</param>
/// <param name="Snapshot">The center then.</param>
/// <param name="RedAlarms">Alarms in ALARM then.</param>
/// <param name="AlarmEvents">State changes of alarms, in the order of the alarms.</param>
public sealed record MinuteReport(DateTimeOffset At, CenterSnapshot Snapshot, int RedAlarms, IReadOnlyList<AlarmEvent> AlarmEvents);
