using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Remediation.Ended;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>What is remembered, by hand-made requests through the deployed function. It is the fourth of May 2026.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly ApiSystem _system = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Incidents_of_months_come_the_newest_first_page_by_page()
    {
        for (var day = 0; day < 60; day += 5)
        {
            await KeepAsync($"I-{day:D2}", -day, day % 10 == 0 ? "Billing" : "Cards");
        }

        Assert.Equal(["I-00"], await IdsAsync("?limit=2"));
        Assert.Equal(["I-00", "I-05", "I-10", "I-15", "I-20", "I-25", "I-30", "I-35", "I-40", "I-45", "I-50", "I-55"],
            await IdsAsync("?from=2026-03&limit=5"));
        Assert.Equal(["I-05", "I-10", "I-15", "I-20", "I-25", "I-30"], await IdsAsync("?from=2026-04&to=2026-04&limit=3"));
        Assert.Equal(["I-00", "I-10", "I-20", "I-30", "I-40", "I-50"], await IdsAsync("?resource=Billing&limit=4"));
        Assert.Equal(["I-05", "I-15", "I-25", "I-35", "I-45", "I-55"], await IdsAsync("?from=2026-03&text=QUEUE%20CARDS&limit=2"));
        Assert.Empty(await IdsAsync("?from=2026-03&text=nothing"));
    }

    [Fact]
    public async Task A_search_reads_so_much_at_once_and_goes_on_where_it_ended()
    {
        for (var i = 0; i < 2100; i++)
        {
            await KeepAsync($"I-{i:D4}", 0, i == 2099 ? "Cards" : "Billing", seconds: -i);
        }

        var first = await GetAsync("/history/incidents?text=Cards");

        Assert.Empty(first.Body["items"]!.AsArray());
        Assert.Equal(["I-2099"], await IdsAsync("?text=Cards"));
    }

    [Fact]
    public async Task Addresses_of_those_who_were_told_are_for_responders()
    {
        await KeepAsync("I-1", 0, "Billing");

        var seen = (await _system.CallAsync("GET", "/history/incidents?text=%2B4930")).Body["items"]!.AsArray();

        Assert.Equal("+493012345", (string)Assert.Single(seen)!["reached"]![0]!["to"]!);
        Assert.Empty((await GetAsync("/history/incidents?text=%2B4930")).Body["items"]!.AsArray());
        Assert.Equal("***", (string)(await GetAsync("/history/incidents")).Body["items"]![0]!["reached"]![0]!["to"]!);
    }

    [Fact]
    public async Task More_leases_than_a_page_holds_come_page_by_page_each_once()
    {
        var at = _system.Clock.Now;
        for (var i = 0; i < 5; i++)
        {
            await Service<ILeaseHistory>().KeepAsync(
                new LeaseRecord
                {
                    Remediation = "heal-capacity",
                    Resource = i == 3 ? "orders" : "customers",
                    GrantedAt = at.AddMinutes(i < 3 ? -i : 1 - i),
                    LookedAt = at,
                    Reason = $"{i}",
                },
                Stop);
        }

        var all = await AllAsync("/history/leases?limit=2", static one => (string)one["lease"]!["reason"]!);
        var some = await AllAsync("/history/leases?limit=2&resource=customers", static one => (string)one["lease"]!["reason"]!);

        Assert.Equal(["0", "1", "3", "2", "4"], all);
        Assert.Equal(["0", "1", "2", "4"], some);
        Assert.Equal("bad-request", (await GetAsync("/history/leases?after=MQoy")).Problem);
    }

    [Theory]
    [InlineData("/history/incidents?from=soon", 422)]
    [InlineData("/history/incidents?from=2026-06", 422)]
    [InlineData("/history/incidents?from=2024-01", 422)]
    [InlineData("/history/incidents?after=bm9uc2Vuc2U", 400)]
    [InlineData("/history/incidents?after=MjAyNi0wNQpub25zZW5zZQ", 400)]
    [InlineData("/history/incidents/NOPE-1", 404)]
    [InlineData("/history/alarms/yesterday", 422)]
    [InlineData("/history/changes?from=2026-05-05T00:00:00Z", 422)]
    [InlineData("/history/queues/Billing?from=2026-05-05", 422)]
    [InlineData("/history/queues/Billing?from=2026-04-03&to=2026-05-04", 422)]
    [InlineData("/history/profiles/Generalists?from=2026-04-04", 200)]
    [InlineData("/history/leases?month=May", 422)]
    [InlineData("/trends?weeks=53", 422)]
    [InlineData("/trends?weeks=soon", 422)]
    [InlineData("/history/changes?after=MQoy", 200)]
    [InlineData("/history/changes?after=MQo5OTk5OTk5OTk", 200)]
    [InlineData("/history/changes?after=MQ", 400)]
    [InlineData("/history/changes?after=c29vbgp4", 400)]
    [InlineData("/history/changes?after=OTk5OTk5OTk5OTk5OTk5OTk5OQp4", 400)]
    public async Task What_is_asked_wrongly_is_told(string path, int status) => Assert.Equal(status, (await GetAsync(path)).Status);

    [Fact]
    public async Task An_incident_comes_with_its_timeline_and_what_each_event_speaks_of()
    {
        var id = await _system.OpenAsync();
        _ = await _system.CallAsync("POST", $"/incidents/{id}/acknowledge", new JsonObject());

        var file = await GetAsync($"/history/incidents/{id}");

        Assert.Equal((id, "acknowledged"), ((string)file.Body["incident"]!["id"]!, (string)file.Body["incident"]!["state"]!));
        var acted = file.Body["timeline"]!.AsArray().Single(static happened => (string)happened!["kind"]! == "person")!;
        Assert.Equal(("ada@example.com", "acknowledge"), ((string)acted["facts"]!["actor"]!, (string)acted["facts"]!["act"]!));
    }

    [Fact]
    public async Task Sentences_come_in_the_language_that_is_asked_for()
    {
        var id = await _system.OpenAsync();
        _ = await _system.CallAsync("POST", $"/incidents/{id}/acknowledge", new JsonObject());

        var file = await GetAsync($"/history/incidents/{id}?language=de");

        Assert.Equal("Unbekannter Alarm", ((string)file.Body["incident"]!["subject"]!)[..17]);
    }

    [Fact]
    public async Task Alarms_of_a_day_come_page_by_page()
    {
        var alarms = Service<IAlarmHistory>();
        for (var i = 0; i < 5; i++)
        {
            await alarms.AddAsync(
                [new AlarmNews(new AlarmId($"arn:{i}", null), $"alarm {i}", new AlarmMoment(_system.Clock.Now, AlarmState.Alarm))], Stop);
        }

        var names = await AllAsync("/history/alarms/2026-05-04?limit=2", static one => $"{one["name"]} {one["moments"]![0]!["state"]}");

        Assert.Equal(["alarm 0 alarm", "alarm 1 alarm", "alarm 2 alarm", "alarm 3 alarm", "alarm 4 alarm"], names);
        Assert.Empty((await GetAsync("/history/alarms/2026-05-03")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Changes_come_page_by_page_also_where_many_were_made_in_one_moment()
    {
        var log = Service<IChangeLog>();
        for (var i = 0; i < 9; i++)
        {
            await log.AddAsync(
                new ConfigurationChange($"c-{i}", _system.Clock.Now.AddMinutes(i < 6 ? -1 : -2), "123/eu", $"Ada changed {i}."), Stop);
        }

        var ids = await AllAsync("/history/changes?limit=2", static one => (string)one["id"]!);

        Assert.Equal(["c-5", "c-4", "c-3", "c-2", "c-1", "c-0", "c-8", "c-7", "c-6"], ids);
        Assert.Equal(3, (await AllAsync("/history/changes?to=2026-05-04T09:58:30Z", static one => (string)one["id"]!)).Count);
    }

    [Fact]
    public async Task The_half_hours_of_a_queue_and_of_a_profile_come_in_order()
    {
        var first = new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
        var none = ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty;
        await Service<ICenterNumbers>().KeepAsync(
            new CenterNumbers
            {
                Queues =
                [
                    new QueueNumbers("Billing", first.AddMinutes(30), none),
                    new QueueNumbers("Billing", first, none.Add(ContactChannel.Voice, ChannelNumbers.Nothing with { Offered = 7 })),
                ],
                Profiles = [new ProfileNumbers("Generalists", first, 1800, 900, 600, null, 0)],
            },
            Stop);

        var queue = (await GetAsync("/history/queues/Billing")).Body["items"]!.AsArray();
        var profile = (await GetAsync("/history/profiles/Generalists?from=2026-05-01")).Body["items"]!.AsArray();

        Assert.Equal([first, first.AddMinutes(30)], queue.Select(static half => (DateTimeOffset)half!["at"]!));
        Assert.Equal(7, (int)queue[0]!["channels"]!["voice"]!["offered"]!);
        Assert.Equal(900, (int)Assert.Single(profile)!["contactSeconds"]!);
        Assert.Empty((await GetAsync("/history/queues/Billing?from=2026-05-03&to=2026-05-03")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Leases_come_by_month_and_by_resource_with_what_they_saved_and_whether_they_helped()
    {
        await Service<ILeaseHistory>().KeepAsync(
            new LeaseRecord
            {
                Remediation = "heal-capacity",
                Resource = "customers",
                GrantedAt = _system.Clock.Now.AddDays(-10),
                LookedAt = _system.Clock.Now,
                Reason = "throttled",
                Dollars = 1.5,
                ThrottledBefore = 100,
                ThrottledAfter = 10,
                MinutesSaved = 14,
                RequestsSaved = 8400,
            },
            Stop);

        var month = (await GetAsync("/history/leases?month=2026-04")).Body["items"]!.AsArray();
        var resource = (await GetAsync("/history/leases?resource=customers")).Body["items"]!.AsArray();

        Assert.Equal((1.5, true), ((double)Assert.Single(month)!["lease"]!["dollars"]!, (bool)month[0]!["helped"]!));
        Assert.Equal("throttled", (string)Assert.Single(resource)!["lease"]!["reason"]!);
        Assert.Equal((14, 8400.0), ((int)month[0]!["lease"]!["minutesSaved"]!, (double)month[0]!["lease"]!["requestsSaved"]!));
        Assert.Empty((await GetAsync("/history/leases")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Trends_say_what_grows_until_when_in_the_language_of_who_asks_with_their_days()
    {
        var today = DateOnly.FromDateTime(_system.Clock.Now.UtcDateTime);
        await Service<ICenterDays>().KeepAsync(
            [
                .. Enumerable.Range(0, 100).Select(day => new CenterDay(
                    today.AddDays(day - 100), [new("Users", "", 363 + day, 500), new("Queues", "", 4, null)])
                {
                    Told = ["Users/"],
                }),
            ],
            Stop);

        var trends = (await GetAsync("/trends?language=de")).Body;
        var users = trends["items"]![0]!;

        Assert.Equal(
            ("Nutzer der Instanz", "Nutzer der Instanz in 38 Tagen (38 bis 38) von 462 auf 500", true, 38.0, 84),
            ((string?)users["label"], (string?)users["sentence"], (bool)users["isTold"]!, (double)users["daysUntilLimit"]!,
                users["days"]!.AsArray().Count));
        Assert.Equal(("Queues", null), ((string?)trends["items"]![1]!["name"], trends["items"]![1]!["sentence"]));
        Assert.False((bool)trends["isKept"]!);
        Assert.Equal(100, (await GetAsync("/trends?weeks=26")).Body["items"]![0]!["days"]!.AsArray().Count);
    }

    public void Dispose() => _system.Dispose();

    private T Service<T>()
        where T : notnull => _system.System.Services.GetRequiredService<T>();

    private Task<ApiReply> GetAsync(string path) => _system.CallAsync("GET", path, groups: "[viewer]");

    private Task<IReadOnlyList<string>> IdsAsync(string query) => AllAsync($"/history/incidents{query}", static one => (string)one["id"]!);

    private async Task<IReadOnlyList<string>> AllAsync(string path, Func<JsonNode, string> read)
    {
        var (all, after) = (new List<string>(), "");
        do
        {
            var page = await GetAsync($"{path}{after}");
            Assert.True(page.Status == 200, page.Text);
            all.AddRange(page.Body["items"]!.AsArray().Select(item => read(item!)));
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            after = (string?)page.Body["next"] is { } next ? $"{mark}after={next}" : "";
        }
        while (after.Length > 0);

        return all;
    }

    private ValueTask KeepAsync(string id, int days, string resource, int seconds = 0) => Service<IIncidentHistory>().KeepAsync(
        new IncidentRecord
        {
            Id = id,
            Version = 1,
            Receipts = 0,
            Group = "queue",
            Resource = resource,
            Location = "123/eu",
            Subject = $"Queue {resource}",
            Symptom = "too few agents available",
            Owner = "workforce",
            Runbook = "agent-availability",
            State = IncidentState.Resolved,
            Severity = Severity.P2,
            Reasons = [],
            BeganAt = _system.Clock.Now.AddDays(days).AddSeconds(seconds),
            DetectedAt = _system.Clock.Now.AddDays(days).AddSeconds(seconds),
            Acknowledged = PromiseOutcome.Kept,
            Resolved = PromiseOutcome.Kept,
            AlarmCount = 1,
            Changes = 2,
            Reached = [new ReachedEndpoint("workforce", Channel.Sms, "+493012345", _system.Clock.Now, 1, 0, 0, null)],
        },
        Stop);
}
