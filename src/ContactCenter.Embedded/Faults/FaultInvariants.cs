using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Embedded.Faults.RunTime;
using ContactCenter.Embedded.Texts;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// The promises: no alarm is lost, nobody is told twice about the same step, and somebody is always told next until it is over. Nobody is
/// told what is over already, nor what is held, nor what something newer was told about; what customers are not served by is told by name;
/// no message goes on showing what is over, a decision is one message for each endpoint, and no promise counts as missed before it is.
/// Twice is what no crash and no time-out explains.
/// </summary>
internal sealed class FaultInvariants(
    InMemoryIncidentStore store,
    FaultyChannels channels,
    IncidentPolicy policy,
    IReadOnlyList<ScriptedChange> script,
    FaultDice dice,
    DateTimeOffset faultsEnd,
    RunTimeFaults? runTime)
{
    private const int MaximumViolations = 10;

    /// <summary>A step is due within a minute; the clock of the next minute may die too, so faults add to it.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What one fault may cost a message: a lease that runs out, the longest pause before another attempt, and the minutes of the clock
    /// that finds it.
    /// </summary>
    private static readonly TimeSpan PerFault = EffectDelivery.Lease + EffectDelivery.PauseAfter(int.MaxValue) + TimeSpan.FromMinutes(2);

    /// <summary>Under faults: the stream's grace, a lease that runs out, a pause after a failure, and clocks that die in between.</summary>
    private static readonly TimeSpan LateUnderFaults = TimeSpan.FromMinutes(40);

    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Id, string To), (int Times, DateTimeOffset First)> _times = [];
    private readonly HashSet<(string, string, string, DateTimeOffset)> _sentSteps = [];
    private readonly Dictionary<(string, string, DateTimeOffset), int> _fallbackSteps = [];
    private readonly List<string> _violations = [];
    private readonly Dictionary<string, NotifyEffect> _decided = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), (int Number, long Order)> _newest = [];
    private readonly MissedPromises _missed = new(policy);

    public IReadOnlyList<string> Violations => _violations;

    public async ValueTask<bool> IsOutboxEmptyAsync(DateTimeOffset now) =>
        (await store.Outbox.DueAsync(now + TimeSpan.FromDays(2), 1, NothingIsUnreadable, CancellationToken.None)).Count == 0;

    /// <summary>
    /// What was decided: nothing of another account is touched, an endpoint is told once of it, and no promise was missed too early.
    /// </summary>
    public void Decided(IncidentCommit commit)
    {
        foreach (var early in _missed.TooEarly(commit))
        {
            Report(early);
        }

        foreach (var several in commit.Effects.OfType<NotifyEffect>()
            .GroupBy(static effect => (effect.IncidentId, effect.Channel, effect.To))
            .Where(static messages => messages.Count() > 1))
        {
            Report(Promises.SeveralOfOneDecision(several.Key.To, $"{several.Count()}", several.Key.IncidentId));
        }

        foreach (var effect in commit.Effects)
        {
            if (effect is NotifyEffect notify)
            {
                _decided[notify.Id] = notify;
            }
            else if (effect is RemediateEffect repair && repair.AlarmName.StartsWith(PlantedAlarms.Foreign, StringComparison.Ordinal))
            {
                Report(Promises.OtherAccount(repair.Target));
            }
        }
    }

    /// <summary>
    /// Nobody is told twice about the same step, and nobody is told late who can be reached, by the endpoint or by a fallback of it. A lie
    /// costs its own message and nothing else.
    /// </summary>
    public void Accepted(SentMessage message)
    {
        var (effect, to) = (message.Effect, message.Endpoint.To);
        var faults = dice.FaultsSince(effect.At);
        var allowance = Late + (PerFault * faults);
        var late = message.At - channels.WorksSince(StillToTell(effect), HeldUntil(effect) ?? effect.At, allowance) - allowance;
        if (late > TimeSpan.Zero && !_accepted.Contains(effect.Id))
        {
            Report(Promises.ToldLate(to, effect.Id, $"{late.TotalMinutes:0}"));
        }

        _accepted.Add(effect.Id);
        if (message.Endpoint.Fallback)
        {
            CheckFallback(effect, to, faults);
        }

        CheckStillTrue(message);
        if (message.IsLie)
        {
            return;
        }

        var isFirst = CheckTimes(message, faults);
        if (isFirst && !message.Endpoint.Fallback && !_sentSteps.Add((effect.IncidentId, to, Words(effect.Message), effect.At)))
        {
            Report(Promises.ToldTwiceOfStep(to, effect.IncidentId));
        }
    }

    /// <summary>
    /// Who can be asked gets an effect once. Who cannot gets it again only after a crash or a time-out, once for each; a fallback also when
    /// the process died before it had noted that.
    /// </summary>
    private bool CheckTimes(SentMessage message, int faults)
    {
        var key = (message.Effect.Id, message.Endpoint.To);
        var (times, first) = _times.GetValueOrDefault(key, (0, message.At));
        _times[key] = (++times, first);
        var explained = ChannelTraits.CanBeAsked(message.Endpoint.Channel) ? 0
            : message.Endpoint.Fallback ? faults
            : channels.Silences(message.Effect.Id, message.Endpoint.To) + dice.CrashesSince(first);
        if (times > 1 + explained)
        {
            Report(Promises.GotTooOften(key.To, key.Id, $"{times}", $"{explained}"));
        }

        return times == 1;
    }

    /// <summary>What is sent is still so, is not held, and is the newest that its endpoint was told.</summary>
    private void CheckStillTrue(SentMessage message)
    {
        var effect = message.Effect;
        var incident = store.All.FirstOrDefault(one => one.Id == effect.IncidentId);
        if (effect.Message.State is IncidentState.Open or IncidentState.Acknowledged
            && incident?.State is IncidentState.Mitigated or IncidentState.Resolved
            && !message.IsOvertaken)
        {
            Report(Promises.ToldWhenOver(effect.To, effect.Id));
        }

        if (!message.IsOvertaken && Timeliness.HeldUntil(store.Find(effect.IncidentId), policy, message.At) is not null)
        {
            Report(Promises.ToldWhileHeld(effect.To, effect.Id));
        }

        // what was on its way when something newer arrived is no fault: nobody can call it back
        var address = (effect.IncidentId, $"{effect.Channel} {effect.To}");
        var number = SentMessage.NumberOf(effect.Id);
        var newest = _newest.GetValueOrDefault(address);
        if (number < newest.Number && message.Began > newest.Order)
        {
            Report(Promises.ToldAfterNewer(effect.To, effect.Id));
        }

        if (number >= newest.Number)
        {
            _newest[address] = (number, message.Order);
        }
    }

    /// <summary>No message that is changed in place goes on showing what something newer has been told about there.</summary>
    private void CheckShown(DateTimeOffset now)
    {
        foreach (var shown in channels.Shown.All)
        {
            if (shown.OutdatedSince is { } since && !channels.IsLost(shown.Endpoint.To))
            {
                var allowance = Late + (PerFault * dice.FaultsSince(since));
                if (now - channels.WorksSince([shown.Endpoint], since, allowance) > allowance)
                {
                    Report(Promises.ShowsOutdated(shown.Endpoint.To, shown.IncidentId, Word(shown.State)));
                }
            }
        }
    }

    /// <summary>What stands in a message when everything has come to rest is what is so.</summary>
    private void CheckShownLast(Incident incident)
    {
        foreach (var shown in channels.Shown.All.Where(shown => shown.IncidentId == incident.Id && shown.State != incident.State))
        {
            if (!channels.IsLost(shown.Endpoint.To))
            {
                Report(Promises.ShowsForEver(shown.Endpoint.To, incident.Id, Word(shown.State), Word(incident.State)));
            }
        }
    }

    private DateTimeOffset? HeldUntil(NotifyEffect effect)
    {
        var byFile = store.All.FirstOrDefault(one => one.Id == effect.IncidentId) is { } incident
            ? policy.HeldUntil(incident.Key, effect.At + TimeSpan.FromMinutes(1)) ?? policy.HeldUntil(incident.Key, effect.At + PerFault)
            : null;
        var bySetting = runTime?.LastHeld(effect.IncidentId);
        return bySetting > effect.At && !(byFile >= bySetting) ? bySetting : byFile;
    }

    private static void NothingIsUnreadable(UnreadableItemException unreadable) => throw unreadable;

    private static string Words(IncidentMessage message) => $"{message.Occasion} {message.Remark}";

    /// <summary>
    /// A fallback of two broken endpoints is told of a step once; only who dies between telling it and noting that tells it again.
    /// </summary>
    private void CheckFallback(NotifyEffect effect, string to, int faults)
    {
        var step = (effect.IncidentId, to, effect.At);
        var times = _fallbackSteps.GetValueOrDefault(step) + 1;
        _fallbackSteps[step] = times;
        if (times > 1 + faults)
        {
            Report(Promises.FallbackTooOften(to, $"{times}", effect.IncidentId));
        }
    }

    /// <summary>The endpoint of a message, then what it falls back to.</summary>
    private Endpoint[] RouteOf(NotifyEffect effect) =>
        policy.Endpoint(effect.Audience, effect.Channel, effect.To, effect.At) is { } endpoint
            ?
            [
                endpoint,
                .. policy.Fallbacks(effect.Audience, endpoint, effect.At)
                    .Where(fallback => !effect.IsUpdate || ChannelTraits.CanBeUpdated(fallback.Channel)),
            ]
            : throw new InvalidOperationException($"{effect.To} is no endpoint of {effect.Audience}");

    /// <summary>
    /// Who of a route could be told: not a fallback that knows of the step already, because it was told in the place of another endpoint.
    /// It is not told again, so the message waits for its own endpoint, however well that fallback works.
    /// </summary>
    private IEnumerable<Endpoint> StillToTell(NotifyEffect effect) => RouteOf(effect)
        .Where(endpoint => !endpoint.Fallback || !_fallbackSteps.ContainsKey((effect.IncidentId, endpoint.To, effect.At)));

    /// <summary>What must hold at the end of every minute.</summary>
    public async ValueTask CheckMinuteAsync(DateTimeOffset now)
    {
        CheckShown(now);

        // while faults last a clock may die many times in a row; once they are over it must have caught up
        var allowance = dice.IsOn || now < faultsEnd + LateUnderFaults ? LateUnderFaults : Late;
        foreach (var incident in store.All)
        {
            if (incident.IsActive && incident.NextDueAt is null)
            {
                Report(Promises.NoDeadline(incident.Id, $"{now:HH:mm}"));
            }
            else if (incident.NextDueAt is { } due
                && now - due > allowance
                && !(now - runTime?.LastHeld(incident.Id) <= allowance))
            {
                Report(Promises.NobodyLooked(incident.Id, $"{due:HH:mm}", $"{now:HH:mm}"));
            }
        }

        foreach (var effectId in await store.Outbox.DueAsync(
            now - allowance - EffectDelivery.Grace, 5, NothingIsUnreadable, CancellationToken.None))
        {
            Report(Promises.NotCarriedOut(effectId, $"{now:HH:mm}"));
        }
    }

    /// <summary>What must hold when everything has come to rest.</summary>
    public async ValueTask CheckEndAsync()
    {
        foreach (var incident in store.All)
        {
            if (incident.IsActive)
            {
                var red = (await store.FindAsync(incident.Id, CancellationToken.None))?.Tracks.Where(static track => track.IsRed) ?? [];
                Report(Promises.StillActive(
                    incident.Id,
                    Word(incident.State),
                    string.Join(", ", red.Select(static track => Promises.RedSince(track.Name, $"{track.Moments[^1].At:HH:mm:ss}")))));
            }

            var timeline = await store.TimelineAsync(incident.Id, CancellationToken.None);
            if (!timeline.Select(entry => entry.Number).SequenceEqual(Enumerable.Range(1, incident.Events)))
            {
                Report(Promises.TimelineDiffers(incident.Id, $"{incident.Events}", $"{timeline.Count}"));
            }

            CheckEveryEffectCarriedOut(incident);
            CheckShownLast(incident);
        }

        CheckNoAlarmLost();
        CheckEveryP1IsTold();
        foreach (var effectId in await store.Outbox.DueAsync(
            DateTimeOffset.MaxValue, MaximumViolations, NothingIsUnreadable, CancellationToken.None))
        {
            Report(Promises.NeverLeftOutbox(effectId));
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
                Report(Promises.LastChangeLost(alarm.First().AlarmName));
            }

            if (!tracks[alarm.Key].Any(track => track.Incident > 0))
            {
                Report(Promises.InNoIncident(alarm.First().AlarmName));
            }
        }
    }

    /// <summary>An alarm that says for a while that customers are not served is told by the name of its resource.</summary>
    private void CheckEveryP1IsTold()
    {
        foreach (var alarm in script.Where(static one => one.Change.AlarmName.Contains($"/{AlarmIds.QueueFull}/", StringComparison.Ordinal))
            .Select(static one => one.Change)
            .GroupBy(static change => change.AlarmName))
        {
            var queue = alarm.Key[(alarm.Key.LastIndexOf('/') + 1)..];
            var lasts = alarm.Where(static change => change.State == AlarmState.Alarm).Any(red =>
                alarm.Where(change => change.At > red.At).Select(change => change.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() - red.At
                    > LateUnderFaults && policy.HeldUntil(new CorrelationKey(AlarmGroups.Queue, queue, ""), red.At) is null);
            if (lasts && !_decided.Values.Any(effect => effect.Message is { Severity: Severity.P1 } told
                && $"{told.Subject} {told.Description} {told.Remark}".Contains(queue, StringComparison.Ordinal)))
            {
                Report(Promises.NobodyToldByName(queue));
            }
        }
    }

    private void CheckEveryEffectCarriedOut(Incident incident)
    {
        for (var i = 1; i <= incident.Effects; i++)
        {
            var id = $"{incident.Id}.{i}";
            if (!_accepted.Contains(id) && !channels.Remediations.Contains(id) && !CouldNotBeTold(id))
            {
                Report(Promises.NeverCarriedOut(id));
            }
        }
    }

    /// <summary>Every endpoint has said that it never takes the message, or the fallback knew of the step already.</summary>
    private bool CouldNotBeTold(string effectId) => IsOvertaken(effectId) || RefusedBy(effectId);

    /// <summary>Something newer was decided for the endpoint before this one could have been late.</summary>
    private bool IsOvertaken(string effectId)
    {
        if (!_decided.TryGetValue(effectId, out var effect))
        {
            return false;
        }

        var allowance = Late + EffectDelivery.Grace + (PerFault * dice.FaultsSince(effect.At));
        var until = channels.WorksSince(RouteOf(effect), HeldUntil(effect) ?? effect.At, allowance) + allowance;
        return _decided.Values.Any(newer => newer.IncidentId == effect.IncidentId
            && (newer.Channel, newer.To) == (effect.Channel, effect.To)
            && SentMessage.NumberOf(newer.Id) > SentMessage.NumberOf(effect.Id)
            && newer.At <= until);
    }

    private bool RefusedBy(string effectId) =>
        channels.Asked(effectId) is { } effect
        && RouteOf(effect) is var route
        && (route.All(endpoint => channels.HasRefusedForGood(effectId, endpoint.To))
            || route.Any(endpoint => endpoint.Fallback && _fallbackSteps.ContainsKey((effect.IncidentId, endpoint.To, effect.At))));

    private static string Word(IncidentState state) => state switch
    {
        IncidentState.Acknowledged => Promises.StateAcknowledged,
        IncidentState.Mitigated => Promises.StateMitigated,
        IncidentState.Resolved => Promises.StateResolved,
        _ => Promises.StateOpen,
    };

    private void Report(string violation)
    {
        if (_violations.Count < MaximumViolations)
        {
            _violations.Add(violation);
        }
    }
}
