using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Monitoring;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class TrackSentimentTests : IDisposable
{
    private const string Instance = "arn:aws:connect:eu-central-1:123456789012:instance/i";
    private readonly StringWriter _metrics = new();
    private readonly InMemorySentiment _store = new();
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_sentiment_of_a_queue_is_told_once_enough_contacts_were_heard()
    {
        await using var connect = (await ConnectService.StartAsync()).Queue(QueueName, 1);
        for (var i = 0; i < 6; i++)
        {
            _clock.Now += TimeSpan.FromMilliseconds(7);
            _ = await InvokeAsync(connect, Matched($"e{i}", $"c{i}"));
        }

        var line = JsonNode.Parse(Assert.Single(_metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        var alarm = AlarmCatalog.Default.Find("sentiment")!.Metrics[0];
        var directive = line["_aws"]!["CloudWatchMetrics"]![0]!;
        Assert.Equal(alarm.Namespace, (string?)directive["Namespace"]);
        Assert.Equal(
            alarm.Dimensions.Select(dimension => dimension.Name), directive["Dimensions"]![0]!.AsArray().Select(name => (string?)name));
        Assert.Equal((QueueName, -0.8), ((string?)line["QueueName"], (double)line[alarm.Name]!));
    }

    [Fact]
    public async Task What_customers_said_before_they_had_a_queue_is_told_once_they_wait_in_one()
    {
        await using var connect = (await ConnectService.StartAsync()).Queue(QueueName, 1);
        for (var i = 0; i < 6; i++)
        {
            _ = await InvokeAsync(connect, Said($"c{i}", "I hate waiting"));
        }

        Assert.Empty(_metrics.ToString());
        for (var i = 0; i < 6; i++)
        {
            _ = await InvokeAsync(connect, Queued($"q{i}", $"c{i}"));
        }

        var line = JsonNode.Parse(_metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
        Assert.Equal(QueueName, (string?)line["QueueName"]);
        Assert.True((double)line["CustomerSentiment"]! < -0.2);
        Assert.NotNull(line["CustomerSentimentTrend"]);
    }

    [Fact]
    public async Task A_contact_that_said_nothing_tells_nothing_of_its_queue()
    {
        await using var connect = (await ConnectService.StartAsync()).Queue(QueueName, 1);
        for (var i = 0; i < 6; i++)
        {
            _ = await InvokeAsync(connect, Matched($"e{i}", $"c{i}"));
        }

        var told = _metrics.ToString();
        _ = await InvokeAsync(connect, Queued("q", "silent"));

        Assert.Equal(told, _metrics.ToString());
    }

    [Fact]
    public async Task An_event_that_comes_again_changes_nothing()
    {
        await using var connect = (await ConnectService.StartAsync()).Queue(QueueName, 1);

        Assert.Equal("""{"signals":1,"duplicates":0,"scores":1}""", await InvokeAsync(connect, Matched("e", "c")));
        Assert.Equal("""{"signals":1,"duplicates":1,"scores":0}""", await InvokeAsync(connect, Matched("e", "c")));
    }

    [Fact]
    public async Task A_failed_analysis_is_counted_once()
    {
        await using var connect = await ConnectService.StartAsync();
        const string Failed = """{"id":"f","detail-type":"Contact Lens Analysis State Change","detail":{"contact":"c","state":"FAILED"}}""";

        _ = await InvokeAsync(connect, Failed);
        _ = await InvokeAsync(connect, Failed);

        var line = JsonNode.Parse(Assert.Single(_metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal(1, (int)line["ContactLensFailures"]!);
    }

    [Fact]
    public async Task A_flow_gets_the_sentiment_of_its_contact()
    {
        await using var connect = await ConnectService.StartAsync();

        _ = await InvokeAsync(connect, FlowEvents.Voice("""{"text":"I hate waiting"}"""));
        var answer = JsonNode.Parse(await InvokeAsync(connect, FlowEvents.Voice("""{"text":"oh thank you, that is great"}""")))!;

        Assert.Equal("ok", (string?)answer["status"]);
        Assert.True(double.Parse((string)answer["sentiment"]!, System.Globalization.CultureInfo.InvariantCulture) > 0.5);
        Assert.InRange(double.Parse((string)answer["average"]!, System.Globalization.CultureInfo.InvariantCulture), -0.2, 0.2);
    }

    [Fact]
    public async Task Nothing_that_was_said_is_logged_or_measured()
    {
        await using var connect = await ConnectService.StartAsync();
        var call = new LoggedCall(TimeSpan.FromSeconds(30));

        _ = await InvokeAsync(connect, FlowEvents.Voice("""{"text":"My name is Ann Archer and I hate it"}"""), call);

        Assert.All(
            call.Lines.Append(_metrics.ToString()), line => Assert.DoesNotContain("Archer", line, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => _metrics.Dispose();

    private static string QueueName => TestEnvironment.Create().Configuration.Queues[0].Name;

    private static string Matched(string id, string contact) => $$$"""
        {"id":"{{{id}}}","detail-type":"Contact Lens Realtime Rules Matched","detail":{"ruleName":"angry","contactArn":"{{{Instance}}}/contact/{{{contact}}}","queueArn":"{{{Instance}}}/queue/{{{ConnectService.IdOf(1)}}}"} }
        """;

    private static string Queued(string id, string contact) => $$$"""
        {"id":"{{{id}}}","detail-type":"Amazon Connect Contact Event","detail":{"eventType":"QUEUED","contactId":"{{{contact}}}","queueInfo":{"queueArn":"{{{Instance}}}/queue/{{{ConnectService.IdOf(1)}}}"} } }
        """;

    // as inbound and chat flows ask: before a queue is set
    private static string Said(string contact, string words) => $$$"""
        {"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{},"Channel":"CHAT","ContactId":"{{{contact}}}","Queue":null},"Parameters":{"text":"{{{words}}}"} } }
        """;

    private async Task<string> InvokeAsync(ConnectService connect, string json, LoggedCall? call = null)
    {
        var environment = TestEnvironment.Create();
        using var client = connect.CreateClient();
        var metrics = new MetricLine(_metrics);
        var function = new TrackSentimentFunction(
            new ContactSignalReader(SentimentScorer.Default, new Dictionary<string, double> { ["angry"] = -0.8 }),
            SentimentScorer.Default,
            _store,
            new ConnectDirectory(client, environment.Configuration, _clock),
            new FlowHook(new MetricLine(TextWriter.Null), environment, _clock),
            new SupervisorAlerts(_store, new RecordedTasks(), metrics, environment, _clock),
            metrics,
            environment,
            _clock);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var reader = new StreamReader(await function.TrackSentiment(input, call ?? new LoggedCall(TimeSpan.FromSeconds(30))));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
