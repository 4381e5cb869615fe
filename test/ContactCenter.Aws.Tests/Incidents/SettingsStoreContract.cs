using ContactCenter.Core.Configuration;
using ContactCenter.Core.Settings;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every store of settings promises.</summary>
public abstract class SettingsStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One of every kind, with all that it can say.</summary>
    public static IReadOnlyList<Setting> EveryKind { get; } =
    [
        new OnCallTakeover { Id = "onCall-1", Author = "Ada", Reason = "ill", From = Noon, Until = Noon.AddHours(8), Version = 1,
            Schedule = "duty", Participant = "Grace" },
        new OnCallExchange { Id = "onCall-2", Author = "Ada", Reason = "swap", From = Noon, Until = Noon.AddDays(8), Version = 1,
            Schedule = "duty", First = "Ada", Second = "Grace" },
        new PlannedWork { Id = "maintenance-1", Author = "Ada", Reason = "patch", From = Noon, Until = Noon.AddHours(1), Version = 2,
            Groups = ["api"], Resources = ["crm"] },
        new Mute { Id = "mutes-1", Author = "Ada", Reason = "noise", From = Noon, Until = Noon.AddHours(1), Version = 1,
            Alarm = "api-failures", Resource = "crm" },
        new QueueSwitch { Id = "queues-1", Author = "Ada", Reason = "fire drill", From = Noon, Until = Noon.AddHours(1), Version = 1,
            Queue = "Billing", IsOpen = false },
        new EmergencyAnnouncement { Id = "announcements-1", Author = "Ada", Reason = "storm", From = Noon, Until = Noon.AddHours(1),
            Version = 1, Queue = null, Texts = new Dictionary<string, string> { ["de"] = "Sturm", ["en"] = "Storm" } },
        new HolidayToday { Id = "holidays-1", Author = "Ada", Reason = "snow", From = Noon, Until = Noon.AddDays(1), Version = 1,
            Date = new DateOnly(2026, 5, 4) },
        new ForcedFallback { Id = "fallbacks-1", Author = "Ada", Reason = "broken", From = Noon, Until = Noon.AddHours(1), Version = 1,
            Queue = "Billing" },
        new AlarmThreshold { Id = "thresholds-1", Author = "Ada", Reason = "season", From = Noon, Until = null, Version = 1,
            Alarm = "queue-wait-time", Resource = "Billing", Threshold = 240.5 },
        new RemediationSwitch { Id = "repairs-1", Author = "Ada", Reason = "stop", From = Noon, Until = Noon.AddHours(1), Version = 1,
            Mode = RemediationMode.Off },
        new TrainingFreeze { Id = "training-1", Author = "Ada", Reason = "campaign", From = Noon, Until = Noon.AddHours(1), Version = 1 },
    ];

    protected abstract ValueTask<ISettingsStore> StoreAsync();

    [Fact]
    public async Task A_store_without_acts_has_no_settings()
    {
        var settings = await (await StoreAsync()).ReadAsync(Stop);

        Assert.Empty(settings.All);
        Assert.All(SettingKinds.All, kind => Assert.Equal(0, settings[kind].Version));
    }

    [Fact]
    public async Task Every_kind_is_read_as_it_was_stored()
    {
        var store = await StoreAsync();
        foreach (var (kind, settings) in EveryKind.GroupBy(static one => one.Kind).Select(static group => (group.Key, group.ToArray())))
        {
            Assert.True(await store.CommitAsync(new SettingsCommit(new SettingsBook(kind, 1, [.. settings]), Act(kind, 1, settings[0])),
                Stop));
        }

        var read = await store.ReadAsync(Stop);

        Assert.Equal(EveryKind.Select(Text), read.All.Select(Text));
        Assert.All(EveryKind, one => Assert.Equal(1, read[one.Kind].Version));
    }

    [Fact]
    public async Task Marks_of_requests_are_stored_with_the_act_that_they_led_to()
    {
        var store = await StoreAsync();
        var mute = Mutes("first");
        var mark = new SettingMark("api-0123", Noon.AddHours(1), "000000000000001-mutes-1");

        Assert.True(await store.CommitAsync(
            new SettingsCommit(new SettingsBook(SettingKind.Mutes, 1, [mute]) { Marks = [mark] }, Act(SettingKind.Mutes, 1, mute)), Stop));
        Assert.Equal([mark], (await store.ReadAsync(Stop))[SettingKind.Mutes].Marks);

        Assert.True(await store.CommitAsync(
            new SettingsCommit(new SettingsBook(SettingKind.Mutes, 2, [mute]), Act(SettingKind.Mutes, 2, mute)), Stop));
        Assert.Empty((await store.ReadAsync(Stop))[SettingKind.Mutes].Marks);
    }

    [Fact]
    public async Task Of_two_acts_on_the_same_version_the_second_stores_nothing()
    {
        var store = await StoreAsync();
        var (first, second) = (Mutes("first"), Mutes("second"));
        Assert.True(await store.CommitAsync(new SettingsCommit(new SettingsBook(SettingKind.Mutes, 1, [first]), Act(SettingKind.Mutes, 1,
            first)), Stop));

        Assert.False(await store.CommitAsync(
            new SettingsCommit(new SettingsBook(SettingKind.Mutes, 1, [second]), Act(SettingKind.Mutes, 1, second) with
            {
                Id = "000000000000002-mutes-1"
            }), Stop));

        Assert.Equal("first", Assert.Single((await store.ReadAsync(Stop)).All).Reason);
        Assert.Equal("first", Assert.Single(await store.ActsAsync(null, 10, Stop)).After?.Reason);
    }

    [Fact]
    public async Task Acts_come_the_newest_first_page_by_page_and_by_their_id()
    {
        var store = await StoreAsync();
        for (var version = 1; version <= 5; version++)
        {
            var mute = Mutes($"{version}");
            Assert.True(await store.CommitAsync(
                new SettingsCommit(new SettingsBook(SettingKind.Mutes, version, [mute]), Act(SettingKind.Mutes, version, mute)), Stop));
        }

        var page = await store.ActsAsync(null, 2, Stop);
        var next = await store.ActsAsync(page[^1].Id, 2, Stop);

        Assert.Equal(["5", "4", "3", "2"], page.Concat(next).Select(static act => act.After!.Reason));
        Assert.Equal("4", (await store.FindActAsync(page[1].Id, Stop))?.After?.Reason);
        Assert.Null(await store.FindActAsync("000000000000009-mutes-9", Stop));
    }

    private static Mute Mutes(string reason) =>
        new() { Id = "mutes-1", Author = "Ada", Reason = reason, From = Noon, Until = Noon.AddHours(1), Version = 1, Resource = "crm" };

    private static SettingAct Act(SettingKind kind, long version, Setting after) => new()
    {
        Id = FormattableString.Invariant($"{Noon.AddSeconds(version).ToUnixTimeMilliseconds():D15}-{SettingKinds.NameOf(kind)}-{version}"),
        At = Noon.AddSeconds(version),
        Author = "Ada",
        Reason = "as decided",
        Kind = kind,
        Verb = SettingVerb.Made,
        After = after,
    };

    /// <summary>Records compare lists by reference, so they are compared as text.</summary>
    private static string Text(Setting setting) =>
        $"{setting.GetType().Name} {setting.Id} {setting.Version} {setting.Author} {setting.Reason} "
        + $"{setting.From:O} {setting.Until:O} {setting.Subject} {(setting as EmergencyAnnouncement)?.In("de")}";
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemorySettingsTests : SettingsStoreContract
{
    protected override ValueTask<ISettingsStore> StoreAsync() => ValueTask.FromResult<ISettingsStore>(new InMemorySettings());
}
