using System.Text.Json.Nodes;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>Answers of CloudWatch that come in pages, and more series than one call takes.</summary>
public sealed class MetricPagesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Datapoints_on_a_later_page_are_read_and_belong_to_their_minute()
    {
        await using var server = await LocalHttpServer.StartAsync(async context =>
        {
            var request = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: Stop))!;
            await context.Response.WriteAsync(Answer(context, request));
        });
        using var services = new CapacityServices(server.Address);

        var state = await services.Tables().ReadAsync("customers", Noon.AddSeconds(20), Stop);

        Assert.Equal((120, 180), (At(state, minutesAgo: 3).Consumed, At(state, minutesAgo: 2).Consumed));
    }

    private static CapacityMinute At(TableState state, int minutesAgo) =>
        state.Resources[0].Reads.Single(minute => minute.Start == Noon.AddMinutes(-minutesAgo));

    /// <summary>Reads that were consumed: the first of two pages has one minute, the second the next.</summary>
    private static string Answer(
        HttpContext context, JsonNode request) => ((string?)context.Request.Headers["X-Amz-Target"])?.Split('.')[1] switch
        {
            "DescribeTable" =>
                """{"Table":{"TableName":"customers","TableStatus":"ACTIVE","ProvisionedThroughput":{"ReadCapacityUnits":10,"WriteCapacityUnits":5}}}""",
            "DescribeScalableTargets" => """{"ScalableTargets":[]}""",
            "DescribeLimits" => "{}",
            "GetMetricData" =>
                (string?)request["NextToken"] is null
                    ? Page(request, Noon.AddMinutes(-3), 120, "more")
                    : Page(request, Noon.AddMinutes(-2), 180, null),
            var other => throw new InvalidOperationException($"nobody expects {other}"),
        };

    private static string Page(JsonNode request, DateTimeOffset at, double value, string? next)
    {
        var isMinutes = (int)request["MetricDataQueries"]![0]!["MetricStat"]!["Period"]! == 60;
        var id = request["MetricDataQueries"]!.AsArray()
            .Where(query =>
                (string?)query!["MetricStat"]!["Metric"]!["MetricName"] == "ConsumedReadCapacityUnits"
                    && (string?)query["MetricStat"]!["Stat"] == "Sum")
            .Select(query => (string?)query!["Id"])
            .FirstOrDefault();
        var answer = new JsonObject { ["MetricDataResults"] = new JsonArray() };
        if (isMinutes && id is not null)
        {
            answer["MetricDataResults"] = new JsonArray(new JsonObject
            {
                ["Id"] = id,
                ["Timestamps"] = new JsonArray(at.ToUnixTimeSeconds()),
                ["Values"] = new JsonArray(value),
            });
            answer["NextToken"] = next;
        }

        return answer.ToJsonString();
    }
}
