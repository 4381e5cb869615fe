using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>Load, decide, commit; and when somebody else was faster, again. The only way in which incidents change.</summary>
public sealed class IncidentPipeline
{
    /// <summary>So many lost races in a row mean that something is wrong; the caller's own retry then takes over.</summary>
    private const int MaximumAttempts = 10;

    private readonly IIncidentStore _store;
    private readonly IncidentPolicy _policy;
    private readonly AlarmTriage _triage;
    private readonly DecisionObserver? _observer;

    /// <summary>A pipeline to a store; <see cref="IncidentDesk"/> makes it.</summary>
    internal IncidentPipeline(IIncidentStore store, IncidentPolicy policy, AlarmTriage triage, DecisionObserver? observer)
    {
        _observer = observer;
        _store = store;
        _policy = policy;
        _triage = triage;
    }

    /// <summary>Triages and decides a received message; <see cref="RefusedMessage"/> is the caller's to report.</summary>
    /// <exception cref="ArgumentException">The input is a refused message.</exception>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public ValueTask<PipelineOutcome> ReceiveAsync(AlarmInput input, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var alarm = input switch
        {
            ChangedAlarm changed => _triage.Triage(changed.Change, now),
            UnrecognisedMessage message => _triage.Triage(message, now),
            _ => throw new ArgumentException("a refused message has nothing to decide", nameof(input)),
        };
        return DecideAsync(alarm, now, cancellationToken);
    }

    /// <summary>Decides an input to an incident that exists; null when there is no such incident.</summary>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public async ValueTask<Decision?> ActAsync(
        string incidentId, IncidentInput input, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            if (await _store.FindAsync(incidentId, cancellationToken) is not { } correlation)
            {
                return null;
            }

            var decision = IncidentEngine.Decide(correlation, input, _policy, now);
            if (!decision.Changes || await _store.CommitAsync(Commit(correlation, decision), cancellationToken))
            {
                _observer?.Invoke(now, input, decision);
                return decision;
            }
        }

        throw new IncidentConflictException(incidentId, MaximumAttempts);
    }

    private async ValueTask<PipelineOutcome> DecideAsync(TriagedAlarm alarm, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var (own, storm) = await _store.LoadAsync(alarm.Key, cancellationToken);
            // a probe must get through a storm too, and shows nothing of it
            var chosen = alarm.IsProbe ? own : Storms.Choose(own, storm, alarm, _policy.Settings, now);
            var input = new AlarmReceived(alarm);
            var decision = IncidentEngine.Decide(chosen, input, _policy, now);
            if (!decision.Changes)
            {
                _observer?.Invoke(now, input, decision);
                return new PipelineOutcome(alarm, decision);
            }

            var isOwnOpening = ReferenceEquals(chosen, own)
                && own.Key != storm.Key
                && decision.Action is (IncidentAction.Opened or IncidentAction.Unrecognised);
            var commit = Commit(chosen, decision) with
            {
                Storm = isOwnOpening ? Storms.WithOpening(storm, _policy.Settings, now) : null,
            };
            if (await _store.CommitAsync(commit, cancellationToken))
            {
                _observer?.Invoke(now, input, decision);
                return new PipelineOutcome(alarm, decision);
            }
        }

        throw new IncidentConflictException(alarm.Key.ToString(), MaximumAttempts);
    }

    private static IncidentCommit Commit(Correlation before, Decision decision) => new(decision.After, decision.Timeline, decision.Effects)
    {
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
