using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Tests.Shadow;

/// <summary>What a shadow would have told, from the table of the deployment and from what the AWS CLI prints of it.</summary>
public sealed class ShadowTests(Emulator emulator) : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_report_is_that_of_the_table()
    {
        using var client = emulator.DynamoDb();
        var config = await DecideAsync(client, "seen");

        var (code, output, errors) = await CommandLine.Run(
            "", ["shadow", "report", "--config", config, "--endpoint-url", emulator.Address.ToString()], Credentials);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("on-call       sms        +4915112345678  [P1] Queue Billing", output, StringComparison.Ordinal);
        Assert.Contains("1: 1 P1; 1 not over", output, StringComparison.Ordinal);

        var german = await CommandLine.Run(
            "", ["shadow", "report", "--config", config, "--endpoint-url", emulator.Address.ToString(), "--language", "de"], Credentials);
        Assert.Contains("[P1] Warteschlange Billing", german.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_in_a_file_tells_the_same()
    {
        using var client = emulator.DynamoDb();
        var config = await DecideAsync(client, "kept");
        var scan = await client.ScanAsync(new ScanRequest { TableName = "cc-kept-incidents" }, TestContext.Current.CancellationToken);
        var file = _cli.File("items.json", new JsonObject { ["Items"] = new JsonArray([.. scan.Items.Select(Typed)]) }.ToJsonString());

        var (code, output, errors) = await CommandLine.Run("shadow", "report", file, "--config", config, "--json");

        Assert.Equal((0, ""), (code, errors));
        var lines = CommandLine.Lines(output);
        Assert.Equal(["email", "slack", "sms"], lines[..^1].Select(static line => line.GetProperty("channel").GetString()!).Order());
        Assert.Equal((3, 1), (lines[^1].GetProperty("messages").GetInt32(), lines[^1].GetProperty("turnedRed").GetInt32()));
    }

    [Theory]
    [InlineData("{}", "expected an object with the list Items")]
    [InlineData("{\"Items\":[1]}", "expected items as DynamoDB writes them")]
    [InlineData("nothing", "is not JSON at line 1")]
    public async Task A_file_that_is_no_scan_is_refused(string text, string problem)
    {
        var (code, _, errors) = await CommandLine.Run("shadow", "report", _cli.File("items.json", text));

        Assert.Equal(1, code);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_told_by_its_name()
    {
        using var client = emulator.DynamoDb();

        var (code, _, errors) = await CommandLine.Run(
            "", ["shadow", "report", "--config", Config("nowhere"), "--endpoint-url", emulator.Address.ToString()], Credentials);

        Assert.Equal(1, code);
        Assert.Contains("there is no table cc-nowhere-incidents", errors, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Credentials =>
        new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" };

    /// <summary>The sample in shadow, with one alarm decided into its table.</summary>
    private async Task<string> DecideAsync(AmazonDynamoDBClient client, string environment)
    {
        var config = Config(environment);
        var configuration = ConfigurationReader.ReadChecked(await File.ReadAllBytesAsync(config, TestContext.Current.CancellationToken));
        var table = await IncidentTable.CreateAsync(client, $"cc-{environment}-incidents");
        var desk = new IncidentDesk(configuration, new DynamoDbIncidentStore(client, table, 400));
        var at = new DateTimeOffset(2026, 10, 5, 8, 14, 0, TimeSpan.Zero);
        var input = Assert.Single(AlarmParser.Parse(await File.ReadAllBytesAsync(
            Repository.File("samples", "alarm.json"), TestContext.Current.CancellationToken), at));
        _ = await desk.Pipeline.ReceiveAsync(input, at, TestContext.Current.CancellationToken);
        return config;
    }

    private string Config(string environment) => _cli.File(
        $"{environment}.json",
        File.ReadAllText(Repository.File("contactcenter.json"))
            .Replace("\"environment\": \"prod\"", $"\"environment\": \"{environment}\", \"shadow\": true", StringComparison.Ordinal));

    /// <summary>An item as the AWS CLI prints it.</summary>
    private static JsonNode Typed(Dictionary<string, AttributeValue> item) => new JsonObject(item.Select(static pair =>
        KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value switch
        {
            { S: { } text } => new JsonObject { ["S"] = text },
            { N: { } number } => new JsonObject { ["N"] = number },
            { B: { } bytes } => new JsonObject { ["B"] = Convert.ToBase64String(bytes.ToArray()) },
            _ => new JsonObject { ["NULL"] = true },
        })));
}
