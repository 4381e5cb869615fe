using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside.Reading;

/// <summary>What people have decided under a version holds under the present one, is told with its acts, and is undone.</summary>
[Collection("Stored")]
public sealed class StoredSettingsReadingTests(Emulator emulator)
{
    public static TheoryData<string> Versions => [.. StoredRecording.Versions.Where(static version =>
        StoredRecording.Read(version).Incidents.Any(static item => item.Attributes["kind"].S == "settings"))];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_people_have_decided_holds_for_callers(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        _ = world.At(SettingsStory.Holding);

        var heard = JsonNode.Parse(await world.Functions.InvokeAsync(
            "CheckService", ContactsStory.Said("c-7", "", ("queue", "Billing"), ("language", "de"))))!;

        Assert.Equal(("no", "Wir ziehen um."), ((string?)heard["open"], (string?)heard["announcement"]));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_act_is_undone_and_leaves_what_was_before(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        var acts = (await SettingsStory.DecideAsync(world, "GET", "/setting-acts", null))["items"]!.AsArray();
        var changed = Assert.Single(acts, static act => (string?)act!["verb"] == "changed")!;

        var undone = await SettingsStory.DecideAsync(
            world, "POST", $"/setting-acts/{changed["id"]}/undo", SettingsStory.Because());

        Assert.Equal(6, acts.Count);
        Assert.Equal((string?)changed["before"]!["until"], (string?)undone["after"]!["until"]);
        Assert.Equal(
            3, (await SettingsStory.DecideAsync(world, "GET", "/settings", null))["items"]!.AsArray().Count);
    }
}
