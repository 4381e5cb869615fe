using ContactCenter.Aws.Tests;
using ContactCenter.Core.Settings;
using Moq;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>What people decide while the center runs, as a caller hears it.</summary>
public sealed class SettingsHookTests : IDisposable
{
    private const string Request = """{"Details":{"Parameters":{"queue":"Billing","language":"de"},"ContactData":{}}}""";

    /// <summary>So long after an act at most a caller must hear of it.</summary>
    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(10);

    private readonly ManualClock _clock = new(Noon);
    private readonly Hooks _hooks;
    private readonly SettingsDesk _desk;

    public SettingsHookTests()
    {
        _hooks = new Hooks(_clock);
        _desk = new SettingsDesk(_hooks.Settings, Hooks.Configuration);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queue_that_is_closed_is_closed_for_callers_within_ten_seconds_and_open_again_as_fast()
    {
        Assert.Equal(("yes", "yes"), await OpenAsync());
        var act = await SaveAsync(new QueueSwitch
        {
            Author = "Ada",
            Reason = "fire alarm",
            From = Noon,
            Until = Noon.AddHours(1),
            IsOpen = false
        });
        _clock.Now += Heard;
        Assert.Equal(("no", "no"), await OpenAsync());

        _ = await _desk.UndoAsync(act.Id, new SettingAuthor("Grace", "false alarm"), _clock.Now, Stop);
        _clock.Now += Heard;
        Assert.Equal(("yes", "yes"), await OpenAsync());
    }

    [Fact]
    public async Task An_announcement_is_heard_within_ten_seconds_in_the_language_of_the_caller_until_its_end()
    {
        Assert.Equal("no", (await CheckAsync())["hasAnnouncement"]);
        await SaveAsync(new EmergencyAnnouncement
        {
            Author = "Ada",
            Reason = "storm",
            From = Noon,
            Until = Noon.AddMinutes(30),
            Texts = new Dictionary<string, string> { ["en"] = "There is a storm.", ["de"] = "Es ist Sturm." },
        });
        _clock.Now += Heard;

        var heard = await CheckAsync();
        Assert.Equal(("yes", "Es ist Sturm."), (heard["hasAnnouncement"], heard["announcement"]));
        _clock.Now = Noon.AddMinutes(30);
        Assert.Equal("no", (await CheckAsync())["hasAnnouncement"]);
    }

    [Fact]
    public async Task A_queue_that_is_forced_to_its_fallback_counts_as_broken_and_its_standby_takes_over()
    {
        var queue = Hooks.Configuration.Queues.First(static one => one.Standby is not null);
        await SaveAsync(new ForcedFallback
        {
            Author = "Ada",
            Reason = "headsets",
            From = Noon,
            Until = Noon.AddHours(1),
            Queue = queue.Name
        });
        _clock.Now += Heard;

        var request = Request.Replace("Billing", queue.Name, StringComparison.Ordinal);
        var check = await Hooks.AskAsync(_hooks.Check.CheckService, request);
        var route = await Hooks.AskAsync(_hooks.Route.RouteContact, request);

        Assert.Equal(("broken", queue.Standby), (check["status"], check["standbyQueue"]));
        Assert.NotEqual(queue.Name, route["queue"]);
    }

    [Fact]
    public async Task While_settings_cannot_be_read_a_hook_answers_as_the_file_says_and_that_is_counted()
    {
        var store = new Mock<ISettingsStore>();
        store.Setup(static one => one.ReadAsync(It.IsAny<CancellationToken>())).Throws(new IOException("down"));
        using var hooks = new Hooks(_clock, decided: store.Object);

        var answer = await Hooks.AskAsync(hooks.Check.CheckService, Request);

        Assert.Equal(("ok", "yes", "no"), (answer["status"], answer["open"], answer["hasAnnouncement"]));
        Assert.Contains("\"SettingsUnread\":1", hooks.Metrics, StringComparison.Ordinal);
    }

    public void Dispose() => _hooks.Dispose();

    private async Task<(string Check, string Route)> OpenAsync() =>
        ((await CheckAsync())["open"], (await Hooks.AskAsync(_hooks.Route.RouteContact, Request))["open"]);

    private Task<Dictionary<string, string>> CheckAsync() => Hooks.AskAsync(_hooks.Check.CheckService, Request);

    private async Task<SettingAct> SaveAsync(Setting setting) =>
        Assert.IsType<SettingSaved>(await _desk.SaveAsync(setting, _clock.Now, Stop)).Act;
}
