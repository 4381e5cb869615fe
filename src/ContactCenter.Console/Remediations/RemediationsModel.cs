using System.Globalization;
using ContactCenter.Core.Api.History;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Remediations;

/// <summary>What the page of repairs shows.</summary>
public sealed record RemediationsModel
{
    /// <summary>What holds now; how far repairs may go is in it.</summary>
    public required InForceView Now { get; init; }

    /// <summary>Incidents in which a repair waits for a word.</summary>
    public required IReadOnlyList<IncidentSummary> Waiting { get; init; }

    /// <summary>Repairs that hold something now, the oldest first, because those are forgotten.</summary>
    public required IReadOnlyList<LeaseView> Running { get; init; }

    /// <summary>Repairs of the month that have given everything back, the newest first.</summary>
    public required IReadOnlyList<LeaseView> Ended { get; init; }

    /// <summary>The month that is shown.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>False where there were more than are read.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Dollars of the month, as far as they can be told.</summary>
    public double Dollars => Ended.Concat(Running.Where(IsOfMonth)).Sum(static one => one.Lease.Dollars ?? 0);

    /// <summary>Minutes of the month in which requests would have been turned away.</summary>
    public int MinutesSaved => Ended.Concat(Running.Where(IsOfMonth)).Sum(static one => one.Lease.MinutesSaved ?? 0);

    /// <summary>How many of the month helped, and of how many that can be told.</summary>
    public (int Helped, int Known) Helped => (
        Ended.Count(static one => one.Helped == true), Ended.Count(static one => one.Helped is not null));

    /// <summary>Asks for it.</summary>
    /// <param name="answers">The API.</param>
    /// <param name="wanted">The month, such as <c>2026-11</c>; what cannot be read is the present one.</param>
    /// <param name="now">The time.</param>
    internal static async Task<(RemediationsModel? Model, Problem? Problem)> LoadAsync(Answers answers, string? wanted, DateTimeOffset now)
    {
        var present = new DateOnly(now.UtcDateTime.Year, now.UtcDateTime.Month, 1);
        var month = DateOnly.TryParseExact(wanted, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is >= 2000 and < 2200 ? read : present;
        var (force, problem) = await answers.GetAsync("/in-force", ConsoleJson.Default.InForceView);
        var (incidents, unknown) = await answers.GetAsync("/incidents", ConsoleJson.Default.IncidentPage, ("limit", "200"));
        var (leases, isWhole, unread) = await LeasesAsync(answers, month);
        if (force is null || incidents is null || unread is not null)
        {
            return (null, problem ?? unknown ?? unread);
        }

        // what runs now may have begun in this month or the one before, whichever month is looked at
        var running = new List<LeaseView>();
        foreach (var recent in new[] { present, present.AddMonths(-1) })
        {
            running.AddRange((recent == month ? leases : (await LeasesAsync(answers, recent)).Leases)
                .Where(static one => one.Lease.EndedAt is null));
        }

        return (new RemediationsModel
        {
            Now = force,
            Waiting = [.. incidents.Items.Where(static one => one.PendingApproval is not null)],
            Running = [.. running.OrderBy(static one => one.Lease.GrantedAt)],
            Ended = [.. leases.Where(static one => one.Lease.EndedAt is not null)],
            Month = month,
            IsWhole = isWhole,
        }, null);
    }

    private bool IsOfMonth(LeaseView one) =>
        (one.Lease.GrantedAt.UtcDateTime.Year, one.Lease.GrantedAt.UtcDateTime.Month) == (Month.Year, Month.Month);

    private static async Task<(LeaseView[] Leases, bool IsWhole, Problem? Problem)> LeasesAsync(Answers answers, DateOnly month)
    {
        var (page, problem) = await answers.GetAsync(
            "/history/leases", ConsoleJson.Default.LeaseList, ("month", month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        return page is null ? ([], false, problem) : ([.. page.Items], page.Next is null, null);
    }
}
