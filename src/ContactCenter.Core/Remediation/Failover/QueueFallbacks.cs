using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Failover;

/// <summary>
/// Queues and their standby. Nothing in Amazon Connect is changed: the lease itself is what the hooks see, so that a queue is back the
/// moment its lease is, and no service has to answer for it.
/// </summary>
public sealed class QueueFallbacks(ContactCenterConfiguration configuration, IRemediationLeases<FailoverChange> leases)
    : IRemediable<FailoverState, FailoverChange>
{
    /// <inheritdoc/>
    public async Task<FailoverState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (lease, _) = await leases.ReadAsync(resource, cancellationToken);
        var queue = configuration.Queues.FirstOrDefault(each => each.Name == resource);
        if (queue?.Standby is not { } name)
        {
            return Gap(new(Sentences.GapNoStandby(resource), Sentences.GapNameStandby));
        }

        var standby = configuration.Queues.FirstOrDefault(each => each.Name == name);
        if (standby?.Id is null)
        {
            return Gap(new(Sentences.GapStandbyWithoutId(name), Sentences.GapGiveQueueId));
        }

        return new FailoverState
        {
            Resource = resource,
            Now = lease is null ? resource : name,
            NowWords = lease is null ? Sentences.WordsItself : Sentences.WordsStandby(name),
            Fallback = name,
            FallbackWords = Sentences.WordsStandby(name),
            IsOver = lease is not null,
        };

        // to go back a queue needs no standby
        FailoverState Gap(FailoverGap gap) => new()
        {
            Resource = resource,
            Missing = gap,
            FallbackWords = Sentences.WordsStandby(queue?.Standby ?? lease?.Undo.From ?? "-"),
            IsOver = lease is not null,
        };
    }

    /// <summary>The lease is the change, and is written already.</summary>
    public Task<ChangeOutcome> ApplyAsync(string resource, FailoverChange change, CancellationToken cancellationToken) =>
        Task.FromResult(ChangeOutcome.Done);
}
