using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.History;

/// <summary>
/// Looking at figures that are remembered: the half hours of queues and routing profiles, and what leases cost and brought.
/// </summary>
/// <param name="numbers">The half hours.</param>
/// <param name="leases">The leases.</param>
/// <param name="bands">What was to be expected.</param>
public sealed class FigureRoutes(ICenterNumbers numbers, ILeaseHistory leases, IAnomalyBands bands) : IApiRoutes
{
    /// <summary>A month of half hours is what a page of a console shows at most, and a fraction of what an answer may hold.</summary>
    private const int MaximumDays = 31;

    private const int MaximumLeases = 1000;

    private static readonly Dictionary<string, string> OfDays = new()
    {
        ["from"] = "First day (UTC), such as 2026-11-29; the last where nothing is said.",
        ["to"] = $"Last day (UTC); today where nothing is said. At most {MaximumDays} days.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/history/queues/{queue}",
            ApiRole.Viewer,
            "What happened in a queue, by the half hour; numbers that are not there are not known.",
            HistoryJson.Default.QueueHalfHours,
            (call, cancellationToken) => OfDaysAsync(call, async (from, to) => ApiAnswer.Of(
                new QueueHalfHours(await numbers.OfQueueAsync(call.Path["queue"], from, to, cancellationToken)),
                HistoryJson.Default.QueueHalfHours))) with
        {
            Query = OfDays,
        },
        ApiRoute.Get(
            "/history/bands/{queue}",
            ApiRole.Viewer,
            "How many callers waited in a queue, by ten minutes, and how many were to be expected: where it is learned what is usual "
                + "(monitoring.anomalies).",
            HistoryJson.Default.BandList,
            (call, cancellationToken) => OfDaysAsync(call, async (from, to) => ApiAnswer.Of(
                new BandList(await bands.OfQueueAsync(call.Path["queue"], from, to, cancellationToken)),
                HistoryJson.Default.BandList))) with
        {
            Query = OfDays,
        },
        ApiRoute.Get(
            "/history/profiles/{profile}",
            ApiRole.Viewer,
            "How agents of a routing profile spent their time, by the half hour.",
            HistoryJson.Default.ProfileHalfHours,
            (call, cancellationToken) => OfDaysAsync(call, async (from, to) => ApiAnswer.Of(
                new ProfileHalfHours(await numbers.OfProfileAsync(call.Path["profile"], from, to, cancellationToken)),
                HistoryJson.Default.ProfileHalfHours))) with
        {
            Query = OfDays,
        },
        ApiRoute.Get(
            "/history/leases",
            ApiRole.Viewer,
            "Repairs of a month or a resource with what they cost and saved and whether they helped, the newest first. What was saved is "
                + "estimated: minutesSaved have more served than was there before the lease, and requestsSaved at most so many more.",
            HistoryJson.Default.LeaseList,
            LeasesAsync) with
        {
            Query = new Dictionary<string, string>
            {
                ["month"] = "The month (UTC), such as 2026-11; this one where nothing is said.",
                ["resource"] = "In place of a month: only of this table or function, of all months.",
                ["limit"] = $"How many entries, 1 to {MaximumLeases}; 200 where nothing is said.",
                ["after"] = "Where the page before ended: its next.",
                ["language"] = "Language of sentences, such as de; English where nothing is said.",
            },
        },
    ];

    private static async ValueTask<ApiAnswer> OfDaysAsync(ApiCall call, Func<DateTimeOffset, DateTimeOffset, Task<ApiAnswer>> answer)
    {
        if (!ApiTime.TryDay(call, "to", DateOnly.FromDateTime(call.Now.UtcDateTime), out var last, out var refused)
            || !ApiTime.TryDay(call, "from", last, out var first, out refused))
        {
            return refused;
        }

        return last.DayNumber - first.DayNumber is >= 0 and < MaximumDays
            ? await answer(Begin(first), Begin(last.AddDays(1)))
            : ApiAnswer.Of(
                ApiProblem.Invalid,
                Replies.DaysInOrder($"{MaximumDays}"));
    }

    private async ValueTask<ApiAnswer> LeasesAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!TryPlace(call.Query("after"), out var after))
        {
            return PageToken.Refused;
        }

        var limit = call.Limit(usual: 200, most: MaximumLeases);
        IReadOnlyList<LeaseRecord> found;
        if (call.Query("resource") is { } resource)
        {
            found = await leases.OfResourceAsync(resource, limit + 1, after, cancellationToken);
        }
        else if (ApiTime.TryMonth(call, "month", DateOnly.FromDateTime(call.Now.UtcDateTime), out var month, out var refused))
        {
            found = await leases.MonthAsync(month, limit + 1, after, cancellationToken);
        }
        else
        {
            return refused;
        }

        var words = IncidentRoutes.WordsOf(call);
        return ApiAnswer.Of(
            new LeaseList(
                [.. found.Take(limit).Select(lease => new LeaseView(lease with { Reason = words.Of(lease.Reason) }, lease.Helped))],
                found.Count > limit ? TokenOf(found[limit - 1].Key) : null),
            HistoryJson.Default.LeaseList);
    }

    private static string TokenOf(LeaseKey key) => PageToken.Make(
        key.GrantedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), key.Remediation, key.Resource);

    private static bool TryPlace(string? token, out LeaseKey? after)
    {
        after = null;
        if (!PageToken.TryRead(token, 3, out var place)
            || !long.TryParse(place?[0] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        after = place is null ? null : new LeaseKey(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), place[1], place[2]);
        return true;
    }

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
