using System.Collections.Immutable;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;
using Moq;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>Values of CloudWatch, of which each series is told whole or not at all.</summary>
public sealed class CloudWatchValuesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_series_that_goes_on_with_the_next_page_is_read_to_its_end() => Assert.Equal(
        [new MetricPoint(Noon, 1), new MetricPoint(Noon.AddMinutes(1), 2)],
        (await ReadAsync(Page(Noon, 1, "PartialData", "more"), Page(Noon.AddMinutes(1), 2, "Complete", null)))[0]!.Value);

    [Theory]
    [InlineData("InternalError")]
    [InlineData("PartialData")]
    public async Task A_series_of_which_not_all_was_said_is_not_told(string status) =>
        Assert.Null(Assert.Single(await ReadAsync(Page(Noon, 1, status, null))));

    private static Task<IReadOnlyList<ImmutableArray<MetricPoint>?>> ReadAsync(params GetMetricDataResponse[] pages)
    {
        var left = new Queue<GetMetricDataResponse>(pages);
        var cloudWatch = new Mock<IAmazonCloudWatch>();
        cloudWatch.Setup(static client => client.GetMetricDataAsync(It.IsAny<GetMetricDataRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(left.Dequeue);
        return new CloudWatchValues(() => cloudWatch.Object).ReadAsync(
            [new MetricSource { Namespace = "N", Name = "M", Dimensions = [], Statistic = "Sum" }],
            Noon, Noon.AddHours(1), TestContext.Current.CancellationToken);
    }

    private static GetMetricDataResponse Page(DateTimeOffset at, double value, string status, string? next) => new()
    {
        MetricDataResults = [new() { Id = "m0", StatusCode = status, Timestamps = [at.UtcDateTime], Values = [value] }],
        NextToken = next,
    };
}
