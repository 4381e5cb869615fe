using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>
/// What the collector asks Amazon Connect for is what Amazon Connect has (<c>test/Recorded</c>), and what it answers is read.
/// </summary>
public sealed class CollectedMetricsTests
{
    private static readonly JsonNode Known =
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "metrics", "metric-api.json")))!;

    [Fact]
    public async Task Every_metric_that_is_asked_for_is_documented_for_its_grouping()
    {
        var (current, historical, _) = await CollectAsync(static _ => """{"MetricResults":[]}""");

        Assert.NotEmpty(current);
        Assert.NotEmpty(historical);
        Assert.All(current, request =>
        {
            Assert.All(Names(request["Groupings"]!), grouping => Assert.Contains(grouping, Names(Known["current"]!["groupings"]!)));
            Assert.All(
                request["CurrentMetrics"]!.AsArray(),
                metric => Assert.Equal((string?)Known["current"]!["metrics"]![(string)metric!["Name"]!], (string?)metric["Unit"]));
        });
        Assert.All(historical, request => Assert.All(
            request["Metrics"]!.AsArray(),
            metric => Assert.All(
                request["Groupings"]!.AsArray(),
                grouping => Assert.Contains(
                    (string)grouping!, ((string?)Known["historical"]!["metrics"]![(string)metric!["Name"]!] ?? "").Split(' ')))));
    }

    [Fact]
    public async Task Metrics_that_need_a_threshold_have_one()
    {
        var (_, historical, _) = await CollectAsync(static _ => """{"MetricResults":[]}""");

        Assert.All(
            historical.SelectMany(static request => request["Metrics"]!.AsArray()),
            metric => Assert.Equal(
                Names(Known["historical"]!["needsThreshold"]!).Contains((string)metric!["Name"]!),
                metric["Threshold"] is JsonArray { Count: 1 }));
    }

    /// <summary>
    /// The answer has two keys for a queue, its id and its ARN, and a value that could not be computed is left out. No answer by channel
    /// was recorded: the channel is put in as the documentation has it.
    /// </summary>
    [Fact]
    public async Task The_recorded_answer_is_read_by_the_id_of_the_queue()
    {
        var answer = await File.ReadAllTextAsync(
            Repository.File("test", "Recorded", "events", "08-getmetricdatav2-response.json"), TestContext.Current.CancellationToken);
        var (_, _, figures) = await CollectAsync(
            path => path.StartsWith("/metrics/data", StringComparison.Ordinal)
                ? answer.Replace("CONTACTS_HANDLED", "CONTACTS_QUEUED", StringComparison.Ordinal)
                    .Replace("CONTACTS_ABANDONED", "ABANDONMENT_RATE", StringComparison.Ordinal)
                    .Replace("\"QUEUE\":", "\"CHANNEL\":\"VOICE\",\"QUEUE\":", StringComparison.Ordinal)
                : """{"MetricResults":[]}""");

        Assert.Equal((2, 3), (figures.Queues["General"].Voice!.Queued, figures.Queues["General"].Voice!.AbandonmentRate));
        Assert.Equal((0, null), (figures.Queues["Billing"].Voice!.Queued, figures.Queues["Billing"].Voice!.AbandonmentRate));
    }

    /// <summary>The exact text of a pasted support mail; with it three teams searched for a policy that does not exist.</summary>
    [Fact]
    public async Task A_request_that_was_not_understood_is_not_told_as_a_missing_right()
    {
        var refusals = JsonNode.Parse(await File.ReadAllTextAsync(
            Repository.File("test", "Recorded", "account", "connect-error-responses.json"),
            TestContext.Current.CancellationToken))!.AsArray();
        var malformed = refusals.Single(refusal => ((string)refusal!["case"]!).StartsWith("filter key", StringComparison.Ordinal))!;

        var (_, _, figures) = await CollectAsync(static _ => "{}", (403, (string)malformed["code"]!, (string)malformed["message"]!));

        Assert.All(
            figures.Problems.Where(static problem => problem.StartsWith("queues now", StringComparison.Ordinal)),
            static problem => Assert.StartsWith(
                "queues now: Amazon Connect did not understand the request", problem, StringComparison.Ordinal));
        Assert.DoesNotContain(figures.Problems, static problem => problem.Contains("not authorized", StringComparison.Ordinal));
    }

    private static async Task<(JsonNode[] Current, JsonNode[] Historical, CenterFigures Figures)> CollectAsync(
        Func<string, string> answer, (int Status, string Code, string Message)? refusal = null)
    {
        var requests = new ConcurrentQueue<(string Path, JsonNode Body)>();
        await using var server = await LocalHttpServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var path = context.Request.Path.Value!;
            if (await reader.ReadToEndAsync() is { Length: > 0 } body)
            {
                requests.Enqueue((path, JsonNode.Parse(body)!));
            }

            context.Response.ContentType = "application/json";
            if (refusal is { } refused && path.StartsWith("/metrics", StringComparison.Ordinal))
            {
                context.Response.StatusCode = refused.Status;
                context.Response.Headers["x-amzn-errortype"] = refused.Code;
                await context.Response.WriteAsync(new JsonObject { ["Message"] = refused.Message }.ToJsonString());
                return;
            }

            await context.Response.WriteAsync(
                path.StartsWith("/routing", StringComparison.Ordinal)
                    ? """{"RoutingProfileSummaryList":[{"Id":"11111111-2222-3333-4444-000000000011","Name":"Generalists"}]}"""
                    : answer(path));
        });
        using var connect = new AmazonConnectClient(new BasicAWSCredentials("test", "test"), new AmazonConnectConfig
        {
            ServiceURL = server.Address.ToString(),
            AuthenticationRegion = "eu-central-1",
            MaxErrorRetry = 0,
        });
        var configuration = Sample();
        var figures = await new ConnectCenterMetrics(
            connect, new ConnectDirectory(connect, configuration, TimeProvider.System), configuration)
            .ReadAsync(DateTimeOffset.UnixEpoch.AddYears(56), TestContext.Current.CancellationToken);
        return (
            To("/metrics/current"), To("/metrics/data"), figures);

        JsonNode[] To(string path) =>
            [.. requests.Where(request => request.Path.StartsWith(path, StringComparison.Ordinal)).Select(static request => request.Body)];
    }

    /// <summary>The sample with the queues of the recorded answer, and a flow with an id, so that everything is asked for.</summary>
    private static ContactCenterConfiguration Sample()
    {
        var sample = ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));
        return sample with
        {
            Queues =
            [
                new QueueSettings { Name = "General", Id = "11111111-2222-3333-4444-000000000001" },
                new QueueSettings { Name = "Billing", Id = "11111111-2222-3333-4444-000000000002" },
            ],
            ContactFlows = [new NamedResource { Name = "Inbound", Id = "22222222-3333-4444-5555-000000000001" }],
        };
    }

    private static IEnumerable<string> Names(JsonNode array) => array.AsArray().Select(static name => (string)name!);
}
