using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Alarms;
using Moq;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>Days of CloudWatch, of which each must have been said.</summary>
public sealed class CloudWatchDaysTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly GrowthSeries Calls = new("CallsPerInterval", "", null)
    {
        Source = new MetricSource
        {
            Namespace = "AWS/Connect",
            Name = "CallsPerInterval",
            Dimensions = [],
            Statistic = "Average",
            Period = TimeSpan.FromDays(1),
        },
    };

    [Fact]
    public async Task A_series_that_goes_on_with_the_next_page_is_read_to_its_end() =>
        Assert.Equal(
            [(Monday, 1.0), (Monday.AddDays(1), 2.0)],
            Assert.Single(await ReadAsync(Page(Monday, 1, "PartialData", "more"), Page(Monday.AddDays(1), 2, "Complete", null))));

    [Theory]
    [InlineData("InternalError")]
    [InlineData("PartialData")]
    public async Task A_series_of_which_not_all_was_said_fails_the_night_which_is_tried_again(string status) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Page(Monday, 1, status, null)));

    private static Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> ReadAsync(params GetMetricDataResponse[] pages)
    {
        var left = new Queue<GetMetricDataResponse>(pages);
        var cloudWatch = new Mock<IAmazonCloudWatch>();
        cloudWatch.Setup(static client => client.GetMetricDataAsync(It.IsAny<GetMetricDataRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(left.Dequeue);
        return new CloudWatchDays(cloudWatch.Object).ReadAsync(
            [Calls], Monday, Monday.AddDays(7), TestContext.Current.CancellationToken);
    }

    private static GetMetricDataResponse Page(DateOnly day, double value, string status, string? next) => new()
    {
        MetricDataResults =
        [
            new()
            {
                Id = "m0", StatusCode = status, Timestamps = [day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)], Values = [value],
            },
        ],
        NextToken = next,
    };
}
