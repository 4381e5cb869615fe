using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// The planner of <c>ContactCenter.Core.Remediation</c>, run as its function is: once a minute by schedule and once when an alarm
/// goes off (requests throttled, or more consumed than provisioned), on metrics that have arrived. With <paramref name="native"/> the table
/// belongs to Application Auto Scaling and only its range is moved.
/// </summary>
public sealed class RemediationPolicy(
    TargetTracking? native = null, Readiness readiness = Readiness.Learned, CapacityTuning? tuning = null) : IPolicy
{
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

    private readonly CapacityRemediation _remediation = new(tuning);
    private RemediatedPart[] _parts = [];
    private RemediationLease<CapacityChange>? _lease;
    private long _runAt = RunAtSecond;
    private long _alarmAt = long.MaxValue;
    private long _watchUntil = -1;
    private int _minutes;
    private bool _inAlarm;

    public string Name => (native, readiness) switch
    {
        (not null, _) => "remediation + target tracking",
        (_, Readiness.Learned) => "remediation",
        (_, Readiness.Named) => "remediation, level named",
        _ => "remediation, not made ready",
    };

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options)
    {
        var first = options.Provisioned;
        _parts = [new RemediatedPart(null), .. trace.Indexes.Select(index => new RemediatedPart(index.Name))];
        _limits = readiness switch
        {
            Readiness.Named =>
                ReadyFor(Throughput.Min(Limits.Maximum, new Throughput(ReadyForTimes * first.Reads, ReadyForTimes * first.Writes))),
            Readiness.None => ReadyFor(Limits.Minimum),
            _ => _limits,
        };
        return native?.Prepare(trace, options) ?? options;
    }

    public void Before(long second, SimulatedTable table)
    {
        native?.Before(second, table);
        if (table.Minutes().Count != _minutes)
        {
            _minutes = table.Minutes().Count;
            var breaching = _parts.Any(part => IsBreaching(table.Minutes(part.Name)[^1]));
            _alarmAt = breaching && !_inAlarm ? table.Minutes()[^1].ArrivesAt + Limits.AlarmSeconds : _alarmAt;
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

    private static bool IsBreaching(in TableMinute minute) => minute.Throttled > 0
        || minute.Reads.Consumed > 60 * minute.Provisioned.Reads || minute.Writes.Consumed > 60 * minute.Provisioned.Writes;

    private CapacityLimits ReadyFor(Throughput level) => _limits with { ReadyForReads = level.Reads, ReadyForWrites = level.Writes };

    private void Run(long second, SimulatedTable table)
    {
        var arrived = table.ArrivedBy(second);
        if (arrived == 0)
        {
            return;
        }

        foreach (var part in _parts)
        {
            part.Remember(table, arrived);
        }

        var now = table.At(second);
        var plan = _remediation.Plan(Describe(table, arrived, now), _limits, _lease, now);
        if (plan.Change is not { } change)
        {
            _lease = plan.Lease;
            return;
        }

        foreach (var range in change.Targets)
        {
            native!.Register(range);
        }

        var lowered = _parts.Where(part =>
            change.Update.Of(part.Name) is { } to && to.DecreasesFrom(table.Provisioned(part.Name))).ToList();
        if (change.Update.IsEmpty || table.Update(second, change.Update) is UpdateAnswer.Accepted)
        {
            _lease = plan.Lease is { } lease ? lease with { State = LeaseState.Held } : null;
            lowered.ForEach(part => part.Decreases.Add(now));
        }
    }

    private TableState Describe(SimulatedTable table, int arrived, DateTimeOffset now) => new()
    {
        Name = table.Name,
        ReadAt = now,
        Resources = [.. _parts.Select(part => part.Describe(table, arrived, now) with
        {
            ReadTarget = native?.Range(part.Name, CapacityKind.Read),
            WriteTarget = native?.Range(part.Name, CapacityKind.Write),
        })],
    };
}
