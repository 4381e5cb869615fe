using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Moq;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>
/// Answers of CloudWatch that come in pages, and more series than one call takes. CloudWatch is a client here and no server: the official
/// one speaks another protocol than the stand-in.
/// </summary>
public sealed class MetricPagesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Datapoints_on_a_later_page_are_read_and_belong_to_their_minute()
    {
        await using var server = await LocalHttpServer.StartAsync(context => context.Response.WriteAsync(Answer(context)));
        using var services = new CapacityServices(server.Address);
        var cloudWatch = new Mock<IAmazonCloudWatch>();
        cloudWatch.Setup(client => client.GetMetricDataAsync(It.IsAny<GetMetricDataRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((GetMetricDataRequest request, CancellationToken _) => request.NextToken is null
                ? Page(request, Noon.AddMinutes(-3), 120, "more")
                : Page(request, Noon.AddMinutes(-2), 180, null));
        var tables = new DynamoDbTableCapacity(services.DynamoDb, cloudWatch.Object, services.Scaling);

        var state = await tables.ReadAsync("customers", Noon.AddSeconds(20), Stop);

        Assert.Equal((120, 180), (At(state, minutesAgo: 3).Consumed, At(state, minutesAgo: 2).Consumed));
    }

    private static CapacityMinute At(TableState state, int minutesAgo) =>
        state.Resources[0].Reads.Single(minute => minute.Start == Noon.AddMinutes(-minutesAgo));

    private static string Answer(HttpContext context) => ((string?)context.Request.Headers["X-Amz-Target"])?.Split('.')[1] switch
    {
        "DescribeTable" =>
            """{"Table":{"TableName":"customers","TableStatus":"ACTIVE","ProvisionedThroughput":{"ReadCapacityUnits":10,"WriteCapacityUnits":5}}}""",
        "DescribeScalableTargets" => """{"ScalableTargets":[]}""",
        "DescribeLimits" => "{}",
        var other => throw new InvalidOperationException($"nobody expects {other}"),
    };

    /// <summary>Reads that were consumed: the first of two pages has one minute, the second the next.</summary>
    private static GetMetricDataResponse Page(GetMetricDataRequest request, DateTimeOffset at, double value, string? next)
    {
        var reads = request.MetricDataQueries
            .Where(static query => query.MetricStat is { Stat: "Sum", Period: 60, Metric.MetricName: "ConsumedReadCapacityUnits" })
            .Select(static query => query.Id)
            .FirstOrDefault();
        return reads is null ? new() { MetricDataResults = [] } : new()
        {
            MetricDataResults = [new() { Id = reads, Timestamps = [at.UtcDateTime], Values = [value] }],
            NextToken = next,
        };
    }
}
