using ContactCenter.Core.Api.History;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Api.Queues;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Board;

/// <summary>What the board shows.</summary>
public sealed record BoardModel
{
    /// <summary>Incidents that are over are shown of this month and the one before.</summary>
    private const int MaximumResolved = 50;

    /// <summary>What is looked at.</summary>
    public required BoardFilter Filter { get; init; }

    /// <summary>Whether customers reach somebody.</summary>
    public required Reachability Reach { get; init; }

    /// <summary>What is not over and shown, the worst first, then the oldest.</summary>
    public required IReadOnlyList<IncidentSummary> Incidents { get; init; }

    /// <summary>What is over and shown, the newest first.</summary>
    public IReadOnlyList<IncidentRecord> Resolved { get; init; } = [];

    /// <summary>How many there are in each tab, by the same filter as the rows.</summary>
    public required IReadOnlyDictionary<BoardTab, int> Counts { get; init; }

    /// <summary>The queues, in the order of the file.</summary>
    public required IReadOnlyList<QueueNow> Queues { get; init; }

    /// <summary>When they were measured; null: nobody knows what goes on in them.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>From when on the day is counted; null: nothing is known of it.</summary>
    public DateTimeOffset? TodaySince { get; init; }

    /// <summary>False where there are more incidents than are read.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>How many open incidents could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Asks for it.</summary>
    /// <param name="answers">The API.</param>
    /// <param name="filter">What is looked at.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="now">The time.</param>
    internal static async Task<(BoardModel? Model, Problem? Problem)> LoadAsync(
        Answers answers, BoardFilter filter, string person, DateTimeOffset now)
    {
        var (pages, isWhole, problem) = await Answers.AllAsync(
            after => answers.GetAsync("/incidents", ConsoleJson.Default.IncidentPage, ("limit", "200"), ("after", after)),
            static page => page.Next);
        if (problem is not null)
        {
            return (null, problem);
        }

        IncidentSummary[] all = [.. pages.SelectMany(static page => page.Items)];
        var (queues, _) = await answers.GetAsync("/queues", ConsoleJson.Default.QueueList);
        var resolved = filter.Tab == BoardTab.Resolved ? await ResolvedAsync(answers, filter, now) : [];
        return (new BoardModel
        {
            Filter = filter,
            Reach = Reachability.Of(all, queues),
            Incidents = [.. all.Where(incident => filter.Shows(incident, person))],
            Resolved = resolved,
            Counts = Enum.GetValues<BoardTab>().ToDictionary(
                static tab => tab,
                tab => all.Count(incident => BoardFilter.IsIn(tab, incident, person) && filter.Matches(incident))),
            Queues = queues?.Items ?? [],
            MeasuredAt = queues?.MeasuredAt,
            TodaySince = queues?.TodaySince,
            IsWhole = isWhole,
            Unreadable = pages[0].Unreadable,
        }, null);
    }

    private static async Task<IncidentRecord[]> ResolvedAsync(Answers answers, BoardFilter filter, DateTimeOffset now)
    {
        var (pages, _, _) = await Answers.AllAsync<RecordPage>(
            after => answers.GetAsync(
                "/history/incidents",
                ConsoleJson.Default.RecordPage,
                ("from", now.UtcDateTime.AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)),
                ("text", filter.Text),
                ("limit", "100"),
                ("after", after)),
            static page => page.Next);
        return
        [
            .. pages.SelectMany(static page => page.Items)
                .Where(record => record.ResolvedAt is not null && (filter.Severity is not { } severity || record.Severity == severity))
                .OrderByDescending(static record => record.ResolvedAt)
                .Take(MaximumResolved),
        ];
    }
}
