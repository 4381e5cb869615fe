namespace ContactCenter.Core.Incidents.History;

/// <summary>Reads what is stored by months, from one time to another.</summary>
public static class HistoryMonths
{
    private const int PageSize = 100;

    /// <summary>The first days of the months (UTC) between two times.</summary>
    public static IEnumerable<DateOnly> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var last = DateOnly.FromDateTime(to.UtcDateTime);
        for (var month = new DateOnly(from.UtcDateTime.Year, from.UtcDateTime.Month, 1); month <= last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>Incidents that were heard of from one time on and before another.</summary>
    public static async ValueTask<List<IncidentRecord>> HeardOfAsync(
        this IIncidentHistory history, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        var found = new List<IncidentRecord>();
        foreach (var month in Between(from, to))
        {
            string? next = null;
            do
            {
                var page = await history.MonthAsync(month, PageSize, next, cancellationToken);
                found.AddRange(page.Records.Where(one => one.DetectedAt >= from && one.DetectedAt < to));
                next = page.Next;
            }
            while (next is not null);
        }

        return found;
    }
}
