using System.Text.Json;

namespace ContactCenter.Cli.Tests.Incidents;

/// <summary><c>contactcenter gameday</c>, as a process, against the deployed function behind HTTP.</summary>
public sealed class GameDayCommandTests : IDisposable
{
    private readonly DeployedApi _api = new();
    private readonly CommandLine _files = new();

    [Fact]
    public async Task An_exercise_is_looked_at_started_listed_stopped_and_scored()
    {
        await using var server = await _api.ServeAsync();
        var token = await DeployedApi.TokenAsync("trainer", "administrator");

        var looked = await _api.RunAsync(server, token, "gameday", "start", "table-throttled", "--dry-run", "--night");
        var started = await _api.RunAsync(server, token, "gameday", "start", "table-throttled", "--night", "--json");
        var id = JsonDocument.Parse(started.Output).RootElement.GetProperty("id").GetString()!;
        var second = await _api.RunAsync(server, token, "gameday", "start", "bot-silent", "--night");
        var listed = await _api.RunAsync(server, token, "gameday", "list");
        var stopped = await _api.RunAsync(server, token, "gameday", "stop");
        var nothing = await _api.RunAsync(server, token, "gameday", "stop");
        var scored = await _api.RunAsync(server, token, "gameday", "score", id);

        Assert.StartsWith("table-throttled: A table on which calls depend is throttled", looked.Output, StringComparison.Ordinal);
        Assert.Contains("P2 opened", looked.Output, StringComparison.Ordinal);
        Assert.StartsWith("refused (409): The exercise ", second.Errors, StringComparison.Ordinal);
        Assert.Contains("under way, 0 of 4 events", listed.Output, StringComparison.Ordinal);
        Assert.Contains("stopped, trainer", stopped.Output, StringComparison.Ordinal);
        Assert.Equal((0, "No exercise is under way."), (nothing.Code, nothing.Output.Trim()));
        Assert.Contains("started by trainer", scored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_and_the_scenarios_are_told_in_the_language_that_is_asked_for()
    {
        await using var server = await _api.ServeAsync();
        var token = await DeployedApi.TokenAsync("trainer", "responder");

        var record = await _api.RunAsync(server, token, "gameday", "record", "--language", "de");
        var scenarios = await _api.RunAsync(server, token, "gameday", "scenarios", "--language", "de");

        Assert.Contains("als Nächstes: api", record.Output, StringComparison.Ordinal);
        Assert.Contains("Der Bot antwortet nicht", scenarios.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_before_anything_is_sent_and_a_slip_is_told_with_its_place()
    {
        await using var server = await _api.ServeAsync();
        var token = await DeployedApi.TokenAsync("trainer", "administrator");
        var good = _files.File("own.json", """
            // ours
            { "name": "own", "kind": "queue", "title": { "en": "Our own" }, "events": [{ "alarm": "queue-wait-time" }] }
            """);
        var slip = _files.File("slip.json", """{ "name": "own", "kind": "queue", "title": {}, "events": [{ "alarms": "x" }] }""");

        var looked = await _api.RunAsync(server, token, "gameday", "start", good, "--dry-run", "--night");
        var refused = await _api.RunAsync(server, token, "gameday", "start", slip);
        var missing = await _api.RunAsync(server, token, "gameday", "start", "nowhere.json");

        Assert.StartsWith("own: Our own", looked.Output, StringComparison.Ordinal);
        Assert.Equal((2, 2), (refused.Code, missing.Code));
        Assert.Contains("$.events[0]", refused.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _api.Dispose();
        _files.Dispose();
    }
}
