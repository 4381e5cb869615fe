using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded.Texts;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>
/// Thresholds of deployed alarms: deployments reset all of them now and then, one is changed by hand, and processes die before and after
/// each call. The promises about them are checked here.
/// </summary>
internal sealed class FaultyThresholds : IAlarmThresholds
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>What one fault may cost: the clock of a minute.</summary>
    private static readonly TimeSpan PerFault = TimeSpan.FromMinutes(1);

    private readonly InMemoryThresholds _memory = new();
    private readonly Dictionary<string, BoundAlarm> _alarms;
    private readonly Dictionary<string, BoundAlarm> _everSet = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everHeld = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _wrongSince = new(StringComparer.Ordinal);
    private readonly HashSet<string> _violations = new(StringComparer.Ordinal);
    private readonly FaultDice _dice;
    private readonly SettingsTruth _truth;
    private readonly string _byHand;

    public FaultyThresholds(FaultDice dice, SettingsTruth truth, SeededRandom random)
    {
        (_dice, _truth) = (dice, truth);
        _alarms = AlarmPlan.For(truth.File).Where(static alarm => alarm.Definition.AnomalyBand is null)
            .ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal);
        _byHand = _alarms.Keys.ElementAt((int)(random.Next() * _alarms.Count));
        Deploy();
        _memory.Deploy(_byHand, _alarms[_byHand].Definition.Threshold + 1);
    }

    public IEnumerable<string> Violations => _violations;

    /// <summary>The alarms, by which people choose one.</summary>
    public IReadOnlyCollection<BoundAlarm> Alarms => _alarms.Values;

    /// <summary>Name of the alarm that somebody has changed by hand.</summary>
    public string ByHand => _byHand;

    /// <summary>
    /// A deployment writes every threshold of the file; what was changed by hand stays, because the template has not changed.
    /// </summary>
    public void Deploy()
    {
        foreach (var alarm in _alarms.Values.Where(alarm => alarm.Name != _byHand))
        {
            _memory.Deploy(alarm.Name, alarm.Definition.Threshold);
        }
    }

    public ValueTask<IReadOnlyDictionary<string, double>> ReadAsync(
        IReadOnlyCollection<string> alarms, CancellationToken cancellationToken)
    {
        _dice.MayCrash("before describing alarms");
        return _memory.ReadAsync(alarms, cancellationToken);
    }

    public async ValueTask WriteAsync(string alarm, double threshold, CancellationToken cancellationToken)
    {
        _dice.MayCrash("before writing an alarm");
        if (!_everSet.ContainsKey(alarm))
        {
            _violations.Add(Promises.NobodySetThreshold(alarm));
        }

        await _memory.WriteAsync(alarm, threshold, cancellationToken);
        _dice.MayCrash("after writing an alarm");
    }

    /// <summary>Somebody has set thresholds.</summary>
    public void Set(IEnumerable<AlarmThreshold> thresholds)
    {
        foreach (var one in thresholds)
        {
            foreach (var alarm in _alarms.Values.Where(alarm => IsOf(one, alarm)))
            {
                _everSet.TryAdd(alarm.Name, alarm);
            }
        }
    }

    /// <summary>Within a minute every alarm has the threshold that was set, and the file's where none is any more.</summary>
    public void CheckMinute(DateTimeOffset now)
    {
        if (_truth.IsOut(now))
        {
            // nothing is written while nobody knows what holds
            _wrongSince.Clear();
            return;
        }

        _everHeld.UnionWith(_everSet.Values
            .Where(alarm => Wanted(_truth.Newest, alarm, now) != alarm.Definition.Threshold).Select(static alarm => alarm.Name));
        foreach (var alarm in _everSet.Values.Where(alarm => alarm.Name != _byHand || _everHeld.Contains(alarm.Name)))
        {
            var (name, threshold) = (alarm.Name, _memory.All[alarm.Name]);
            if (_truth.Known(now).Any(settings => threshold == Wanted(settings, alarm, now)))
            {
                _wrongSince.Remove(name);
                continue;
            }

            var since = _wrongSince.TryGetValue(name, out var known) ? known : _wrongSince[name] = now;
            if (now - since > Late + (PerFault * _dice.FaultsSince(since)))
            {
                _violations.Add(Promises.OtherThreshold(name, $"{threshold}", $"{since:HH:mm}", $"{Wanted(_truth.Newest, alarm, now)}"));
            }
        }
    }

    private double Wanted(RuntimeSettings settings, BoundAlarm alarm, DateTimeOffset at) =>
        _truth.Threshold(settings, alarm, at);

    private static bool IsOf(AlarmThreshold one, BoundAlarm alarm) =>
        one.Alarm == alarm.Definition.Id && (one.Resource is null || one.Resource == alarm.Resource);
}
