using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>Begins the reviews of what was grave, so that nobody has to remember it.</summary>
/// <param name="reviews">What is kept.</param>
public sealed class ReviewOpener(IReviews reviews)
{
    /// <summary>Whether an incident gets a review without anybody asking: a P1 or a P2 that is over and was no noise.</summary>
    public static bool IsReviewed(IncidentRecord record) => record is
    {
        State: IncidentState.Resolved,
        Severity: Severity.P1 or Severity.P2,
        Verdict: null or VerdictKind.Real,
    };

    /// <summary>
    /// Begins the review of an incident that has ended, where it gets one and has none; again, nothing happens. An incident that comes back
    /// keeps its review.
    /// </summary>
    public async ValueTask BeginAsync(IncidentRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (IsReviewed(record))
        {
            _ = await reviews.SaveAsync(Next(record, 0, record.ResolvedAt!.Value), cancellationToken);
        }
    }

    /// <summary>The version behind one, with nothing written in it.</summary>
    internal static ReviewVersion Next(IncidentRecord record, int seen, DateTimeOffset at) => new()
    {
        IncidentId = record.Id,
        Version = seen + 1,
        At = at,
        State = ReviewState.Draft,
        Subject = record.Subject,
        Severity = record.Severity,
        DetectedAt = record.DetectedAt,
    };
}
