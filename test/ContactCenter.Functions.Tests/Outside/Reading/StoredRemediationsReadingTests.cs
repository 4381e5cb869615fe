using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside.Reading;

/// <summary>Leases, cases and counts that a version has stored are read by the present one; what is on lease goes back.</summary>
[Collection("Stored")]
public sealed class StoredRemediationsReadingTests(Emulator emulator)
{
    /// <summary>After every lease of the recording.</summary>
    private const double Late = 120;

    public static TheoryData<string> Versions => [.. StoredRecording.Versions];

    public static TheoryData<string> OldestAndLast => StoredIncidentsReadingTests.OldestAndLast;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_range_that_is_on_lease_goes_back(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        await world.Capacity.CreateAsync("customers-recorded", 496);
        await world.Capacity.ManageAsync("customers-recorded", 45, 45);
        await world.Capacity.ReadAsync("customers-recorded", world.At(Late - 60), 60, 1);

        // first it is held to the level that it would come to by itself, and gets its range back when it is there
        _ = world.At(Late);
        _ = await world.Functions.InvokeAsync("HealCapacity", OutsideEvents.Schedule);
        await world.Capacity.ProvisionAsync("customers-recorded", 5);
        _ = world.At(Late + 1);
        _ = await world.Functions.InvokeAsync("HealCapacity", OutsideEvents.Schedule);

        Assert.Equal((5, 10), await world.Capacity.RangeOfAsync("customers-recorded"));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task Units_whose_raise_was_never_confirmed_and_was_made_go_back(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        await world.Capacity.CreateAsync("accounts-recorded", 496);
        await world.Capacity.ReadAsync("accounts-recorded", world.At(Late - 60), 60, 1);
        _ = world.At(Late);

        _ = await world.Functions.InvokeAsync("HealCapacity", OutsideEvents.Schedule);

        Assert.Equal(PlayedTables.Reads, await world.Capacity.ReadsOfAsync("accounts-recorded"));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task Units_whose_raise_was_never_made_are_not_on_lease(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        await world.Capacity.CreateAsync("accounts-recorded");
        _ = world.At(Late);

        _ = await world.Functions.InvokeAsync("HealCapacity", OutsideEvents.Schedule);

        Assert.DoesNotContain("dueIn", (await LeaseAsync(world, "lease#heal-capacity#accounts-recorded")).Attributes.Keys);
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task Resources_that_were_asked_for_lately_are_looked_after(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        string[] tables = ["accounts-recorded", "customers-recorded", "ledger-recorded", "orders-recorded"];
        foreach (var table in tables)
        {
            await world.Capacity.CreateAsync(table);
        }

        var reply = JsonNode.Parse(await world.Functions.InvokeAsync("HealCapacity", OutsideEvents.Schedule))!;

        Assert.Equal(tables, reply["looks"]!.AsArray().Select(look => (string?)look!["resource"]));
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task Executions_that_are_on_lease_go_back(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        world.Functions.Aws.Lambda.Reserved[RemediationStory.Function] = 38;
        _ = world.At(Late);

        _ = await world.Functions.InvokeAsync("HealFunctions", OutsideEvents.Schedule);

        Assert.Equal(20, world.Functions.Aws.Lambda.Reserved[RemediationStory.Function]);
    }

    [Theory]
    [MemberData(nameof(OldestAndLast))]
    public async Task An_event_source_that_was_enabled_today_counts(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);
        var disabled = world.Functions.Aws.Lambda.Disabled;
        disabled["3c1c4b5e-mapping"] = RemediationStory.Fed;
        _ = await world.Functions.InvokeAsync("HealFunctions", OutsideEvents.Schedule);
        Assert.Empty(disabled);

        disabled["3c1c4b5e-mapping"] = RemediationStory.Fed;
        _ = await world.Functions.InvokeAsync("HealFunctions", OutsideEvents.Schedule);

        // twice a day, and the first time was in the recording
        Assert.NotEmpty(disabled);
    }

    private static async Task<StoredItem> LeaseAsync(World world, string partition) =>
        (await world.Tables.ItemsAsync(world.Tables.Incidents)).Single(item => item.Key == (partition, "lease"));
}
