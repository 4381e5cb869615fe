using System.Text;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Cli.RunTime;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>What was decided at run time, written into the file.</summary>
public sealed class SettingsExportTests(Emulator emulator) : IDisposable
{
    private readonly CommandLine _cli = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thresholds_are_written_into_the_file_whose_comments_stay()
    {
        var text = "// ours\n" + (await File.ReadAllTextAsync(Repository.File("contactcenter.json"), Stop))
            .Replace("\"environment\": \"prod\"", "\"environment\": \"written\" /* where */", StringComparison.Ordinal);
        var file = _cli.File("center.json", text);
        var configuration = ConfigurationReader.ReadChecked(Encoding.UTF8.GetBytes(text));
        using var client = emulator.DynamoDb();
        var store = new DynamoDbSettings(client, await IncidentTable.CreateAsync(client, "cc-written-incidents"), 400);
        var now = TimeProvider.System.GetUtcNow();
        var wanted = new AlarmThreshold
        {
            Author = "Ada",
            Reason = "season",
            From = now,
            Alarm = "queue-wait-time",
            Resource = configuration.Queues[0].Name,
            Threshold = 333.5,
        };
        Assert.IsType<SettingSaved>(await new SettingsDesk(store, configuration).SaveAsync(wanted, now, Stop));

        var (code, output, errors) = await CommandLine.Run(
            "",
            ["settings", "export", "--config", file, "--into", file, "--endpoint-url", emulator.Address.ToString()],
            new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("without an end, by Ada: season", output, StringComparison.Ordinal);
        Assert.Contains(": 333.5, and the file says ", output, StringComparison.Ordinal);
        var after = await File.ReadAllTextAsync(file, Stop);
        Assert.StartsWith("// ours", after, StringComparison.Ordinal);
        Assert.Contains("/* where */", after, StringComparison.Ordinal);
        Assert.Equal(333.5, ConfigurationReader.ReadChecked(
            Encoding.UTF8.GetBytes(after)).Alarms["queue-wait-time"].Resources[wanted.Resource]);
    }

    [Theory]
    [InlineData("""{ "a": { "b": 1 /* why */ } } // end""", """{ "a": { "b": 7.5 /* why */ } } // end""")]
    [InlineData("""{ "a": { "c": [1] } }""", "{ \"a\": {\n    \"b\": 7.5, \"c\": [1] } }")]
    [InlineData("""{ "x": { "b": 1 } }""", "{\n  \"a\": {\n    \"b\": 7.5\n  }, \"x\": { \"b\": 1 } }")]
    [InlineData("""{ "a": {} }""", "{ \"a\": {\n    \"b\": 7.5\n  } }")]
    [InlineData("{}", "{\n  \"a\": {\n    \"b\": 7.5\n  }\n}")]
    public void One_number_is_set_and_every_other_character_stays(string text, string expected) =>
        Assert.Equal(expected, JsonNumberEdit.Set(text, ["a", "b"], 7.5));

    [Theory]
    [InlineData("""{ "a": 1 }""")]
    [InlineData("""{ "a": { "b": "1" } }""")]
    [InlineData("[]")]
    public void What_is_something_else_on_the_way_is_left_alone(string text) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNumberEdit.Set(text, ["a", "b"], 7.5));

    public void Dispose() => _cli.Dispose();
}
