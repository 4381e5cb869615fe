using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Tests.Chromium;

/// <summary>Every page of the console, with something on it.</summary>
internal static class PagesOf
{
    private const string Incident = "{incident}";
    private const string Alarm = "{alarm}";

    /// <summary>Their addresses.</summary>
    public static TheoryData<string> All =>
    [
        "/", "/?tab=resolved", $"/incidents/{Incident}?view=all", "/on-call", "/windows", "/switchboard", "/alarms",
        $"/alarms/one?name={Alarm}", "/alarms/advice", "/repairs", "/contacts", "/contacts/topics", "/forecast?queue=Billing", "/trends",
        "/reviews", $"/reviews/{Incident}", "/audit", "/audit/trail", "/search?text=Billing", $"/status-page?incident={Incident}",
        "/knowledge?question=how+do+I+block+my+card", "/knowledge/new", "/knowledge/articles/card-lost?question=how+do+I+block+my+card", "/nowhere",
    ];

    /// <summary>The address of a page in a center.</summary>
    public static string Address(Center center, string page) => page
        .Replace(Incident, center.Known["incident"], StringComparison.Ordinal)
        .Replace(Alarm, Uri.EscapeDataString(center.Known["alarm"]), StringComparison.Ordinal);

    /// <summary>An incident that a person has, settings of each kind, queues, half hours of four weeks, and repairs.</summary>
    public static async Task PrepareAsync(Center center)
    {
        var over = await center.BreakAsync("The lights are out.");
        await center.ActAsync(over, "acknowledge", "ben");
        await center.ActAsync(over, "resolve", "ben");
        await RememberAsync(center, over);
        var id = await center.BreakAsync(await File.ReadAllTextAsync(Repository.File("samples", "alarm.json")));
        await center.ActAsync(id, "acknowledge", "ben");
        center.Known["incident"] = id;
        var alarms = JsonNode.Parse(await center.ReadAsync("/alarms?text=queue-wait-time"))!["items"]!.AsArray();
        center.Known["alarm"] = (string)alarms[0]!["name"]!;
        foreach (var body in new[]
        {
            """{ "type": "mute", "resource": "Billing", "until": "2026-11-30T18:00:00Z", "reason": "move of the office" }""",
            """{ "type": "queue", "queue": "Billing", "isOpen": false, "until": "2026-11-30T18:00:00Z", "reason": "fire drill" }""",
            """
            { "type": "announcement", "texts": { "en": "We have an outage.", "de": "Es gibt eine St\u00f6rung." },
              "until": "2026-11-30T18:00:00Z", "reason": "the CRM is down" }
            """,
            """{ "type": "repairs", "mode": "dryRun", "until": "2026-11-30T18:00:00Z", "reason": "they did harm" }""",
            """{ "type": "threshold", "alarm": "queue-wait-time", "resource": "Billing", "threshold": 240, "reason": "season" }""",
            """
            { "type": "takeover", "schedule": "engineers", "participant": "Tom Lee", "until": "2026-11-30T20:00:00Z",
              "reason": "dentist" }
            """,
        })
        {
            _ = await center.SendAsync("/settings", body);
        }

        if (center.IsEditing)
        {
            await EditAsync(center);
        }

        await center.Services.GetRequiredService<ICenterNumbers>().KeepAsync(new() { Queues = HalfHours(center) }, CancellationToken.None);
        await center.Services.GetRequiredService<ICenterDays>().KeepAsync(Days(center), CancellationToken.None);
        await center.Services.GetRequiredService<IAnomalyBands>().KeepAsync(Bands(center), CancellationToken.None);
        foreach (var lease in Leases(center.Clock.Now))
        {
            await center.Services.GetRequiredService<ILeaseHistory>().KeepAsync(lease, CancellationToken.None);
        }

        await HearAsync(center);
        await center.MeasureAsync(new QueueState("Billing", Waiting: 9, OldestSeconds: 600, AgentsStaffed: 4, AbandonmentPercent: 7.5));
    }

    /// <summary>Four weeks of topics, one contact that nobody understood, and what two customers said.</summary>
    private static async Task HearAsync(Center center)
    {
        var (heard, surveys) = (center.Services.GetRequiredService<IHeardContacts>(), center.Services.GetRequiredService<ISurveyStore>());
        var today = DateOnly.FromDateTime(center.Clock.Now.UtcDateTime);
        for (var back = 0; back < 40; back++)
        {
            await heard.AddAsync(
                TopicDay.Empty(today.AddDays(-back))
                    .With("card_lost", new TopicCount(40 - back, 40 - back, -400 * (40 - back)))
                    .With("opening_hours", new TopicCount(20 + (back % 7), 20, 4000))
                    .With("unsure", new TopicCount(3, 0, 0)),
                CancellationToken.None);
        }

        await heard.KeepAsync(
            new UnsureContact(
                "c-1", "<b>it</b> does that thing again", ["card_lost", "opening_hours"], "en", center.Clock.Now.AddHours(-1)),
            CancellationToken.None);
        _ = await surveys.AddAsync(
            new Survey("s-1", 1, "I waited <i>forever</i>.", "Billing", "card_lost", center.Clock.Now.AddDays(-1)), CancellationToken.None);
        _ = await surveys.AddAsync(
            new Survey("s-2", 5, null, "Billing", "opening_hours", center.Clock.Now.AddDays(-2)), CancellationToken.None);
    }

