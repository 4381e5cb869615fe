using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>Load, decide, commit; and when somebody else was faster, again. The only way in which incidents change.</summary>
public sealed class IncidentPipeline
{
    /// <summary>So many lost races in a row mean that something is wrong; the caller's own retry then takes over.</summary>
    private const int MaximumAttempts = 10;

    /// <summary>Longer nobody asks again for what was asked for.</summary>
    private static readonly TimeSpan RememberMerges = TimeSpan.FromDays(1);

    private readonly IIncidentStore _store;
    private readonly RulesInForce _rules;
    private readonly DecisionObserver? _observer;

    /// <summary>A pipeline to a store; <see cref="IncidentDesk"/> makes it.</summary>
    internal IncidentPipeline(IIncidentStore store, RulesInForce rules, DecisionObserver? observer)
    {
        _observer = observer;
        _store = store;
        _rules = rules;
    }

    /// <summary>Triages and decides a received message; <see cref="RefusedMessage"/> is the caller's to report.</summary>
    /// <exception cref="ArgumentException">The input is a refused message.</exception>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public async ValueTask<PipelineOutcome> ReceiveAsync(
        AlarmInput input, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var rules = await _rules.NowAsync();
        var alarm = input switch
        {
            ChangedAlarm changed => rules.Triage.Triage(changed.Change, now),
            ForeignAlarm foreign => rules.Triage.Triage(foreign, now),
            UnrecognisedMessage message => rules.Triage.Triage(message, now),
            PersonReport report => rules.Triage.Triage(report),
            ExerciseAlarm exercise => rules.Triage.Triage(exercise, now),
            _ => throw new ArgumentException("a refused message has nothing to decide", nameof(input)),
        };
        if (alarm.Edit != AlarmEdit.None)
        {
            return await EditAsync(alarm, rules.Policy, now, cancellationToken);
        }

        var outcome = await DecideAsync(alarm, rules.Policy, now, cancellationToken);
        if (alarm.Id.Contributor is not null && alarm.Moment.State == AlarmState.Alarm)
        {
            await TellOfSeriesAsync(alarm, rules.Policy, now, cancellationToken);
        }

