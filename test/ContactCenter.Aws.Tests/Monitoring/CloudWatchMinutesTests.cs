using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Tests.Remediation;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using Moq;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>Values by the minute: what CloudWatch has, what it does not, pages, and more series than one call takes.</summary>
public sealed class CloudWatchMinutesTests(Emulator emulator)
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly WatchedSeries Reads = Series("ConsumedReadCapacityUnits", "Sum", isCount: true);
    private static readonly WatchedSeries Latency = Series("SuccessfulRequestLatency", "Average", isCount: false);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_published_is_read_at_the_end_of_its_minute()
    {
        using var table = emulator.DynamoDb();
        using var services = new CapacityServices(emulator.Address);
        var begin = TimeProvider.System.GetUtcNow();
        begin = new DateTimeOffset(begin.Ticks - (begin.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(-4);
        var name = $"customers-{Guid.NewGuid():N}";
        await services.TellAsync(name, null, "ConsumedReadCapacityUnits", begin.AddMinutes(1), 40, 2);
        var series = Reads with { Source = Source(name, "ConsumedReadCapacityUnits", "Sum") };

        var values = await new CloudWatchMinutes(services.CloudWatch).ReadAsync([series], begin, begin.AddMinutes(3), Stop);

        Assert.Equal(
            [(begin.AddMinutes(1), 0), (begin.AddMinutes(2), 42), (begin.AddMinutes(3), 0.0)],
            values.Select(static one => (one.At, one.Value)));
    }

    [Fact]
    public async Task A_minute_without_a_value_is_none_of_a_count_and_nothing_of_a_time()
    {
        var values = await Read([Reads, Latency], static _ => new() { MetricDataResults = [] });

        Assert.Equal([(Reads, 0.0), (Reads, 0.0)], values.Select(static one => (one.Series, one.Value)));
    }

    [Theory]
    [InlineData("InternalError", 1)]
    [InlineData("PartialData", 1)]
    [InlineData("Complete", 2)]
    public async Task A_count_of_which_CloudWatch_has_not_said_all_is_none_only_where_it_has(string status, int values)
    {
        var read = await Read([Reads], request =>
        {
            var page = Page(request, Noon, 20, null);
            page.MetricDataResults[0].StatusCode = status;
            return page;
        });

        Assert.Equal(values, read.Count);
    }

    [Fact]
    public async Task Values_on_a_later_page_are_read_in_the_order_of_the_minutes()
    {
        var values = await Read([Latency], static request => request.NextToken is null
            ? Page(request, Noon.AddMinutes(1), 30, "more")
            : Page(request, Noon, 20, null));

        Assert.Equal([(Noon.AddMinutes(1), 20.0), (Noon.AddMinutes(2), 30.0)], values.Select(static one => (one.At, one.Value)));
    }

    [Fact]
    public async Task More_series_than_one_call_takes_are_asked_for_in_several()
    {
        var asked = new List<int>();
        WatchedSeries[] many = [.. Enumerable.Range(0, 501).Select(static number => Reads with { Resource = $"table-{number}" })];

        var values = await Read(many, request =>
        {
            asked.Add(request.MetricDataQueries.Count);
            return new() { MetricDataResults = [] };
        });

        Assert.Equal([500, 1], asked);
        Assert.Equal(2 * 501, values.Count);
    }

    private static Task<IReadOnlyList<Core.Monitoring.Anomalies.MinuteValue>> Read(
        IReadOnlyList<WatchedSeries> series, Func<GetMetricDataRequest, GetMetricDataResponse> answer)
    {
        var cloudWatch = new Mock<IAmazonCloudWatch>();
        cloudWatch.Setup(static client => client.GetMetricDataAsync(It.IsAny<GetMetricDataRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((GetMetricDataRequest request, CancellationToken _) => answer(request));
        return new CloudWatchMinutes(cloudWatch.Object).ReadAsync(series, Noon, Noon.AddMinutes(2), Stop);
    }

    private static GetMetricDataResponse Page(GetMetricDataRequest request, DateTimeOffset at, double value, string? next) => new()
    {
        MetricDataResults = [new() { Id = request.MetricDataQueries[0].Id, Timestamps = [at.UtcDateTime], Values = [value] }],
        NextToken = next,
    };

    private static WatchedSeries Series(string name, string statistic, bool isCount) =>
        new(AlarmGroups.Table, "customers", null, name, AnomalySide.Above)
        {
            Source = Source("customers", name, statistic),
            IsCount = isCount,
        };

    private static MetricSource Source(string table, string name, string statistic) => new()
    {
        Namespace = "AWS/DynamoDB",
        Name = name,
        Dimensions = [new("TableName", table)],
        Statistic = statistic,
    };
}
