using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Alarms, what is in force, and the day of queues, by hand-made requests through the deployed function.</summary>
public sealed class AlarmTests
{
    [Fact]
    public async Task The_alarms_of_the_center_come_page_by_page_each_once()
    {
        using var system = new DecidingSystem();
        var (names, after) = (new List<string>(), "");
        do
        {
            var page = (await system.Api.CallAsync("GET", $"/alarms?limit=40{after}", groups: DecidingSystem.Viewer)).Body;
            names.AddRange(page["items"]!.AsArray().Select(static item => (string)item!["name"]!));
            after = page["next"] is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);

        Assert.Equal(names.Distinct(), names);
        Assert.True(names.Count > 60, $"{names.Count}");
    }

    [Fact]
    public async Task An_alarm_has_the_threshold_that_a_person_has_set_and_that_of_the_file()
    {
        using var system = new DecidingSystem();
        await system.MakeAsync(system.Wanted(
            "threshold", members: [("alarm", "queue-wait-time"), ("resource", "Billing"), ("threshold", 240)]));
        await system.MakeAsync(system.Mute());

        var alarm = await OneAsync(system, "queue-wait-time", "Billing");

        Assert.Equal((240, "4 min", "3 min"), ((double)alarm["threshold"]!, (string)alarm["limit"]!, (string)alarm["limitOfFile"]!));
        Assert.Equal(system.Api.Clock.Now.AddHours(2), (DateTimeOffset)alarm["heldUntil"]!);
    }

    [Fact]
    public async Task One_alarm_is_answered_with_its_changes_and_another_name_is_not_known()
    {
        using var system = new DecidingSystem();
        var name = (string)(await OneAsync(system, "queue-wait-time", "Billing"))["name"]!;

        var one = await system.Api.CallAsync("GET", $"/alarms?name={Uri.EscapeDataString(name)}&days=31");

        Assert.Empty(Assert.Single(one.Body["items"]!.AsArray())!["changes"]!.AsArray());
        Assert.Equal(31, one.Body["items"]![0]!["reds"]!.AsArray().Count);
        Assert.Equal(404, (await system.Api.CallAsync("GET", "/alarms?name=nothing")).Status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("32")]
    [InlineData("many")]
    public async Task Days_that_are_none_are_refused(string days)
    {
        using var system = new DecidingSystem();

        Assert.Equal(422, (await system.Api.CallAsync("GET", $"/alarms?days={days}")).Status);
    }

    [Fact]
    public async Task What_is_in_force_is_the_file_with_what_people_have_decided_over_it()
    {
        using var system = new DecidingSystem();
        await system.MakeAsync(system.Wanted("queue", members: [("queue", "Billing"), ("isOpen", false)]));
        await system.MakeAsync(system.Wanted("repairs", members: [("mode", "off")]));
        await system.MakeAsync(system.Wanted("announcement", members: [("texts", new JsonObject { ["en"] = "There is an outage." })]));

        var force = (await system.Api.CallAsync("GET", "/in-force", groups: DecidingSystem.Viewer)).Body;

        var billing = force["queues"]!.AsArray().Single(static queue => (string)queue!["queue"]! == "Billing")!;
        Assert.Equal((false, true), ((bool)billing["isOpen"]!, (bool)billing["isOpenByFile"]!));
        Assert.Equal("There is an outage.", (string)billing["announcement"]!["en"]!);
        Assert.Equal("off", (string)force["repairs"]!);
    }

    [Fact]
    public async Task A_queue_has_the_sums_of_its_day_by_channel_and_yesterday_is_none_of_it()
    {
        using var system = new DecidingSystem();
        var now = system.Api.Clock.Now;
        var half = ChannelNumbers.Nothing with { TargetSeconds = 20, Offered = 10, Queued = 10, LeftWithin = 8, Answered = 9 };
        await system.Api.System.Services.GetRequiredService<ICenterNumbers>().KeepAsync(
            new()
            {
                Queues =
                [
                    .. new[] { now.AddHours(-1), now.AddHours(-2), now.AddDays(-1) }
                        .Select(at => new QueueNumbers("Billing", at, new Dictionary<ContactChannel, ChannelNumbers>
                        {
                            [ContactChannel.Voice] = half,
                        }.ToImmutableSortedDictionary())),
                ],
            },
            CancellationToken.None);

        var queue = (await system.Api.CallAsync("GET", "/queues", groups: DecidingSystem.Viewer)).Body["items"]!.AsArray()
            .Single(static one => (string)one!["name"]! == "Billing")!;

        var today = Assert.Single(queue["today"]!.AsArray())!;
        Assert.Equal(
            ("voice", 20, 16, 80),
            ((string)today["channel"]!, (int)today["queued"]!, (int)today["leftWithin"]!, (double)today["serviceLevelPercent"]!));
    }

    private static async Task<JsonNode> OneAsync(DecidingSystem system, string alarm, string resource) =>
        (await system.Api.CallAsync("GET", $"/alarms?text={alarm}&limit=200")).Body["items"]!.AsArray()
            .Single(item => (string)item!["alarm"]! == alarm && (string)item["resource"]! == resource)!;
}
