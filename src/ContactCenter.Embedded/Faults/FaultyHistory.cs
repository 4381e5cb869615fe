using System.Globalization;
using System.Text.Json;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Texts;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// The second reader of the stream, and what it writes, under faults: records come late, twice and overtaken, and its process dies before
/// and after each call. It has dice and an agenda of its own, so that what goes wrong elsewhere is the same with it and without it. A
/// stream loses nothing that was not given up, so it brings every record in the end.
/// </summary>
internal sealed class FaultyHistory : IIncidentFiles, IIncidentHistory, IAlarmHistory
{
    private const int BatchSize = 25;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly InMemoryIncidentStore _store;
    private readonly FaultDice _dice;
    private readonly VirtualClock _clock;
    private readonly Sabotage _sabotage;
    private readonly InMemoryIncidentHistory _incidents = new();
    private readonly InMemoryAlarmHistory _alarms = new();
    private readonly PriorityQueue<HistoryChange, (DateTimeOffset At, long Order)> _agenda = new();
    private long _order;

    public FaultyHistory(InMemoryIncidentStore store, FaultDice dice, VirtualClock clock, Sabotage sabotage)
    {
        (_store, _dice, _clock, _sabotage) = (store, dice, clock, sabotage);
        store.Outbox.Ended += effect => Changed([StreamEvent.Ended(effect, clock.Now)]);
    }

    /// <summary>The stream will bring these, sooner or later, perhaps twice.</summary>
    public void Changed(IEnumerable<HistoryChange> changes)
    {
        foreach (var change in changes)
        {
            Bring(change, _clock.Now + _dice.Delay());
            if (_dice.Chance(_dice.Rates.Duplicate))
            {
                Bring(change, _clock.Now + _dice.Delay());
            }
        }
    }

    /// <summary>False: from now on everything works.</summary>
    public bool IsBroken
    {
        set => _dice.IsOn = value;
    }

    /// <summary>Brings what comes until a time, in batches, and again what the function asks for.</summary>
    public async ValueTask PassToAsync(DateTimeOffset until, EmbeddedSystem functions)
    {
        var batch = new List<HistoryChange>();
        while (_agenda.TryPeek(out _, out var next) && next.At <= until)
        {
            batch.Add(_agenda.Dequeue());
            if (batch.Count == BatchSize || !_agenda.TryPeek(out _, out var later) || later.At > until)
            {
                using var reply = JsonDocument.Parse(await functions.InvokeAsync(EmbeddedFunction.KeepHistory, StreamEvent.Of(batch)));
                foreach (var failure in reply.RootElement.GetProperty("batchItemFailures").EnumerateArray())
                {
                    var number = int.Parse(failure.GetProperty("itemIdentifier").GetString()!, CultureInfo.InvariantCulture);
                    Bring(batch[number - 1], next.At + Pause);
                }

                batch.Clear();
            }
        }
    }

    /// <summary>
    /// The promise: in the end the history says of every incident what the incident says, and knows every change of every alarm.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>> ViolationsAsync()
    {
        var violations = new List<string>();
        var kept = _incidents.All.ToDictionary(static record => record.Id, StringComparer.Ordinal);
        foreach (var incident in _store.All)
        {
            var record = IncidentHistorian.Record((await _store.OpenAsync(incident.Id, CancellationToken.None))!);
            if (!kept.Remove(incident.Id, out var found) || Json(found) != Json(record))
            {
                violations.Add(Promises.HistoryDiffers(incident.Id));
            }
        }

        violations.AddRange(kept.Keys.Select(Promises.HistoryInvents));
        foreach (var track in _store.Tracks)
        {
            var days = await _alarms.OfAlarmAsync(track.Id, DateOnly.MinValue, DateOnly.MaxValue, CancellationToken.None);
            var known = days.SelectMany(static day => day.Moments)
                .Select(static moment => (moment.At.ToUnixTimeMilliseconds(), moment.State))
                .ToHashSet();
            violations.AddRange(track.Moments
                .Where(moment => !known.Contains((moment.At.ToUnixTimeMilliseconds(), moment.State)))
                .Select(moment => Promises.HistoryLacks(track.Name, $"{moment.State}", $"{moment.At:HH:mm:ss}")));
        }

        return violations;
    }

    public ValueTask<IncidentFile?> OpenNewestAsync(string code, CancellationToken cancellationToken)
    {
        _dice.MayCrash("before opening a file");
        return _store.OpenNewestAsync(code, cancellationToken);
    }

    public ValueTask<IncidentFile?> OpenAsync(string incidentId, CancellationToken cancellationToken)
    {
        _dice.MayCrash("before opening a file");
        return _store.OpenAsync(incidentId, cancellationToken);
    }

    public async ValueTask KeepAsync(IncidentRecord record, CancellationToken cancellationToken)
    {
        _dice.MayCrash("before keeping a record");
        if (_sabotage == Sabotage.LosesHistory && _dice.Chance(0.2))
        {
            return;
        }

        await _incidents.KeepAsync(record, cancellationToken);
        _dice.MayCrash("after keeping a record");
    }

    public async ValueTask AddAsync(IReadOnlyList<AlarmNews> news, CancellationToken cancellationToken)
    {
        _dice.MayCrash("before keeping changes of alarms");
        await _alarms.AddAsync(news, cancellationToken);
        _dice.MayCrash("after keeping changes of alarms");
    }

    public ValueTask<HistoryPage> MonthAsync(DateOnly month, int limit, string? after, CancellationToken cancellationToken) =>
        _incidents.MonthAsync(month, limit, after, cancellationToken);

    public ValueTask<HistoryPage> OfResourceAsync(string resource, int limit, string? after, CancellationToken cancellationToken) =>
        _incidents.OfResourceAsync(resource, limit, after, cancellationToken);

    public ValueTask<IReadOnlyList<AlarmDay>> DayAsync(DateOnly day, CancellationToken cancellationToken) =>
        _alarms.DayAsync(day, cancellationToken);

    public ValueTask<IReadOnlyList<AlarmDay>> OfAlarmAsync(
        AlarmId alarm, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        _alarms.OfAlarmAsync(alarm, from, to, cancellationToken);

    private static string Json(IncidentRecord record) => JsonSerializer.Serialize(record, StoredJson.Default.IncidentRecord);

    private void Bring(HistoryChange change, DateTimeOffset at) => _agenda.Enqueue(change, (at, _order++));
}