    /// <summary>As the deployed stream does it, which nothing drives here.</summary>
    private static async Task RememberAsync(Center center, string id)
    {
        var file = await center.Services.GetRequiredService<IIncidentFiles>().OpenAsync(id, CancellationToken.None);
        await center.Services.GetRequiredService<IIncidentHistory>().KeepAsync(IncidentHistorian.Record(file!), CancellationToken.None);
    }

    /// <summary>An article that is published with a newer draft, so that its page has all that it can have.</summary>
    private static async Task EditAsync(Center center)
    {
        const string Card = "/knowledge/articles/card-lost";
        _ = await center.AskByHandAsync("PUT", Card, Draft("Call the blocking line."));
        _ = await center.SendAsync($"{Card}/publish", """{ "reason": "approved" }""");
        _ = await center.AskByHandAsync("PUT", Card, Draft("Call the blocking line, day and night."));

        static string Draft(string answer) =>
            $$"""{ "language": "en", "title": "Block a card", "questions": ["how do I block my card"], "answer": "{{answer}}" }""";
    }

    /// <summary>Twelve weeks in which users come near their quota, calls take less and less time, and errors scatter.</summary>
    public static CenterDay[] Days(Center center) =>
    [
        .. Enumerable.Range(0, 84).Select(day => new CenterDay(
            DateOnly.FromDateTime(center.Clock.Now.UtcDateTime).AddDays(day - 84),
            [
                new(CountedThings.Users, "", 380 + day, 500), new(CountedThings.Queues, "", 12, 100),
                new("AverageHandleTime", "Billing", 400 - day, null),
                new("Errors", "<b>verify</b>", day * day % 11, null), new("ConcurrentCallsPercentage", "", 0.4, 1),
            ])
        {
            Told = day == 83 ? ["Users/"] : [],
        }),
    ];

    private static QueueNumbers[] HalfHours(Center center) =>
    [
        .. Enumerable.Range(1, 28 * 48).Select(back => center.Clock.Now.AddMinutes(-30 * back))
            .Where(static at => at.Hour is >= 7 and < 18)
            .Select(static at => new QueueNumbers("Billing", at, ImmutableSortedDictionary.CreateRange<ContactChannel, ChannelNumbers>(
            [
                new(ContactChannel.Voice, Numbers(40 - (3 * Math.Abs(11 - at.Hour)) + (at.DayOfWeek == DayOfWeek.Monday ? 20 : 0), 20)),
                new(ContactChannel.Chat, Numbers(6 + (at.Hour % 3), 60)),
            ]))),
    ];

    private static KeptBand[] Bands(Center center) =>
    [
        .. Enumerable.Range(1, 30).Select(back => new KeptBand(
            "Billing", center.Clock.Now.AddMinutes(-10 * back), 0, 5 + (back % 3), back % 2, back < 8 ? 20 - back : 4)),
    ];

    private static ChannelNumbers Numbers(long offered, long target) => ChannelNumbers.Nothing with
    {
        TargetSeconds = target,
        Offered = offered,
        Queued = offered,
        LeftWithin = offered > 45 ? offered / 2 : offered * 9 / 10,
        Answered = offered - 2,
        Abandoned = 2,
        AnswerSeconds = offered * 15,
        MaximumWaitSeconds = offered * 4,
        Handled = offered - 2,
        HandleSeconds = (offered - 2) * 280,
    };

    private static IEnumerable<LeaseRecord> Leases(DateTimeOffset now) =>
    [
        new()
        {
            Remediation = "heal-capacity", Resource = "bank-customers", GrantedAt = now.AddMinutes(-40), LookedAt = now,
            Reason = "Writes were turned away.", Dollars = 0.12, MinutesSaved = 14,
        },
        new()
        {
            Remediation = "heal-capacity", Resource = "bank-customers", GrantedAt = now.AddDays(-3), LookedAt = now.AddDays(-3).AddHours(1),
            EndedAt = now.AddDays(-3).AddHours(1), Reason = "Reads were turned away.", Dollars = 1.25, MinutesSaved = 31,
            ThrottledBefore = 400, ThrottledAfter = 3,
        },
    ];

    /// <summary>Something that is asked of the API by hand.</summary>
    internal static ApiRequest Request(string method, string path, string? body) => new()
    {
        Method = method,
        Path = ApiDesk.Base + path.Split('?')[0],
        Query = path.Split('?') is [_, var query]
            ? query.Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1])
            : new Dictionary<string, string>(),
        Headers = new Dictionary<string, string> { ["content-type"] = "application/json" },
        Body = Encoding.UTF8.GetBytes(body ?? ""),
    };

    /// <summary>Whoever has prepared it.</summary>
    internal static ApiCaller Preparer { get; } = new("eve", "eve", ApiRole.Administrator);
}
