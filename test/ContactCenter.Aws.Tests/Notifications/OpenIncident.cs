using System.Runtime.CompilerServices;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>A store in which the incident that messages are about is open, and nothing else is known.</summary>
internal sealed class OpenIncident : IIncidentStore
{
    private static readonly CorrelationKey Key = new("queue", "Billing", "test");

    private Correlation _correlation = Correlation.Empty(Key) with
    {
        Incident = new Incident
        {
            Id = Messages.IncidentId,
            Key = Key,
            Number = 3,
            State = IncidentState.Open,
            Severity = Severity.P1,
            Reasons = [],
            Subject = "Queue Billing",
            Symptom = "customers wait too long",
            Description = "",
            Runbook = "queue-wait-time",
            Owner = AlarmOwners.Workforce,
            OpenedAt = Messages.Opened,
            Escalation = new EscalationProgress(Severity.P1, Messages.Opened, 0, 0),
        },
    };

    public ValueTask<CorrelationPair> LoadAsync(CorrelationKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CorrelationPair(Correlation.Empty(key), Correlation.Empty(key)));

    /// <summary>What is so from the next look but one: it changes while a message is on its way.</summary>
    public Incident? Later { get; set; }

    /// <summary>The incident.</summary>
    public Incident Incident
    {
        get => _correlation.Incident!;
        set => _correlation = _correlation with { Incident = value };
    }

    public ValueTask<Correlation?> FindAsync(string incidentId, CancellationToken cancellationToken)
    {
        var found = incidentId == Messages.IncidentId ? _correlation : null;
        Incident = Later ?? Incident;
        return ValueTask.FromResult(found);
    }

    public ValueTask<bool> CommitAsync(IncidentCommit commit, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([]);

    public async IAsyncEnumerable<Correlation> ActiveAsync(
        Action<UnreadableItemException> unreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return _correlation;
    }

    public ValueTask<IReadOnlyList<TimelineEvent>> TimelineAsync(string incidentId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TimelineEvent>>([]);
}
