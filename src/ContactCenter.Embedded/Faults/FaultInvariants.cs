using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults;

/// <summary>The promises: no alarm is lost, nobody is told twice about the same step, and somebody is always told next until it is over.</summary>
internal sealed class FaultInvariants(
    InMemoryIncidentStore store, FaultyChannels channels, IReadOnlyList<ScriptedChange> script, FaultDice dice, DateTimeOffset faultsEnd)
{
    private const int MaximumViolations = 10;

    /// <summary>A step is due within a minute; the clock of the next minute may die too, so faults add to it.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>What one fault may cost a message: a lease that runs out, the longest pause before another attempt, and the minutes of the clock that finds it.</summary>
    private static readonly TimeSpan PerFault = EffectDelivery.Lease + EffectDelivery.PauseAfter(int.MaxValue) + TimeSpan.FromMinutes(2);

    /// <summary>Under faults: the stream's grace, a lease that runs out, a pause after a failure, and clocks that die in between.</summary>
    private static readonly TimeSpan LateUnderFaults = TimeSpan.FromMinutes(40);

    private readonly HashSet<string> _sentEffects = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string, string, DateTimeOffset)> _sentSteps = [];
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    public async ValueTask<bool> IsOutboxEmptyAsync(DateTimeOffset now) =>
        (await store.Outbox.DueAsync(now + TimeSpan.FromDays(2), 1, CancellationToken.None)).Count == 0;

    /// <summary>Nobody is told twice about the same step, and nobody whose channel works is told late.</summary>
    public void Arrived(SentMessage message)
    {
        var decidedAt = message.Effect.At;
        var allowance = Late + (PerFault * dice.FaultsSince(decidedAt));
        var late = message.At - channels.WorksSince(message.Effect.To, decidedAt, allowance) - allowance;
        if (late > TimeSpan.Zero)
        {
            Report($"{message.Effect.To} was told of {message.Effect.Id} {late.TotalMinutes:0} minutes too late");
        }

        if (!_sentEffects.Add(message.Effect.Id))
        {
            Report($"{message.Effect.To} got {message.Effect.Id} twice");
        }
        else if (!_sentSteps.Add((message.Effect.IncidentId, message.Effect.To, $"{message.Effect.Message.Occasion} {message.Effect.Message.Remark}", message.Effect.At)))
        {
            Report($"{message.Effect.To} was told twice of the same step of {message.Effect.IncidentId}");
        }
    }

    /// <summary>What must hold at the end of every minute.</summary>
    public async ValueTask CheckMinuteAsync(DateTimeOffset now)
    {
        // while faults last a clock may die many times in a row; once they are over it must have caught up
        var allowance = dice.IsOn || now < faultsEnd + LateUnderFaults ? LateUnderFaults : Late;
        foreach (var incident in store.All)
        {
            if (incident.IsActive && incident.NextDueAt is null)
            {
                Report($"{incident.Id} is active at {now:HH:mm} and has no next deadline");
            }
            else if (incident.NextDueAt is { } due && now - due > allowance)
            {
                Report($"{incident.Id} was due at {due:HH:mm} and nobody has looked by {now:HH:mm}");
            }
        }

        foreach (var effectId in await store.Outbox.DueAsync(now - allowance - EffectDelivery.Grace, 5, CancellationToken.None))
        {
            Report($"{effectId} was to be carried out and is not by {now:HH:mm}");
        }
    }

    /// <summary>What must hold when everything has come to rest.</summary>
    public async ValueTask CheckEndAsync()
    {
        foreach (var incident in store.All)
        {
            if (incident.IsActive)
            {
                Report($"{incident.Id} is still {incident.State} although all alarms are OK");
            }

            var timeline = await store.TimelineAsync(incident.Id, CancellationToken.None);
            if (!timeline.Select(entry => entry.Number).SequenceEqual(Enumerable.Range(1, incident.Events)))
            {
                Report($"{incident.Id} has {incident.Events} events and a timeline of {timeline.Count}");
            }

            CheckEveryEffectCarriedOut(incident);
        }

        CheckNoAlarmLost();
        foreach (var effectId in await store.Outbox.DueAsync(DateTimeOffset.MaxValue, MaximumViolations, CancellationToken.None))
        {
            Report($"{effectId} never left the outbox");
        }
    }

    /// <summary>The last state of every alarm is known, and every alarm that was red is in an incident.</summary>
    private void CheckNoAlarmLost()
    {
        var tracks = store.Tracks.ToLookup(track => track.Id);
        foreach (var alarm in script.Select(scripted => scripted.Change).GroupBy(change => change.Id))
        {
            var last = alarm.Max(change => new AlarmMoment(change.At, change.State));
            if (!tracks[alarm.Key].Any(track => track.Latest == last))
            {
                Report($"the last change of {alarm.First().AlarmName} is lost");
            }

            if (!tracks[alarm.Key].Any(track => track.Incident > 0))
            {
                Report($"{alarm.First().AlarmName} was red and is in no incident");
            }
        }
    }

    private void CheckEveryEffectCarriedOut(Incident incident)
    {
        for (var i = 1; i <= incident.Effects; i++)
        {
            var id = $"{incident.Id}.{i}";
            if (!_sentEffects.Contains(id) && !channels.Remediations.Contains(id))
            {
                Report($"{id} was decided and never carried out");
            }
        }
    }

    private void Report(string violation)
    {
        if (_violations.Count < MaximumViolations)
        {
            _violations.Add(violation);
        }
    }
}
