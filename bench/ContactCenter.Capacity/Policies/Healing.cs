using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// The planner of <c>ContactCenter.Core.Remediation</c>, run as its function is: once a minute by schedule and once when an alarm
/// goes off (requests throttled, or more consumed than provisioned), on metrics that have arrived. With <paramref name="native"/> the table belongs to Application Auto Scaling and only
/// its range is moved.
/// </summary>
public sealed class Healing(TargetTracking? native = null, Readiness readiness = Readiness.Learned) : IPolicy
{
    private const int MinutesRead = 60;
    private const int RunAtSecond = 20;

    // Woken by an alarm, the function looks again every quarter of a minute for as long as a repair and its growth take.
    private const int WatchEverySeconds = 15;
    private const int WatchSeconds = 600;

    // What an operator would name who knows nothing of the trace: ten times the present capacity within seconds.
    private const int ReadyForTimes = 10;

    private CapacityLimits _limits = new()
    {
        Minimum = Limits.Minimum,
        Maximum = Limits.Maximum,
        FollowDemandDown = true,
    };

    private readonly CapacityRemediation _remediation = new();
    private readonly List<double> _fiveMinuteReads = [];
    private readonly List<double> _fiveMinuteWrites = [];
    private RemediationLease<CapacityChange>? _lease;
    private readonly List<DateTimeOffset> _decreases = [];
    private long _runAt = RunAtSecond;
    private long _alarmAt = long.MaxValue;
    private long _watchUntil = -1;
    private int _minutes;
    private bool _inAlarm;

    public string Name => (native, readiness) switch
    {
        (not null, _) => "healing + target tracking",
        (_, Readiness.Learned) => "healing",
        (_, Readiness.Named) => "healing, level named",
        _ => "healing, not made ready",
    };

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options)
    {
        var first = options.Provisioned;
        _limits = readiness switch
        {
            Readiness.Named => ReadyFor(Throughput.Min(Limits.Maximum, new Throughput(ReadyForTimes * first.Reads, ReadyForTimes * first.Writes))),
            Readiness.None => ReadyFor(Limits.Minimum),
            _ => _limits,
        };
        return options;
    }

    public void Before(long second, SimulatedTable table)
    {
        native?.Before(second, table);
        if (table.Minutes().Count != _minutes)
        {
            _minutes = table.Minutes().Count;
            var minute = table.Minutes()[^1];
            var breaching = minute.Throttled > 0
                || minute.Reads.Consumed > 60 * minute.Provisioned.Reads || minute.Writes.Consumed > 60 * minute.Provisioned.Writes;
            _alarmAt = breaching && !_inAlarm ? minute.ArrivesAt + Limits.AlarmSeconds : _alarmAt;
            _inAlarm = breaching;
        }

        if (second < _runAt && second < _alarmAt)
        {
            return;
        }

        _watchUntil = second >= _alarmAt && second > _watchUntil ? second + WatchSeconds : _watchUntil;
        _alarmAt = second < _alarmAt ? _alarmAt : second < _watchUntil ? second + WatchEverySeconds : long.MaxValue;
        _runAt = second >= _runAt ? second - (second % 60) + 60 + RunAtSecond : _runAt;
        if (!table.IsUpdating)
        {
            Run(second, table);
        }
    }

    private CapacityLimits ReadyFor(Throughput level) => _limits with { ReadyForReads = level.Reads, ReadyForWrites = level.Writes };

    private void Run(long second, SimulatedTable table)
    {
        var arrived = table.ArrivedBy(second);
        if (arrived == 0)
        {
            return;
        }

        Remember(table, arrived);
        var now = table.At(second);
        var plan = _remediation.Plan(Describe(table, arrived, now), _limits, _lease, now);
        if (plan.Change is not { } change)
        {
            _lease = plan.Lease;
            return;
        }

        foreach (var range in change.Targets)
        {
            native!.Register(range.Kind, range.Target);
        }

        var before = table.Provisioned();
        if (change.Update.IsEmpty || table.Update(second, change.Update) is UpdateAnswer.Accepted)
        {
            _lease = plan.Lease is { } lease ? lease with { State = LeaseState.Held } : null;
            if (change.Update.Table is { } lower && lower.DecreasesFrom(before))
            {
                _decreases.Add(now);
            }
        }
    }

    private TableState Describe(SimulatedTable table, int arrived, DateTimeOffset now)
    {
        var from = Math.Max(0, arrived - MinutesRead);
        var (reads, writes) = (new CapacityMinute[arrived - from], new CapacityMinute[arrived - from]);
        for (var i = from; i < arrived; i++)
        {
            reads[i - from] = table.Minutes()[i].Reads;
            writes[i - from] = table.Minutes()[i].Writes;
        }

        return new TableState
        {
            Name = table.Name,
            ReadAt = now,
            Resources =
            [
                new CapacityResource
                {
                    Provisioned = table.Provisioned(),
                    Warm = table.Warm(),
                    DecreasesToday = table.DecreasesToday(),
                    LastDecrease = table.LastDecrease(),
                    KnownDecreases = _decreases,
                    LastIncrease = table.LastIncrease(),
                    Reads = reads,
                    Writes = writes,
                    ReadOutlook = DemandOutlook.From(_fiveMinuteReads),
                    WriteOutlook = DemandOutlook.From(_fiveMinuteWrites),
                    ReadTarget = native?.Range(CapacityKind.Read),
                    WriteTarget = native?.Range(CapacityKind.Write),
                },
            ],
        };
    }

    // What GetMetricData gives at a period of five minutes: consumed and throttled sums.
    private void Remember(SimulatedTable table, int arrived)
    {
        while ((_fiveMinuteReads.Count + 1) * 5 <= arrived)
        {
            var (reads, writes) = (0.0, 0.0);
            for (var i = _fiveMinuteReads.Count * 5; i < (_fiveMinuteReads.Count + 1) * 5; i++)
            {
                reads += Units(table.Minutes()[i].Reads);
                writes += Units(table.Minutes()[i].Writes);
            }

            _fiveMinuteReads.Add(reads / 300);
            _fiveMinuteWrites.Add(writes / 300);
        }
    }

    private static double Units(in CapacityMinute minute) =>
        minute.Consumed + ((minute.Throttled.Total - minute.Throttled.KeyRange) * (minute.Requests > 0 ? minute.Consumed / minute.Requests : 1));
}
