using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>The alarms of an incident are muted from where they are told.</summary>
public sealed class MuteTests : IDisposable
{
    private readonly ApiSystem _system = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_red_alarm_is_muted_with_author_and_reason_and_the_timeline_tells_it()
    {
        var id = await _system.OpenAsync();

        var reply = await MuteAsync(id);

        Assert.True(reply.Status == 200, reply.Text);
        var mute = Assert.IsType<Mute>(Assert.Single(await SettingsAsync()));
        Assert.Equal(("ada@example.com", "known", _system.Clock.Now.AddHours(2)), (mute.Author, mute.Reason, mute.Until));
        Assert.Equal(mute.Alarm, (await TracksAsync(id)).Single().Name);
        Assert.Equal((string)reply.Body["acts"]![0]!["id"]!, Assert.Single(await ActsAsync()).Id);
        var told = Assert.Single(await TextsAsync(id), static text => text.StartsWith("ada@example.com muted", StringComparison.Ordinal));
        Assert.EndsWith("until 2026-05-04 12:00 UTC: known", told, StringComparison.Ordinal);
        Assert.Equal((string)reply.Body["incident"]!["version"]!, reply.Header("etag")!.Trim('"'));
    }

    [Fact]
    public async Task While_it_holds_the_incident_is_held_and_undoing_it_ends_that()
    {
        var id = await _system.OpenAsync();
        await LookAsync(minutes: 2);
        var muted = await MuteAsync(id);
        _system.Clock.Now += SettingsView.FreshFor;
        var noted = await _system.CallAsync("POST", $"/incidents/{id}/notes", new JsonObject { ["note"] = "asleep" });

        var undone = await _system.CallAsync(
            "POST", $"/setting-acts/{(string)muted.Body["acts"]![0]!["id"]!}/undo", new JsonObject { ["reason"] = "it is real" });
        await LookAsync(minutes: 2);

        Assert.Equal(200, undone.Status);
        Assert.Equal((DateTimeOffset)muted.Body["acts"]![0]!["after"]!["until"]!, (DateTimeOffset)noted.Body["heldUntil"]!);
        Assert.Null((await _system.CallAsync("GET", $"/incidents/{id}")).Body["heldUntil"]);
        Assert.Empty(await SettingsAsync());
    }

    [Fact]
    public async Task What_no_longer_fits_is_refused_with_the_reason_and_mutes_nothing()
    {
        var id = await _system.OpenAsync();
        var version = (await _system.CallAsync("GET", $"/incidents/{id}")).Header("etag")!;
        _ = await _system.CallAsync("POST", $"/incidents/{id}/acknowledge", new JsonObject());

        var outdated = await MuteAsync(id, version: version);
        var stranger = await MuteAsync(id, alarms: ["another alarm"]);
        _ = await _system.CallAsync("POST", $"/incidents/{id}/resolve", new JsonObject());
        var over = await MuteAsync(id);

        Assert.Equal(("outdated", "conflict", "conflict"), (outdated.Problem, stranger.Problem, over.Problem));
        Assert.Equal("The alarm another alarm takes no part in it.", (string)stranger.Body["detail"]!);
        Assert.Equal("It is over already.", (string)over.Body["detail"]!);
        Assert.Equal("not-found", (await MuteAsync("NOPE-1")).Problem);
        Assert.Empty(await SettingsAsync());
        Assert.DoesNotContain(await TextsAsync(id), static text => text.Contains("muted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, 422, "[administrator]")]
    [InlineData(24 * 93, 422, "[administrator]")]
    [InlineData(25, 403, "[responder]")]
    [InlineData(25, 200, "[administrator]")]
    [InlineData(1, 403, "[viewer]")]
    public async Task What_could_not_be_saved_is_refused_before_anything_is_told(double hours, int status, string groups)
    {
        var id = await _system.OpenAsync();

        var reply = await MuteAsync(id, hours, groups: groups);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200, (await TextsAsync(id)).Any(static text => text.Contains("muted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_request_again_mutes_once_also_when_its_answer_was_never_known()
    {
        var id = await _system.OpenAsync();
        _ = await MuteAsync(id, key: "k-1");

        // the answer is forgotten, as when the process had died before it could be kept
        _system.Clock.Now += TimeSpan.FromMinutes(1);
        var notebook = _system.System.Services.GetRequiredService<Core.Incidents.Delivery.INotebook>();
        var note = Assert.Single((await ActsAsync()).Select(static act => act.Id));
        await ForgetAsync(notebook);
        var again = await MuteAsync(id, hours: 2 - (1d / 60), key: "k-1");

        Assert.True(again.Status == 200, again.Text);
        Assert.Equal(note, (string)again.Body["acts"]![0]!["id"]!);
        Assert.Single(await SettingsAsync());
        Assert.Single(await TextsAsync(id), static text => text.StartsWith("ada@example.com muted", StringComparison.Ordinal));
    }

    public void Dispose() => _system.Dispose();

    private async Task ForgetAsync(Core.Incidents.Delivery.INotebook notebook)
    {
        var correlation = await Store.FindAsync((await Store.ActiveAsync(static _ => { }, Stop).FirstAsync(Stop)).Incident!.Id, Stop);
        await notebook.SetAsync(correlation!.Incident!.Acts[0].Name, "", _system.Clock.Now, Stop);
        _system.Clock.Now += TimeSpan.FromSeconds(1);
    }

    private IIncidentStore Store => _system.System.Services.GetRequiredService<IIncidentStore>();

    private Task<ApiReply> MuteAsync(
        string id, double hours = 2, string[]? alarms = null, string? version = null, string groups = "[responder]", string? key = null)
    {
        var body = new JsonObject { ["until"] = _system.Clock.Now.AddHours(hours).ToString("O"), ["reason"] = "known" };
        if (alarms is not null)
        {
            body["alarms"] = new JsonArray([.. alarms.Select(static name => (JsonNode)name)]);
        }

        (string Name, string Value)[] headers =
        [
            .. version is null ? [] : new[] { ("if-match", version) },
            .. key is null ? [] : new[] { ("idempotency-key", key) },
        ];
        return _system.SendAsync(ApiSystem.Request("POST", $"/incidents/{id}/mute", body, _system.Claims(groups: groups)), headers);
    }

    private async Task LookAsync(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            _system.Clock.Now += TimeSpan.FromMinutes(1);
            await _system.System.InvokeAsync(Calls.EmbeddedFunction.Find("AdvanceEscalations")!, "{}"u8.ToArray());
        }
    }

    private async Task<IReadOnlyList<AlarmTrack>> TracksAsync(string id) => (await Store.FindAsync(id, Stop))!.Tracks;

    private async Task<IReadOnlyList<Setting>> SettingsAsync() =>
        [.. (await _system.System.Services.GetRequiredService<ISettingsStore>().ReadAsync(Stop)).All];

    private async Task<IReadOnlyList<SettingAct>> ActsAsync() =>
        await _system.System.Services.GetRequiredService<ISettingsStore>().ActsAsync(null, 10, Stop);

    private async Task<IReadOnlyList<string>> TextsAsync(string id) =>
    [
        .. (await _system.CallAsync("GET", $"/incidents/{id}/timeline")).Body["items"]!.AsArray()
            .Select(static happened => (string)happened!["text"]!),
    ];
}
