using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside.Upgrade;

/// <summary>
/// A deployment of an earlier version is upgraded by deploying and taken back by deploying: the stacks with its tables go from its
/// templates to those of today and back, with everything that it has stored in them. Between, the functions of today act on all of it.
/// </summary>
[Collection("Stored")]
public sealed class UpgradeTests(Emulator emulator)
{
    private const string Incidents = $"{EmulatedStacks.Prefix}-incidents";
    private const string Contacts = $"{EmulatedStacks.Prefix}-contacts";

    [Fact]
    public async Task A_deployment_is_upgraded_goes_on_and_is_taken_back_with_everything_that_it_has_stored()
    {
        const string Version = "0.1.0";
        await using var tables = StoredTables.Deployed(emulator, Incidents, Contacts);
        using var stacks = new EmulatedStacks(emulator.Address);
        var recording = StoredRecording.Read(Version);
        await stacks.CreateAsync(EmulatedStacks.Of(Version));
        await tables.PutAsync(Incidents, [.. recording.Incidents, .. Later(recording)]);
        await tables.PutAsync(Contacts, recording.Contacts);
        var (before, known) = (await KeptAsync(tables), await stacks.ResourcesAsync("incidents"));

        await stacks.UpdateAsync(EmulatedStacks.Today);

        var upgraded = await stacks.ResourcesAsync("incidents");
        Assert.Equal(before, await KeptAsync(tables));
        Assert.DoesNotContain(known, resource => upgraded.GetValueOrDefault(resource.Key) != resource.Value);
        await using var world = await World.CreateAsync(emulator, Version, tables);
        foreach (var (key, content) in recording.Bucket)
        {
            await world.Bucket.PutAsync(key, content);
        }

        await GoesOnAsync(world, recording);
        var after = await KeptAsync(tables);

        await stacks.UpdateAsync(EmulatedStacks.Of(Version));

        Assert.Equal(after, await KeptAsync(tables));
        Assert.Equal(known, await stacks.ResourcesAsync("incidents"));
    }

    /// <summary>
    /// Kinds of items that came after a version, as the newest recording has them: settings and their acts, and the history.
    /// </summary>
    private static IEnumerable<StoredItem> Later(StoredRecording recording)
    {
        var known = recording.Incidents.Select(static item => item.Attributes["kind"].S).ToHashSet(StringComparer.Ordinal);
        return StoredRecording.Read(StoredRecording.Newest).Incidents.Where(item => !known.Contains(item.Attributes["kind"].S));
    }

    /// <summary>
    /// A call is routed, the clock finds every deadline, links that people have act, an alarm that is over is heard, a queue stays closed.
    /// </summary>
    private static async Task GoesOnAsync(World world, StoredRecording recording)
    {
        _ = world.At(1);
        var route = JsonNode.Parse(await world.Functions.InvokeAsync("RouteContact", ContactsStory.Said("c-9", "", ("queue", "Billing"))))!;
        var topic = JsonNode.Parse(await world.Functions.InvokeAsync("ClassifyContact", ContactsStory.Said("c-9", "I was billed twice")))!;
        Assert.Equal("known", (string?)route["queueState"]);
        var history = Encoding.UTF8.GetString(recording.Bucket["classifier/history.json"]);
        Assert.Contains((string)topic["model"]!, history, StringComparison.Ordinal);

        _ = world.At(World.EndOfRecording);
        var looked = JsonNode.Parse(await world.Functions.InvokeAsync("AdvanceEscalations", "{}"))!;
        Assert.True((bool)looked["passed"]!);
        Assert.Empty(looked["repaired"]!.AsArray());

        _ = await world.Functions.InvokeAsync("AnswerLink", OutsideEvents.Link(recording.Links["Billing a"], "POST"));
        _ = await world.Functions.InvokeAsync("AnswerLink", OutsideEvents.Link(recording.Links["orders-recorded p"], "POST"));
        Assert.Equal("Acknowledged", await StateAsync(world, "Billing"));
        Assert.Single(await world.EffectsAsync(static item =>
            item.Body!["approvedBy"] is not null && item.Attributes.ContainsKey("dueIn")));

        _ = await world.TriageAsync(OutsideEvents.QueueWait("Billing", world.At(World.EndOfRecording + 1), "OK"));
        Assert.Equal("Mitigated", await StateAsync(world, "Billing"));

        _ = world.At(SettingsStory.Holding);
        var service = JsonNode.Parse(await world.Functions.InvokeAsync(
            "CheckService", ContactsStory.Said("c-9", "", ("queue", "Billing"))))!;
        Assert.Equal(("no", "We move house."), ((string?)service["open"], (string?)service["announcement"]));
        var changed = (await SettingsStory.DecideAsync(world, "GET", "/setting-acts", null))["items"]!.AsArray()
            .Single(static act => (string?)act!["verb"] == "changed")!;
        _ = await SettingsStory.DecideAsync(world, "POST", $"/setting-acts/{changed["id"]}/undo", SettingsStory.Because());
    }

    private static async Task<string?> StateAsync(World world, string resource) =>
        (string?)(await world.Tables.ItemsAsync(world.Tables.Incidents))
            .Single(item => item.Key.Sort == "correlation" && (string?)item.Body!["key"]!["resource"] == resource)
            .Body!["incident"]!["state"];

    /// <summary>Every item of both tables, word for word.</summary>
    private static async Task<string[]> KeptAsync(StoredTables tables) =>
    [
        .. (await tables.ItemsAsync(Incidents)).Concat(await tables.ItemsAsync(Contacts))
            .Select(static item => $"{item.Key} {string.Join(' ', item.Attributes.OrderBy(static one => one.Key, StringComparer.Ordinal)
                .Select(static one => $"{one.Key}={one.Value.S ?? one.Value.N}{one.Value.B?.Length}"))}"),
    ];
}
