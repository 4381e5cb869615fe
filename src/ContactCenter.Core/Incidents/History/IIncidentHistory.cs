namespace ContactCenter.Core.Incidents.History;

/// <summary>The records of incidents, by month and by resource, the newest first.</summary>
public interface IIncidentHistory
{
    /// <summary>
    /// Keeps a record in the place of an older one of the same incident. One that was made from less than the kept one changes nothing, so
    /// it may come late, twice, or again after half of it was written.
    /// </summary>
    ValueTask KeepAsync(IncidentRecord record, CancellationToken cancellationToken);

    /// <summary>A page of the incidents that were heard of in a month (UTC), the newest first.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <param name="limit">How many at most, 1 to 100.</param>
    /// <param name="after">The token of the page before; null: the first page.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="FormatException">The token is none of this history.</exception>
    ValueTask<HistoryPage> MonthAsync(DateOnly month, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>A page of the incidents of a resource, the newest first.</summary>
    /// <param name="resource">Its bare name, such as <c>Billing</c>.</param>
    /// <param name="limit">How many at most, 1 to 100.</param>
    /// <param name="after">The token of the page before; null: the first page.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="FormatException">The token is none of this history.</exception>
    ValueTask<HistoryPage> OfResourceAsync(string resource, int limit, string? after, CancellationToken cancellationToken);
}

/// <summary>A page of the history.</summary>
/// <param name="Records">The records, the newest first.</param>
/// <param name="Next">What to ask with for the page behind it; null: there is none.</param>
/// <param name="Unreadable">How many more belong to the page and cannot be read; they are left out.</param>
public sealed record HistoryPage(IReadOnlyList<IncidentRecord> Records, string? Next, int Unreadable = 0);
