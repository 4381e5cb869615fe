using System.Collections.Immutable;
using System.Text.Json;
using ContactCenter.Cli.Tests.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>The commands that decide something, as processes, against the deployed function behind HTTP.</summary>
public sealed class SettingCommandTests : IAsyncLifetime
{
    private readonly DeployedApi _api = new();
    private LocalHttpServer _server = null!;
    private string _administrator = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_takes_over_is_shown_and_it_is_undone()
    {
        var before = OnCall((await RunAsync("oncall", "show", "--json")).Output);
        var other = before == "Ann Weber" ? "Tom Lee" : "Ann Weber";
        string[] take = ["oncall", "take", "engineers", other, "--until", "2h", "--reason", "ill"];

        var preview = await RunAsync([.. take, "--dry-run"]);
        Assert.Empty(await SettingsAsync());
        var taken = await RunAsync(take);
        var shown = await RunAsync("oncall", "show", "--days", "1");
        var act = Assert.Single(await ActsAsync()).Id;
        var undone = await RunAsync("settings", "undo", act, "--reason", "is well again");
        var audit = await RunAsync("settings", "audit", "--kind", "onCall");

        Assert.Equal((0, 0, 0, 0, 0), (preview.Code, taken.Code, shown.Code, undone.Code, audit.Code));
        Assert.Contains($"{before} → {other}", preview.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was saved", preview.Output, StringComparison.Ordinal);
        Assert.Contains("onCall-1           made", taken.Output, StringComparison.Ordinal);
        Assert.Contains($"contactcenter settings undo {act} --reason", taken.Output, StringComparison.Ordinal);
        Assert.Contains($"{other}  in place of {before}", shown.Output, StringComparison.Ordinal);
        Assert.Contains("by night-watch: is well again", audit.Output, StringComparison.Ordinal);
        Assert.Contains("onCall-1           undone", audit.Output, StringComparison.Ordinal);
        Assert.Empty(await SettingsAsync());
    }

    [Theory]
    [InlineData(typeof(OnCallExchange), "engineers: Ann Weber / Tom Lee", "oncall swap engineers|Ann Weber|Tom Lee")]
    [InlineData(typeof(PlannedWork), "queue / Billing", "maintenance add --group queue --resource Billing")]
    [InlineData(typeof(Mute), "queue-wait-time / Billing", "mute add queue-wait-time --resource Billing")]
    [InlineData(typeof(Mute), "* / Billing", "mute add --resource Billing")]
    [InlineData(typeof(QueueSwitch), "Billing: closed", "queue close Billing")]
    [InlineData(typeof(QueueSwitch), "*: open", "queue open --all")]
    [InlineData(typeof(EmergencyAnnouncement), "*: de, en", "announce say --text|de=Störung.|--text|en=Outage.")]
    [InlineData(typeof(ForcedFallback), "Billing", "settings fallback Billing")]
    [InlineData(typeof(AlarmThreshold), "queue-wait-time / Billing: 240", "settings threshold queue-wait-time 240 --resource Billing")]
    [InlineData(typeof(RemediationSwitch), "Off", "settings repairs off")]
    [InlineData(typeof(TrainingFreeze), "classifier", "settings training")]
    public async Task Each_command_makes_what_it_says(Type type, string subject, string line)
    {
        string[] words = [.. line.Split('|').SelectMany(static part => part.Contains(' ', StringComparison.Ordinal)
            && !part.StartsWith("Ann", StringComparison.Ordinal) && !part.StartsWith("Tom", StringComparison.Ordinal)
                ? part.Split(' ')
                : [part])];

        var made = await RunAsync([.. words, "--until", "2h", "--reason", "as agreed"]);

        Assert.True(made.Code == 0, made.Errors);
        var setting = Assert.Single(await SettingsAsync());
        Assert.Equal((type, subject, "night-watch", "as agreed"), (setting.GetType(), setting.Subject, setting.Author, setting.Reason));
        Assert.InRange(setting.Until!.Value - setting.From, TimeSpan.FromHours(1.9), TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_holiday_needs_no_end_and_a_threshold_may_have_none()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(9)).ToString("O");

        var holiday = await RunAsync("settings", "holiday", day, "--reason", "snow");
        var threshold = await RunAsync("settings", "threshold", "queue-wait-time", "240.5", "--resource", "Cards", "--reason", "season");
        var listed = await RunAsync("settings", "thresholds");

        Assert.True((holiday.Code, threshold.Code) == (0, 0), holiday.Errors + threshold.Errors);
        Assert.Contains("without an end", threshold.Output, StringComparison.Ordinal);
        Assert.Contains("queue-wait-time/Cards: 240.5, and the file says", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_is_listed_extended_and_ended()
    {
        _ = await RunAsync("mute", "add", "--resource", "Billing", "--until", "1h", "--reason", "known");
        var first = Assert.Single(await SettingsAsync());

        var listed = await RunAsync("mute", "list", "--holds");
        var others = await RunAsync("maintenance", "list");
        var preview = await RunAsync("mute", "extend", "mutes-1", "--until", "3h", "--reason", "still known", "--preview");
        var extended = await RunAsync("mute", "extend", "mutes-1", "--until", "3h", "--reason", "still known");
        var second = Assert.Single(await SettingsAsync());
        var shown = await RunAsync("settings", "show", "mutes-1");
        var ended = await RunAsync("mute", "end", "mutes-1", "--reason", "it is real");
        var gone = await RunAsync("mute", "extend", "mutes-1", "--until", "3h", "--reason", "still known");

        Assert.Contains("mutes-1            holds  * / Billing", listed.Output, StringComparison.Ordinal);
        Assert.Contains("by night-watch: known", listed.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is decided", others.Output, StringComparison.Ordinal);
        Assert.Contains("as far as is known it changes nothing", preview.Output, StringComparison.Ordinal);
        Assert.Equal((0, 2, first.From), (extended.Code, second.Version, second.From));
        Assert.Equal(120, (second.Until - first.Until)!.Value.TotalMinutes, tolerance: 1);
        Assert.Contains("still known", shown.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (ended.Code, gone.Code));
        Assert.StartsWith("refused (404)", gone.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mute add --resource Billing --reason r", "--until is missing")]
    [InlineData("mute add --resource Billing --until 2h", "--reason is missing")]
    [InlineData("mute add --until 2h --reason r", "Nothing is named")]
    [InlineData("mute add --resource Billing --until later --reason r", "--until: expected a time such as 2h")]
    [InlineData("queue close --until 2h --reason r", "Expected the name of a queue, or --all")]
    [InlineData("queue close Billing --all --until 2h --reason r", "Expected the name of a queue, or --all")]
    [InlineData("announce say --text Outage. --until 2h --reason r", "--text: expected a language and its words")]
    [InlineData("settings repairs stop --until 2h --reason r", "expected off, dryRun or act")]
    [InlineData("settings undo", "")]
    public async Task What_is_missing_or_wrong_in_the_command_line_is_told(string line, string told)
    {
        var run = await RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Errors, StringComparison.Ordinal);
        Assert.Empty(await SettingsAsync());
    }

    [Fact]
    public async Task What_is_refused_and_what_could_not_be_saved_ends_with_one()
    {
        var responder = await DeployedApi.TokenAsync("looker", "responder");
        var closed = await _api.RunAsync(_server, responder, "queue", "close", "Billing", "--until", "2h", "--reason", "drill");
        var preview = await RunAsync("queue", "close", "Nowhere", "--until", "2h", "--preview");
        var asJson = await RunAsync("queue", "close", "Nowhere", "--until", "2h", "--preview", "--json");

        Assert.Equal((1, 1, 1), (closed.Code, preview.Code, asJson.Code));
        Assert.StartsWith("refused (403): This takes the role administrator", closed.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "It cannot be saved: queue: found \"Nowhere\"; expected a queue of the file", preview.Output, StringComparison.Ordinal);
        Assert.Equal("queue", JsonDocument.Parse(asJson.Output).RootElement.GetProperty("problems")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task It_speaks_German()
    {
        var made = await RunAsync("mute", "add", "--resource", "Billing", "--until", "1h", "--reason", "bekannt", "--language", "de");
        var listed = await RunAsync("settings", "list", "--language", "de");

        Assert.Contains("angelegt", made.Output, StringComparison.Ordinal);
        Assert.Contains("von night-watch: bekannt", made.Output, StringComparison.Ordinal);
        Assert.Contains("gilt  * / Billing", listed.Output, StringComparison.Ordinal);
        Assert.Matches("    von .* bis ", listed.Output);
    }

    [Fact]
    public async Task A_setting_is_made_from_JSON()
    {
        using var cli = new CommandLine();
        var end = TimeProvider.System.GetUtcNow().AddHours(1).ToString("O");
        var file = cli.File("mute.json", $$"""{ "type": "mute", "resource": "Billing", "until": "{{end}}", "reason": "move" }""");

        var preview = await RunAsync("settings", "preview", file);
        var made = await RunAsync("settings", "make", file);
        var wrong = await RunAsync("settings", "make", cli.File("wrong.json", "[]"));
        var missing = await RunAsync("settings", "make", "nowhere.json");

        Assert.Equal((0, 0, 1, 1), (preview.Code, made.Code, wrong.Code, missing.Code));
        Assert.Single(await SettingsAsync());
        Assert.Contains("expected a JSON object", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("nowhere.json", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_alarms_of_an_incident_are_muted()
    {
        var opened = await RunAsync("incident", "open", "--title", "No dial tone", "--json");
        var id = JsonDocument.Parse(opened.Output).RootElement.GetProperty("id").GetString()!;

        var muted = await RunAsync("incident", "mute", id, "--until", "2h", "--reason", "known");
        var stranger = await RunAsync("incident", "mute", id, "--until", "2h", "--reason", "known", "--alarm", "another");

        Assert.True(muted.Code == 0, muted.Errors);
        Assert.Equal("known", Assert.IsType<Mute>(Assert.Single(await SettingsAsync())).Reason);
        Assert.Equal((1, "refused (409): The alarm another takes no part in it."), (stranger.Code, stranger.Errors.Trim()));
    }

    [Fact]
    public async Task What_is_remembered_is_asked_of_the_API()
    {
        var opened = await RunAsync("incident", "open", "--title", "No dial tone", "--json");
        var id = JsonDocument.Parse(opened.Output).RootElement.GetProperty("id").GetString()!;
        var services = _api.System.Services;
        var now = TimeProvider.System.GetUtcNow();
        await services.GetRequiredService<Core.Incidents.History.HistoryKeeper>().KeepAsync(id, Stop);
        await services.GetRequiredService<Core.Incidents.Changes.IChangeLog>().AddAsync(
            new Core.Incidents.Changes.ConfigurationChange("c-1", now.AddHours(-2), "123/eu", "Ada changed a flow."), Stop);

        var listed = await RunAsync("history", "list", "--text", "dial tone");
        var lines = await RunAsync("history", "list", "--json");
        var shown = await RunAsync("history", "show", id);
        var changes = await RunAsync("history", "changes", "--from", "3h");
        var none = await RunAsync("history", "changes", "--from", "1h");
        var alarms = await RunAsync("history", "alarms", "yesterday");

        Assert.Contains(id, listed.Output, StringComparison.Ordinal);
        Assert.Equal(id, JsonDocument.Parse(lines.Output.Trim()).RootElement.GetProperty("id").GetString());
        Assert.Contains("night-watch reports", shown.Output, StringComparison.Ordinal);
        Assert.EndsWith("Ada changed a flow.", changes.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal((0, ""), (none.Code, none.Output));
        Assert.StartsWith("nothing is remembered", none.Errors, StringComparison.Ordinal);
        Assert.Equal((1, true), (alarms.Code, alarms.Errors.StartsWith("refused (422)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_holds_over_a_file_is_exported_by_the_API_and_written_into_it()
    {
        using var cli = new CommandLine();
        var file = cli.File("center.json", await File.ReadAllTextAsync(Repository.File("contactcenter.json"), Stop));
        _ = await RunAsync("mute", "add", "queue-size", "--resource", "Billing", "--until", "2h", "--reason", "known");
        _ = await RunAsync("settings", "threshold", "queue-wait-time", "333.5", "--resource", "Billing", "--reason", "season");

        var exported = await RunAsync("settings", "export", "--config", file, "--into", file);

        Assert.Equal((0, ""), (exported.Code, exported.Errors));
        Assert.Contains("mutes-1", exported.Output, StringComparison.Ordinal);
        Assert.Contains(": 333.5, and the file says ", exported.Output, StringComparison.Ordinal);
        Assert.Equal(
            333.5,
            ConfigurationReader.ReadChecked(await File.ReadAllBytesAsync(file, Stop)).Alarms["queue-wait-time"].Resources["Billing"]);
    }

    [Fact]
    public async Task Half_hours_and_leases_are_asked_of_the_API()
    {
        var services = _api.System.Services;
        var at = TimeProvider.System.GetUtcNow().AddDays(-40);
        var half = new DateTimeOffset(at.Year, at.Month, at.Day, 10, 0, 0, TimeSpan.Zero);
        await services.GetRequiredService<ICenterNumbers>().KeepAsync(
            new CenterNumbers
            {
                Queues =
                [
                    new QueueNumbers("Billing", half, ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty.Add(
                        ContactChannel.Voice, ChannelNumbers.Nothing with { Offered = 7 })),
                ],
                Profiles = [new ProfileNumbers("Generalists", half, 1800, 900, 600, 0, 0)],
            },
            Stop);
        await services.GetRequiredService<ILeaseHistory>().KeepAsync(
            new LeaseRecord
            {
                Remediation = "heal-capacity",
                Resource = "customers",
                GrantedAt = at,
                LookedAt = at,
                Reason = "busy",
                MinutesSaved = 14,
                RequestsSaved = 8400,
            },
            Stop);
        for (var i = 1; i <= 1001; i++)
        {
            var lease = new LeaseRecord
            {
                Remediation = "heal-capacity",
                Resource = "orders",
                GrantedAt = at.AddSeconds(-i),
                LookedAt = at,
                Reason = "busy",
            };
            await services.GetRequiredService<ILeaseHistory>().KeepAsync(lease, Stop);
        }

        var table = await RunAsync("history", "numbers", "--queue", "Billing", "--from", $"{at:yyyy-MM-dd}", "--csv");
        var profile = await RunAsync(
            "history", "numbers", "--profile", "Generalists", "--from", $"{at:yyyy-MM-dd}", "--to", $"{at:yyyy-MM-dd}", "--json");
        var months = await RunAsync("history", "leases", "--from", $"{at:yyyy-MM}");
        var resource = await RunAsync("history", "leases", "--resource", "customers", "--json");
        var many = await RunAsync("history", "leases", "--resource", "orders", "--json");
        var none = await RunAsync("history", "leases", "--resource", "nothing");

        Assert.Single(table.Output.Split('\n'), static line => line.Contains(",7,", StringComparison.Ordinal));
        Assert.Equal(48, profile.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"contactSeconds\":900", profile.Output, StringComparison.Ordinal);
        Assert.Contains("customers", months.Output, StringComparison.Ordinal);
        Assert.Contains("saved at most 8400 requests from being turned away in 14 min", months.Output, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"busy\"", resource.Output, StringComparison.Ordinal);
        Assert.Equal(1001, many.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
        Assert.Equal((0, ""), (none.Code, none.Output));
    }

    public async ValueTask InitializeAsync()
    {
        _server = await _api.ServeAsync();
        _administrator = await DeployedApi.TokenAsync("night-watch", "administrator");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _api.Dispose();
    }

    private static string OnCall(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("items")[0].GetProperty("turns")[0].GetProperty("participant").GetString()!;

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        _api.RunAsync(_server, _administrator, arguments);

    private async Task<IReadOnlyList<Setting>> SettingsAsync() =>
        [.. (await _api.System.Services.GetRequiredService<ISettingsStore>().ReadAsync(Stop)).All];

    private async Task<IReadOnlyList<SettingAct>> ActsAsync() =>
        await _api.System.Services.GetRequiredService<ISettingsStore>().ActsAsync(null, 10, Stop);
}
