using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Cli.Tests.History;

/// <summary>
/// Numbers by the half hour as the command shows and fetches them; the emulator answers in the place of DynamoDB, a server of the test in
/// that of Amazon Connect.
/// </summary>
public sealed class NumbersCommandTests(Emulator emulator) : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    private readonly CommandLine _cli = new();
    private readonly string _environment = $"n{Guid.NewGuid():N}"[..10];
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";
    private int _asked;
    private int _refused;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_half_hour_that_is_not_known_is_no_zero_in_words_in_a_table_and_in_JSON()
    {
        await RememberAsync();
        string[] asked = ["numbers", "--queue", "Billing", "--from", "2026-05-04", "--to", "2026-05-04"];

        var words = (await RunAsync(asked)).Output.Split('\n');
        var table = (await RunAsync([.. asked, "--csv"])).Output.Split('\n');
        var json = CommandLine.Lines((await RunAsync([.. asked, "--json"])).Output);

        Assert.Equal("2026-05-04 13:30  not known", words[23]);
        Assert.Equal(
            "2026-05-04 14:00  12 came, 10 answered (8 in time), 2 gave up, longest wait 2 min, mean wait 30 s, handled in 5 min", words[24]);
        Assert.StartsWith("timestamp,targetSeconds,offered,queued,leftWithin,answered,", table[0], StringComparison.Ordinal);
        Assert.Equal("2026-05-04T11:30:00Z,,,,,,,,,,,,,,,,,,", table[24]);
        Assert.Equal("2026-05-04T12:00:00Z,20,12,,,10,8,2,,300,,120,10,3000,,,,,", table[25]);
        Assert.Equal("2026-05-04T12:30:00Z,,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0", table[26]);
        Assert.Equal((48, System.Text.Json.JsonValueKind.Null), (json.Length, json[23].GetProperty("numbers").ValueKind));
        Assert.Equal(12, json[24].GetProperty("numbers").GetProperty("offered").GetInt32());
    }

    [Fact]
    public async Task Agents_are_shown_by_routing_profile()
    {
        await RememberAsync();

        var (code, output, errors) = await RunAsync(
            "numbers", "--profile", "Generalists", "--from", "2026-05-04", "--to", "2026-05-04", "--csv");

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.Contains("\n2026-05-04T12:00:00Z,7200,5000,1000,1200,0,,,,\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers", "--queue", "Billing", "--from", "2026-05")]
    [InlineData("numbers", "--queue", "Billing", "--from", "2026-05-04", "--to", "2026-05-03")]
    [InlineData("numbers")]
    [InlineData("numbers", "--queue", "Billing", "--profile", "Generalists")]
    [InlineData("numbers", "--queue", "Billing", "--csv", "--json")]
    [InlineData("backfill", "--from", "2019-01-01")]
    [InlineData("backfill", "--from", "9999-01-01")]
    public async Task What_cannot_be_meant_is_refused_before_anything_is_asked(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Matches("such as 20|expected either --queue or --profile", errors);
    }

    [Fact]
    public async Task What_Amazon_Connect_still_has_is_fetched_once_day_by_day_and_a_stopped_run_goes_on()
    {
        await TableAsync();
        await using var server = await LocalHttpServer.StartAsync(AnswerAsync);
        string[] backfill = ["backfill", "--from", $"{Yesterday:yyyy-MM-dd}", "--connect-url", server.Address.ToString()];

        var dry = await RunAsync([.. backfill, "--dry-run"]);
        Assert.Equal((ExitCode.Done, 0), (dry.Code, _asked));
        Assert.StartsWith(
            $"{Yesterday:yyyy-MM-dd}  288 half hours of queues and routing profiles are missing\n", dry.Output, StringComparison.Ordinal);

        _refused = int.MaxValue;
        var refused = await RunAsync(backfill);
        Assert.Equal(ExitCode.Problems, refused.Code);
        Assert.EndsWith("stopped; the same command goes on from this day\n", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("Not allowed here.", refused.Errors, StringComparison.Ordinal);

        _refused = 0;
        var first = await RunAsync(backfill);
        Assert.Equal((ExitCode.Done, ""), (first.Code, first.Errors));
        Assert.StartsWith(
            $"{Yesterday:yyyy-MM-dd}  288 half hours of queues and routing profiles kept\n", first.Output, StringComparison.Ordinal);
        var shown = await RunAsync(
            "numbers", "--queue", "Billing", "--from", $"{Yesterday:yyyy-MM-dd}", "--to", $"{Yesterday:yyyy-MM-dd}", "--csv");
        Assert.Contains($"\n{Yesterday:yyyy-MM-dd}T09:30:00Z,20,7,", shown.Output, StringComparison.Ordinal);

        var asked = _asked;
        var second = await RunAsync(backfill);
        Assert.StartsWith($"{Yesterday:yyyy-MM-dd}  known\n", second.Output, StringComparison.Ordinal);

        // half an hour may have ended between the two
        Assert.InRange(_asked, asked, asked + 3);
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
        _cli.Dispose();
    }

    /// <summary>Seven contacts in each half hour of each queue that is asked about, in the shape that was recorded.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Path.StartsWithSegments("/routing-profiles-summary"))
        {
            await context.Response.WriteAsync(
                """{"RoutingProfileSummaryList":[{"Id":"p1","Name":"Generalists"},{"Id":"p2","Name":"Specialists"}]}""");
            return;
        }

        _asked++;
        if (_refused-- > 0)
        {
            context.Response.StatusCode = 400;
            context.Response.Headers["x-amzn-errortype"] = "InvalidRequestException";
            await context.Response.WriteAsync("""{"Message":"Not allowed here."}""");
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var request = JsonNode.Parse(await reader.ReadToEndAsync(Stop))!;
        var half = HalfHours.Between(
            DateTimeOffset.FromUnixTimeSeconds((long)(double)request["StartTime"]!),
            DateTimeOffset.FromUnixTimeSeconds((long)(double)request["EndTime"]!));
        var rows = (string)request["Groupings"]![0]! != "QUEUE" ? [] : request["Filters"]![0]!["FilterValues"]!.AsArray()
            .SelectMany(_ => half, static (id, at) => new JsonObject
            {
                ["Dimensions"] = new JsonObject { ["QUEUE"] = (string)id!, ["CHANNEL"] = "VOICE" },
                ["MetricInterval"] = new JsonObject { ["Interval"] = "THIRTY_MIN", ["StartTime"] = at.ToUnixTimeSeconds() },
                ["Collections"] = new JsonArray(new JsonObject
                {
                    ["Metric"] = new JsonObject { ["Name"] = "CONTACTS_QUEUED_BY_ENQUEUE" },
                    ["Value"] = 7,
                }),
            }).ToArray();
        await context.Response.WriteAsync(new JsonObject { ["NextToken"] = null, ["MetricResults"] = new JsonArray(rows) }.ToJsonString());
    }

    private async Task TableAsync() => _table = await IncidentTable.CreateAsync(_client, $"cc-{_environment}-incidents");

    private async Task RememberAsync()
    {
        await TableAsync();
        var numbers = new ChannelNumbers
        {
            TargetSeconds = 20,
            Offered = 12,
            Answered = 10,
            AnsweredWithin = 8,
            Abandoned = 2,
            AnswerSeconds = 300,
            MaximumWaitSeconds = 120,
            Handled = 10,
            HandleSeconds = 3000,
        };
        await new DynamoDbNumbers(_client, _table, 400).KeepAsync(
            new CenterNumbers
            {
                Queues =
                [
                    new QueueNumbers(
                        "Billing",
                        Noon,
                        ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty.Add(ContactChannel.Voice, numbers)),
                    new QueueNumbers("Billing", Noon.AddMinutes(30), ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty),
                ],
                Profiles = [new ProfileNumbers("Generalists", Noon, 7200, 5000, 1000, 1200, 0)],
            },
            Stop);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => await CommandLine.Run(
        "",
        [
            "history", .. arguments, "--endpoint-url", emulator.Address.ToString(), "--config",
            _cli.File(
                "center.json",
                File.ReadAllText(Repository.File("contactcenter.json"))
                    .Replace("\"environment\": \"prod\"", $"\"environment\": \"{_environment}\"", StringComparison.Ordinal)),
        ],
        new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });
}
