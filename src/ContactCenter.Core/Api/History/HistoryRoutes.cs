using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.History;

/// <summary>Looking at what is remembered: incidents by month, resource and text, alarms of a day, configuration changes.</summary>
/// <param name="incidents">The history of incidents.</param>
/// <param name="files">The incidents themselves.</param>
/// <param name="alarms">The history of alarms.</param>
/// <param name="changes">The configuration changes.</param>
/// <param name="leases">What repairs held, for whether they helped.</param>
public sealed class HistoryRoutes(
    IIncidentHistory incidents, IIncidentFiles files, IAlarmHistory alarms, IChangeLog changes, ILeaseHistory leases) : IApiRoutes
{
    /// <summary>More leases of a month than any center has.</summary>
    private const int MaximumLeases = 1000;

    private const int MaximumPage = 100;
    private const int NewestEvents = 200;
    private const string MonthFormat = "yyyy-MM";

    private static readonly Dictionary<string, string> OfLists = new()
    {
        ["limit"] = $"How many entries, 1 to {MaximumPage}; 50 where nothing is said.",
        ["after"] = "Where the page before ended: its next.",
    };

    private static readonly Dictionary<string, string> OfSentences = new()
    {
        ["language"] = "Language of sentences, such as de; English where nothing is said.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/history/incidents",
            ApiRole.Viewer,
            "Incidents as they are remembered, the newest first.",
            HistoryJson.Default.RecordPage,
            ListAsync) with
        {
            Cost = static request => string.IsNullOrEmpty(request.Query.GetValueOrDefault("text")) ? 1 : ApiRoute.OfManyReads,
            Query = new Dictionary<string, string>(OfLists.Concat(OfSentences))
            {
                ["from"] = "First month (UTC), such as 2026-09; the last where nothing is said.",
                ["to"] = $"Last month, such as 2026-11; this one where nothing is said. At most {HistorySearch.MaximumMonths} months.",
                ["resource"] = "Only incidents of this resource, by its bare name, of all months.",
                ["text"] = "Only incidents that tell of this, in any letter case; what is stored is English.",
            },
        },
        ApiRoute.Get(
            "/history/incidents/{id}",
            ApiRole.Viewer,
            "What is remembered of one incident.",
            HistoryJson.Default.RecordFile,
            OpenAsync) with
        {
            Query = OfSentences,
        },
        ApiRoute.Get(
            "/history/alarms/{day}",
            ApiRole.Viewer,
            "What alarms did on a day (UTC), such as 2026-11-29.",
            HistoryJson.Default.AlarmDayPage,
            AlarmsAsync) with
        {
            Query = OfLists,
        },
        ApiRoute.Get(
            "/history/changes",
            ApiRole.Viewer,
            "Configuration changes, the newest first.",
            HistoryJson.Default.ChangePage,
            ChangesAsync) with
        {
            Query = new Dictionary<string, string>(OfLists.Concat(OfSentences))
            {
                ["from"] = "Not before this time, such as 2026-11-29T00:00:00Z; a day ago where nothing is said.",
                ["to"] = "Not after this time; now where nothing is said.",
            },
        },
    ];

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!ApiTime.TryMonth(call, "to", DateOnly.FromDateTime(call.Now.UtcDateTime), out var end, out var refused)
            || !ApiTime.TryMonth(call, "from", end, out var begin, out refused))
        {
            return refused;
        }

        if (HistorySearch.Months(begin, end) is < 1 or > HistorySearch.MaximumMonths)
        {
            return ApiAnswer.Of(
                ApiProblem.Invalid,
                Replies.MonthsInOrder($"{HistorySearch.MaximumMonths}"));
        }

        HistoryPlace? place = null;
        if (!PageToken.TryRead(call.Query("after"), 2, out var after)
            || (after is not null && (place = PlaceOf(after)) is null))
        {
            return PageToken.Refused;
        }

        var query = new HistoryQuery(begin, end, call.Query("resource"), call.Query("text") ?? "")
        {
            HidesAddresses = IncidentRoutes.HidesAddresses(call),
        };
        var words = IncidentRoutes.WordsOf(call);
        var found = await new HistorySearch(incidents).StretchAsync(query, place, call.Limit(most: MaximumPage), cancellationToken);
        var next = found.Next is { } more
            ? PageToken.Make(more.Month.ToString(MonthFormat, CultureInfo.InvariantCulture), more.After ?? "")
            : null;
        return ApiAnswer.Of(
            new RecordPage(
                [.. (await JudgedAsync(found.Records, cancellationToken)).Select(record => Said(record, words))], found.Unreadable, next),
            HistoryJson.Default.RecordPage);
    }

    private static HistoryPlace? PlaceOf(string[] after) =>
        ApiTime.Month(after[0]) is { } month && (after[1].Length == 0 || HistoryKey.TextOf(after[1]) is not null)
            ? new HistoryPlace(month, after[1].Length == 0 ? null : after[1])
            : null;

    private async ValueTask<ApiAnswer> OpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(call.Path["id"], cancellationToken) is not { } file)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchIncidentKnown);
        }

        var record = (await JudgedAsync([IncidentHistorian.Record(file)], cancellationToken))[0];
        var (words, hides) = (IncidentRoutes.WordsOf(call), IncidentRoutes.HidesAddresses(call));
        var earlier = Math.Max(0, file.Timeline.Count - NewestEvents);
        return ApiAnswer.Of(
            new RecordFile(
                Said(hides ? record.WithoutAddresses() : record, words),
                [.. file.Timeline.Skip(earlier).Select(happened => TimelineEntry.Of(happened, words, hides))],
                earlier),
            HistoryJson.Default.RecordFile);
    }

    /// <summary>Whether a repair helped is what its lease says; what an incident remembers of it is that it may.</summary>
    private async ValueTask<IReadOnlyList<IncidentRecord>> JudgedAsync(
        IReadOnlyList<IncidentRecord> records, CancellationToken cancellationToken)
    {
        var held = new List<LeaseRecord>();
        foreach (var month in RemediationEffect.MonthsOf(records))
        {
            held.AddRange(await leases.MonthAsync(month, MaximumLeases, null, cancellationToken));
        }

        return [.. records.Select(record => RemediationEffect.Judged(record, held))];
    }

    private async ValueTask<ApiAnswer> AlarmsAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!ApiTime.TryDay("day", call.Path["day"], default, out var day, out var refused))
        {
            return refused;
        }

        if (!PageToken.TryRead(call.Query("after"), 1, out var after))
        {
            return PageToken.Refused;
        }

        var limit = call.Limit(most: MaximumPage);
        AlarmDay[] rest =
        [
            .. (await alarms.DayAsync(day, cancellationToken))
                .SkipWhile(alarm => after is not null && string.CompareOrdinal($"{alarm.Id}", after[0]) <= 0)
                .Take(limit + 1),
        ];
        var next = rest.Length > limit ? PageToken.Make($"{rest[limit - 1].Id}") : null;
        return ApiAnswer.Of(new AlarmDayPage([.. rest.Take(limit)], next), HistoryJson.Default.AlarmDayPage);
    }

    private async ValueTask<ApiAnswer> ChangesAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!ApiTime.TryTime(call, "to", call.Now, out var end, out var refused)
            || !ApiTime.TryTime(call, "from", end.AddDays(-1), out var from, out refused))
        {
            return refused;
        }

        if (from > end)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.TimesInOrder);
        }

        if (!TryPlace(call.Query("after"), out var after))
        {
            return PageToken.Refused;
        }

        var (limit, unreadable) = (call.Limit(most: MaximumPage), 0);
        var found = await changes.LatestAsync(from, end, after, limit + 1, _ => unreadable++, cancellationToken);
        var next = found.Count > limit && found[limit - 1] is var last
            ? PageToken.Make(last.At.UtcTicks.ToString(CultureInfo.InvariantCulture), last.Id)
            : null;
        var words = IncidentRoutes.WordsOf(call);
        return ApiAnswer.Of(
            new ChangePage([.. found.Take(limit).Select(change => change with { Text = words.Of(change.Text) })], unreadable, next),
            HistoryJson.Default.ChangePage);
    }

    private static bool TryPlace(string? token, out ChangePlace? after)
    {
        after = null;
        if (!PageToken.TryRead(token, 2, out var place)
            || !long.TryParse(place?[0] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        after = place is null ? null : new ChangePlace(new DateTimeOffset(ticks, TimeSpan.Zero), place[1]);
        return true;
    }

    /// <summary>The record with its sentences in another language; what people wrote stays as it is.</summary>
    private static IncidentRecord Said(IncidentRecord record, Translation words) => record with
    {
        Subject = words.Of(record.Subject),
        Symptom = words.Of(record.Symptom),
        Reasons = [.. record.Reasons.Select(words.Of)],
        Path = [.. record.Path.Select(step => step with { Why = words.Of(step.Why) })],
        Repairs = [.. record.Repairs.Select(repair => repair with { Report = repair.Report is { } report ? words.Of(report) : null })],
        Preceding = [.. record.Preceding.Select(words.Of)],
        Acts = [.. record.Acts.Select(act => act with { Text = words.Of(act.Text) })],
    };
}
