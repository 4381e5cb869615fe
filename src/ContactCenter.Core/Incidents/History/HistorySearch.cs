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

    /// <summary>Pages that are read for one stretch at most: 2,000 incidents.</summary>
    public const int MaximumReads = 20;

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

    /// <summary>
    /// A stretch of what is found, the newest first: at most <see cref="MaximumReads"/> pages of the history are read for it, so it may
    /// be shorter than asked for, or empty, although there is more.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="place">Where the stretch before ended; null: from the newest on.</param>
    /// <param name="limit">How many at most, 1 to 100.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <exception cref="FormatException">The place is none of this history.</exception>
    public async ValueTask<HistoryStretch> StretchAsync(
        HistoryQuery query, HistoryPlace? place, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (first, last) = (Month(query.From), Month(query.To));
        var (at, found, unreadable) = (place ?? new HistoryPlace(last, null), new List<IncidentRecord>(), 0);
        for (var reads = 0; reads < MaximumReads; reads++)
        {
            var size = query.Text.Length == 0 ? limit - found.Count : PageSize;
            var page = query.Resource is { } resource
                ? await history.OfResourceAsync(resource, size, at.After, cancellationToken)
                : await history.MonthAsync(at.Month, size, at.After, cancellationToken);
            unreadable += page.Unreadable;
            for (var i = 0; i < page.Records.Count; i++)
            {
                var record = query.HidesAddresses ? page.Records[i].WithoutAddresses() : page.Records[i];
                if (query.Text.Length == 0 || record.Tells(query.Text))
                {
                    found.Add(record);
                }

                if (found.Count == limit && i < page.Records.Count - 1)
                {
                    return new HistoryStretch(found, unreadable, at with { After = page.Records[i].Key.Token });
                }
            }

            var next = page.Next is { } more ? at with { After = more }
                : query.Resource is null && at.Month > first ? new HistoryPlace(at.Month.AddMonths(-1), null)
                : null;
            if (next is null || found.Count == limit)
            {
                return new HistoryStretch(found, unreadable, next);
            }

            at = next;
        }

        return new HistoryStretch(found, unreadable, at);
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

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

/// <summary>What is looked for.</summary>
/// <param name="From">Any day of the first month (UTC).</param>
/// <param name="To">Any day of the last month.</param>
/// <param name="Resource">The resource by its bare name, of all months; null: every resource of these months.</param>
/// <param name="Text">What a record tells, in any letter case; empty: everything.</param>
public sealed record HistoryQuery(DateOnly From, DateOnly To, string? Resource, string Text)
{
    /// <summary>True: at which address somebody was reached is neither found nor told.</summary>
    public bool HidesAddresses { get; init; }
}

/// <summary>Where a stretch ends.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="After">The token of the last record; null: the month begins.</param>
public sealed record HistoryPlace(DateOnly Month, string? After);

/// <summary>A part of what is found.</summary>
/// <param name="Records">The records, the newest first.</param>
/// <param name="Unreadable">How many that were looked at cannot be read.</param>
/// <param name="Next">Where to go on; null: there is nothing behind it.</param>
public sealed record HistoryStretch(IReadOnlyList<IncidentRecord> Records, int Unreadable, HistoryPlace? Next);
