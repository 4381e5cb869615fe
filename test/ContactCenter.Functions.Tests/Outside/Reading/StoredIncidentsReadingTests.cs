using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside.Reading;

/// <summary>Incidents, effects and notes that a version has stored are read by the present one, and it goes on with them.</summary>
[Collection("Stored")]
public sealed class StoredIncidentsReadingTests(Emulator emulator)
{
    public static TheoryData<string> Versions => [.. StoredRecording.Versions];

    /// <summary>Where a test takes long: the oldest, from which everybody came, and the two from which people come today.</summary>
    public static TheoryData<string> OldestAndLast => [.. StoredRecording.Versions.Take(1), .. StoredRecording.Versions.TakeLast(2)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_clock_finds_every_incident_and_its_deadline(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version, item => !IsEffect(item));

        // the quiet period of those that are mitigated ends at this look
        var active = StoredRecording.Read(version).Incidents.Count(item =>
            item.Attributes.GetValueOrDefault("dueIn")?.S == "incidents" && (string)item.Body!["incident"]!["state"]! != "Mitigated");

        var reply = JsonNode.Parse(await world.Functions.InvokeAsync("AdvanceEscalations", "{}"))!;

        Assert.Equal((true, active, 0), ((bool)reply["passed"]!, (int)reply["active"]!, reply["repaired"]!.AsArray().Count));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task A_change_that_was_recorded_before_explains_an_incident(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version, item => !IsEffect(item));
        var id = (string)(await IncidentOfAsync(world, RemediationStory.Function))["id"]!;

        _ = await world.Functions.InvokeAsync("AdvanceEscalations", "{}");

        var noted = (await world.Tables.ItemsAsync(world.Tables.Incidents)).Where(item => item.Attributes["kind"].S == "timeline")
            .SelectMany(item => item.Body!.AsArray())
            .Where(entry => (string)entry!["incidentId"]! == id && (string)entry["kind"]! == "Context");
        Assert.Contains("UpdateFunctionCode on look-up-customer", (string)Assert.Single(noted)!["text"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task Every_effect_that_waits_is_carried_out(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        _ = world.At(World.EndOfRecording + 5);

        var reply = JsonNode.Parse(await world.Functions.InvokeAsync("AdvanceEscalations", "{}"))!;

        // what was in one item for many people has become an effect each
        _ = world.At(World.EndOfRecording + 10);
        _ = await world.Functions.InvokeAsync("AdvanceEscalations", "{}");
        Assert.Empty(reply["problems"]!.AsArray());
        Assert.DoesNotContain(await world.Tables.ItemsAsync(world.Tables.Incidents), item => item.Attributes["kind"].S == "effectPack");
        Assert.Empty(await world.EffectsAsync(item =>
            item.Attributes.ContainsKey("dueIn") && Time(item, "nextDueAt") <= world.Functions.Clock.Now));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task A_repair_that_nobody_has_carried_out_is_asked_for_by_its_topic(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        var incident = await IncidentOfAsync(world, "stock-recorded");

        await world.DeliverAsync((string)incident["id"]!, effect => (string?)effect["kind"] == "remediate");

        var message = JsonNode.Parse(Assert.Single(world.Functions.Aws.PublishedTo(World.RemediationTopic)))!;
        Assert.Equal(
            ("remediate", "heal-capacity", "stock-recorded"),
            ((string?)message["kind"], (string?)message["remediation"], (string?)message["target"]));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task A_message_in_Slack_is_changed_where_it_stands(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        var incident = await IncidentOfAsync(world, "Billing");

        _ = await world.TriageAsync(OutsideEvents.QueueWait("Billing", world.At(World.EndOfRecording), "OK"));
        await world.DeliverAsync((string)incident["id"]!, effect => (string?)effect["channel"] == "Slack");

        var update = JsonNode.Parse(world.Functions.Http.Calls.First(call => call.Path == "/api/chat.update").Body)!;
        Assert.Equal(("C0123456789", "1777896000.000001"), ((string?)update["channel"], (string?)update["ts"]));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task A_link_that_people_have_acts(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        var link = StoredRecording.Read(version).Links["Billing a"];

        _ = await world.Functions.InvokeAsync("AnswerLink", OutsideEvents.Link(link, "POST"));

        var incident = await IncidentOfAsync(world, "Billing");
        var recipient = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(link.Split('~')[6]));
        Assert.Equal(("Acknowledged", recipient), ((string?)incident["state"], (string?)incident["acknowledgement"]!["by"]));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task A_link_that_was_used_does_nothing_again(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        var before = (await IncidentOfAsync(world, "Sales")).ToJsonString();

        var answer = await world.Functions.InvokeAsync(
            "AnswerLink", OutsideEvents.Link(StoredRecording.Read(version).Links["Sales s"], "POST"));

        Assert.Contains("Done already", answer, StringComparison.Ordinal);
        Assert.Equal(before, (await IncidentOfAsync(world, "Sales")).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task A_repair_that_waits_for_approval_is_approved(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);

        var link = StoredRecording.Read(version).Links["orders-recorded p"];

        _ = await world.Functions.InvokeAsync("AnswerLink", OutsideEvents.Link(link, "POST"));

        var approved = await world.EffectsAsync(item => item.Body!["approvedBy"] is not null && item.Attributes.ContainsKey("dueIn"));
        Assert.Equal("heal-capacity orders-recorded", Assert.Single(approved).Attributes["lane"].S);
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task An_incident_that_planned_work_has_held_is_told_after_it(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(
            emulator, version, item => item.Body is JsonObject body && (string?)body["key"]?["resource"] == "Support");
        _ = world.At(120);

        _ = await world.Functions.InvokeAsync("AdvanceEscalations", "{}");

        Assert.Equal(8, (await world.EffectsAsync(_ => true)).Count);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Alarms_go_on_where_they_were(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version, item => !IsEffect(item));
        var now = world.Functions.Clock.Now;

        Assert.Equal(
            ["Ignored", "Mitigated", "Merged", "Reopened", "Merged"],
            [
                await ActionAsync(world, OutsideEvents.QueueWait("Billing", World.Noon)),
                await ActionAsync(world, OutsideEvents.QueueWait("Billing", now, "OK")),
                await ActionAsync(world, OutsideEvents.QueueSize("Loans", now)),
                await ActionAsync(world, OutsideEvents.QueueWait("Cards", now)),
                await ActionAsync(world, OutsideEvents.QueueSize("Line 9", now)),
            ]);
    }

    private static bool IsEffect(StoredItem item) => item.Attributes["kind"].S is "effect" or "effectPack";

    private static DateTimeOffset Time(StoredItem item, string attribute) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(item.Attributes[attribute].N, CultureInfo.InvariantCulture));

    private static async Task<string> ActionAsync(World world, string alarm) =>
        (string)JsonNode.Parse(await world.Functions.InvokeAsync("TriageAlarm", alarm))![0]!["action"]!;

    private static async Task<JsonNode> IncidentOfAsync(World world, string resource) =>
        (await world.Tables.ItemsAsync(world.Tables.Incidents))
            .Single(item => item.Key.Sort == "correlation" && (string)item.Body!["key"]!["resource"]! == resource).Body!["incident"]!;
}