        return outcome;
    }

    /// <summary>
    /// An edit concerns every incident in which the alarm takes part, under whatever key; one that is over is remembered under its own.
    /// </summary>
    private async ValueTask<PipelineOutcome> EditAsync(
        TriagedAlarm alarm, IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edited = new AlarmEdited(alarm.Id.Arn, alarm.Name, alarm.Edit, alarm.Moment.At);
        Decision? last = null;
        foreach (var correlation in await new IncidentPlacement(_store, policy).WithAsync(alarm.Id.Arn, cancellationToken))
        {
            last = await ActAsync(correlation.Incident!.Id, edited, now, cancellationToken) ?? last;
        }

        if (alarm.Edit == AlarmEdit.Deleted)
        {
            var remembered = await DecideAsync(alarm, policy, now, cancellationToken);
            return last is null ? remembered : new PipelineOutcome(alarm, last);
        }

        return new PipelineOutcome(
            alarm, last ?? new Decision(Correlation.Empty(alarm.Key), IncidentAction.Ignored, [], []) { Changes = false });
    }

    /// <summary>What has only waited for a series to tell of itself need not wait any longer.</summary>
    private async ValueTask TellOfSeriesAsync(
        TriagedAlarm series, IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var correlation in await new IncidentPlacement(_store, policy).WithAsync(series.Id.Arn, cancellationToken))
        {
            if (correlation.Tracks.Any(track => track.IsWhole && track.Id.Arn == series.Id.Arn))
            {
                _ = await ActAsync(correlation.Incident!.Id, new SeriesTold(series.Id.Arn), now, cancellationToken);
            }
        }
    }

    /// <summary>Decides an input to an incident that exists; null when there is no such incident.</summary>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public async ValueTask<Decision?> ActAsync(
        string incidentId, IncidentInput input, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var policy = (await _rules.NowAsync()).Policy;
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            if (await _store.FindAsync(incidentId, cancellationToken) is not { } correlation)
            {
                return null;
            }

            var decision = IncidentEngine.Decide(correlation, input, policy, now);
            if (!decision.Changes || await _store.CommitAsync(Commit(correlation, decision), cancellationToken))
            {
                _observer?.Invoke(now, input, decision);
                return decision;
            }
        }

        throw new IncidentConflictException(incidentId, MaximumAttempts);
    }

    /// <summary>What would be decided about an input now, without anything being stored; null when there is no such incident.</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="input">What would happen.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Decision?> PreviewAsync(
        string incidentId, IncidentInput input, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await _store.FindAsync(incidentId, cancellationToken) is { } correlation
            ? IncidentEngine.Decide(correlation, input, (await _rules.NowAsync()).Policy, now)
            : null;

    /// <summary>
    /// Ends an incident as a part of another one, and tells that on both timelines; its red alarms count there. The end counts first: who
    /// asks again after a failure in between, with the same mark, gets the rest as well, and once.
    /// </summary>
    /// <param name="incidentId">Which ends.</param>
    /// <param name="into">As a part of which.</param>
    /// <param name="acted">Who wants it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The decision about the one that ends; null when there is no such incident, or no such other one.</returns>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public async ValueTask<Decision?> MergeAsync(
        string incidentId, string into, PersonActed acted, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (await _store.FindAsync(into, cancellationToken) is not { Incident: not null } other)
        {
            return null;
        }

        var decision = await ActAsync(incidentId, acted with { Other = MergedIncident.Of(other) }, now, cancellationToken);
        if (decision is { Refusal: null, After.Incident: { } merged } && merged.MergedInto == into)
        {
            var told = acted with
            {
                Action = PersonAction.TakeIn,
                Other = MergedIncident.Of(decision.After),
                Seen = null,
                Marks = [new ActMark($"merge-{merged.Id}", now + RememberMerges)],
            };
            await TakeInAsync(into, told, now, cancellationToken);
        }

        return decision;
    }

    /// <summary>What was heard of the alarms where they were, while they were taken in, counts here too.</summary>
    private async ValueTask TakeInAsync(string into, PersonActed told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var placement = new IncidentPlacement(_store, (await _rules.NowAsync()).Policy);
        if (await ActAsync(into, told, now, cancellationToken) is { After: { Incident.IsActive: true } taken }
            && await placement.MissedAsync(taken, cancellationToken) is { IsEmpty: false } missed)
        {
            _ = await ActAsync(into, new AlarmsCaughtUp(missed), now, cancellationToken);
        }
    }

    private async ValueTask<PipelineOutcome> DecideAsync(
        TriagedAlarm alarm, IncidentPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var placement = new IncidentPlacement(_store, policy);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var (chosen, own, storm, others) = await placement.OfAsync(alarm, now, cancellationToken);
            var input = new AlarmReceived(alarm);
            foreach (var other in others)
            {
                _ = await ActAsync(other.Incident!.Id, input, now, cancellationToken);
            }

            var decision = IncidentEngine.Decide(chosen, input, policy, now);
            if (!decision.Changes)
            {
                _observer?.Invoke(now, input, decision);
                await SettleCrossedAsync(placement, alarm, decision, now, cancellationToken);
                return new PipelineOutcome(alarm, decision);
            }

            var isOwnOpening = ReferenceEquals(chosen, own)
                && alarm.Exercise is null
                && own.Key != storm.Key
                && decision.Action is (IncidentAction.Opened or IncidentAction.Unrecognised)
                && storm.MayBeReplaced
                && !(decision.After.Incident?.HeldUntil > now);
            var commit = Commit(chosen, decision) with
            {
                Storm = isOwnOpening ? Storms.WithOpening(storm, policy.Settings, now) : null,
            };
            if (await _store.CommitAsync(commit, cancellationToken))
            {
                _observer?.Invoke(now, input, decision);
                await SettleCrossedAsync(placement, alarm, decision, now, cancellationToken);
                return new PipelineOutcome(alarm, decision);
            }
        }

        throw new IncidentConflictException(alarm.Key.ToString(), MaximumAttempts);
    }

    /// <summary>
    /// Two states of an alarm that arrive in the same moment may be decided in two correlations, neither of which knew of the other. Each
    /// looks once its own is stored: whichever was later finds the other, and tells it where the alarm takes part. So it is with an
    /// incident that comes back: other alarms of it may have been heard of elsewhere while it was over.
    /// </summary>
    private async ValueTask SettleCrossedAsync(
        IncidentPlacement placement, TriagedAlarm alarm, Decision decided, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = decided.After.Key;
        if (alarm.IsProbe || alarm.Exercise is not null)
        {
            return;
        }

        if (decided.After.Incident is { IsActive: true } back
            && (decided.Action == IncidentAction.Reopened || (!decided.Changes && back.PromisedFrom is not null))
            && await placement.MissedAsync(decided.After, cancellationToken) is { IsEmpty: false } missed)
        {
            _ = await ActAsync(back.Id, new AlarmsCaughtUp(missed), now, cancellationToken);
        }

        if (alarm.Moment.State == AlarmState.Ok)
        {
            foreach (var other in await placement.CrossedAsync(alarm, key, cancellationToken))
            {
                _ = await ActAsync(other.Incident!.Id, new AlarmReceived(alarm), now, cancellationToken);
            }
        }
        else if (key != alarm.Key
            && decided.After.Incident is { IsActive: true } incident
            && await placement.NewerAsync(alarm, cancellationToken) is { } newer)
        {
            _ = await ActAsync(incident.Id, new AlarmReceived(alarm with { Moment = newer }), now, cancellationToken);
        }
    }

    private static IncidentCommit Commit(Correlation before, Decision decision) => new(decision.After, decision.Timeline, decision.Effects)
    {
        News = decision.Action == IncidentAction.Probed || decision.After.Key.Group == CorrelationKey.ExerciseGroup
            ? []
            : AlarmNews.Between(before, decision.After),
        Superseded = before.Incident is { } old && old.Number != decision.After.Incident?.Number ? old : null,
    };
}

/// <summary>Is told of a decision that counts. It is on the way of every decision, so it only takes note.</summary>
/// <param name="at">When it was decided.</param>
/// <param name="input">What was decided about.</param>
/// <param name="decision">What was decided.</param>
public delegate void DecisionObserver(DateTimeOffset at, IncidentInput input, Decision decision);

/// <summary>What became of a received message.</summary>
/// <param name="Alarm">The message, triaged.</param>
/// <param name="Decision">What was decided.</param>
public sealed record PipelineOutcome(TriagedAlarm Alarm, Decision Decision);

/// <summary>A decision lost the race for its correlation every time; retrying later is safe.</summary>
public sealed class IncidentConflictException(string what, int attempts)
    : Exception($"the decision about {what} lost {attempts} races in a row; try again");
