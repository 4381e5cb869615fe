using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>Brings together what a review is made of, and keeps what people write.</summary>
/// <param name="files">The incidents.</param>
/// <param name="history">Earlier incidents.</param>
/// <param name="changes">Configuration changes.</param>
/// <param name="numbers">Half hours of queues.</param>
/// <param name="leases">What repairs held.</param>
/// <param name="reviews">What people have written.</param>
/// <param name="configuration">What was promised.</param>
public sealed class ReviewDesk(
    IIncidentFiles files,
    IIncidentHistory history,
    IChangeLog changes,
    ICenterNumbers numbers,
    ILeaseHistory leases,
    IReviews reviews,
    ContactCenterConfiguration configuration)
{
    /// <summary>So many changes are weighed at most: an import makes thousands.</summary>
    private const int MaximumChanges = 2000;

    private const int MaximumConfirmed = 100;
    private const int MaximumEarlier = 100;
    private const int MaximumLeases = 50;

    /// <summary>The review of an incident as it can be written now; null: it is unknown, or its retention is over.</summary>
    public async ValueTask<Review?> DraftAsync(string incidentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(incidentId, cancellationToken) is not { } file)
        {
            return null;
        }

        var incident = file.Incident;
        var from = incident.OpenedAt - TimeSpan.FromDays(configuration.Retention.ChangeDays);
        var known = await changes.LatestAsync(
            from, incident.OpenedAt + ChangeRanking.Tolerance, null, MaximumChanges, static _ => { }, cancellationToken);
        var end = (incident.MitigatedAt ?? incident.Resolution?.At ?? now) + TimeSpan.FromHours(6);
        var isQueue = configuration.Queues.Any(queue => queue.Name == incident.Key.Resource);
        var page = await history.OfResourceAsync(incident.Key.Resource, MaximumEarlier, null, cancellationToken);
        return ReviewDraft.Of(
            new ReviewSources
            {
                File = file,
                Configuration = configuration,
                Changes = known,

                // where there are more than are weighed, how often they come is counted over what was read
                ChangesFrom = known.Count == MaximumChanges ? known[^1].At : from,
                Numbers = isQueue
                    ? await numbers.OfQueueAsync(
                        incident.Key.Resource,
                        incident.OpenedAt - TimeSpan.FromDays((7 * ImpactEstimate.MaximumWeeks) + 1),
                        end < now ? end : now,
                        cancellationToken)
                    : [],
                Earlier = page.Records,
                Leases = await LeasesAsync(incident, cancellationToken),
                Confirmed = await ConfirmedAsync(incidentId, cancellationToken),
            },
            now);
    }

    /// <summary>Keeps what somebody has written, if nobody has written meanwhile.</summary>
    /// <param name="draft">The review that it belongs to.</param>
    /// <param name="words">What is written.</param>
    /// <param name="state">Where the review stands with it.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="seen">The version that was seen; 0: none.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is kept; null: somebody was faster.</returns>
    public async ValueTask<ReviewVersion?> WriteAsync(
        Review draft, ReviewWords words, ReviewState state, string author, int seen, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var next = ReviewOpener.Next(draft.Incident, seen, now) with
        {
            Author = author,
            State = state,
            Words = words,
            CauseKind = draft.Changes.FirstOrDefault(one => one.Change is { } change && change.Id == words.Cause)?.Kind,
        };
        return await reviews.SaveAsync(next, cancellationToken) ? next : null;
    }

    private async ValueTask<IReadOnlyList<LeaseRecord>> LeasesAsync(Incident incident, CancellationToken cancellationToken)
    {
        var found = new List<LeaseRecord>();
        foreach (var resource in incident.Remediations.Select(static repair => repair.Split(' ', 2))
            .Where(static parts => parts.Length == 2).Select(static parts => parts[1]).Distinct(StringComparer.Ordinal))
        {
            found.AddRange(await leases.OfResourceAsync(resource, MaximumLeases, null, cancellationToken));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<ConfirmedCause>> ConfirmedAsync(string incidentId, CancellationToken cancellationToken) =>
    [
        .. (await reviews.NewestAsync(MaximumConfirmed, cancellationToken))
            .Where(review => review.IncidentId != incidentId
                && (review.CauseKind is not null || review.Words.Cause == ReviewWords.NoChange))
            .Select(static review => new ConfirmedCause(review.CauseKind)),
    ];
}
