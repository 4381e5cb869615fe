using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside.Reading;

/// <summary>The half hours and the leases that a version has stored are told by the API of the present one.</summary>
[Collection("Stored")]
public sealed class StoredNumbersReadingTests(Emulator emulator)
{
    public static TheoryData<string> WithNumbers => With("numbers");

    public static TheoryData<string> WithLeases => With("pastLease");

    [Theory]
    [MemberData(nameof(WithNumbers))]
    public async Task Half_hours_are_told_and_what_nobody_knows_is_not_zero(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);

        var halves = (await SettingsStory.DecideAsync(world, "GET", "/history/queues/Billing", null))["items"]!.AsArray();
        var profile = (await SettingsStory.DecideAsync(world, "GET", "/history/profiles/Generalists", null))["items"]!.AsArray();

        Assert.Equal([World.Noon, World.Noon.AddMinutes(30)], halves.Select(static half => (DateTimeOffset)half!["at"]!));
        Assert.Equal((12, null), ((int)halves[0]!["channels"]!["voice"]!["offered"]!, halves[0]!["channels"]!["voice"]!["handleSeconds"]));
        Assert.Equal(900, (int)Assert.Single(profile)!["contactSeconds"]!);
    }

    [Theory]
    [MemberData(nameof(WithLeases))]
    public async Task Leases_are_told(string version)
    {
        await using var world = await World.RestoreIncidentsAsync(emulator, version);

        var leases = (await SettingsStory.DecideAsync(world, "GET", "/history/leases", null))["items"]!.AsArray();

        Assert.Contains(leases, static one => (string?)one!["lease"]!["resource"] == "ledger-recorded" && (bool)one["helped"]!);
    }

    private static TheoryData<string> With(string kind) => [.. StoredRecording.Versions.Where(version =>
        StoredRecording.Read(version).Incidents.Any(item => item.Attributes["kind"].S == kind))];
}
