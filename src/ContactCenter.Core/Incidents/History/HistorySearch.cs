namespace ContactCenter.Core.Incidents.History;

/// <summary>
/// Finds records by text within chosen months: they are read, and filtered afterwards, because an index of words would cost more than all
/// searches.
/// </summary>
/// <param name="history">The history.</param>
public sealed class HistorySearch(IIncidentHistory history)
{
    /// <summary>So many months are searched at most: all that is kept by default, and one more.</summary>
    public const int MaximumMonths = 15;

    private const int PageSize = 100;

    /// <summary>Records that have the text in any of their words, the newest first.</summary>
    /// <param name="from">Any day of the first month (UTC).</param>
    /// <param name="to">Any day of the last month.</param>
    /// <param name="text">What to find, in any letter case; empty: everything.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more than <see cref="MaximumMonths"/> are asked for.</exception>
    public async ValueTask<HistoryFindings> FindAsync(
        DateOnly from, DateOnly to, string text, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var months = Months(from, to);
        ArgumentOutOfRangeException.ThrowIfNotEqual(months is >= 1 and <= MaximumMonths, true, nameof(to));
        var findings = new HistoryFindings([], 0);
        for (var back = 0; back < months && findings.Records.Count < limit; back++)
        {
            var month = new DateOnly(to.Year, to.Month, 1).AddMonths(-back);
            findings = await GatherAsync(findings, next => history.MonthAsync(month, PageSize, next, cancellationToken), text, limit);
        }

        return findings;
    }

    /// <summary>Records of a resource, of all months, that have the text in any of their words, the newest first.</summary>
    /// <param name="resource">Its bare name, such as <c>Billing</c>.</param>
    /// <param name="text">What to find, in any letter case; empty: everything.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public ValueTask<HistoryFindings> OfResourceAsync(string resource, string text, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return GatherAsync(
            new HistoryFindings([], 0), next => history.OfResourceAsync(resource, PageSize, next, cancellationToken), text, limit);
    }

    /// <summary>How many months there are from one to another, both included; below one when they are the wrong way round.</summary>
    public static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;

    private static async ValueTask<HistoryFindings> GatherAsync(
        HistoryFindings before, Func<string?, ValueTask<HistoryPage>> ask, string text, int limit)
    {
        var (found, unreadable) = (new List<IncidentRecord>(before.Records), before.Unreadable);
        string? next = null;
        do
        {
            var page = await ask(next);
            found.AddRange(page.Records.Where(record => text.Length == 0 || record.Tells(text)));
            unreadable += page.Unreadable;
            next = page.Next;
        }
        while (next is not null && found.Count < limit);
        return new HistoryFindings([.. found.Take(limit)], unreadable);
    }
}

/// <summary>What was found.</summary>
/// <param name="Records">The records, the newest first.</param>
/// <param name="Unreadable">How many of those that were looked at cannot be read, and may have had the text.</param>
public sealed record HistoryFindings(IReadOnlyList<IncidentRecord> Records, int Unreadable);
