using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Tests.Evaluation;

public sealed class MetricSeriesTests
{
    private static readonly MetricKey Key = MetricKey.Of("Test", "Value", new MetricDimension("A", "1"));

    [Theory]
    [InlineData("Sum", 15)]
    [InlineData("Average", 3)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 5)]
    [InlineData("SampleCount", 5)]
    [InlineData("p50", 3)]
    [InlineData("p90", 5)]
    [InlineData("p20", 1)]
    public void A_period_of_several_minutes_becomes_one_datapoint(string statistic, double expected)
    {
        var series = new MetricStore().Series(Key);
        series.KeepsSamples = true;
        series.Add(100, 5);
        series.Add(100, 1);
        series.Add(101, 2);
        series.Add(104, 4);
        series.Add(104, 3);

        Assert.Equal(expected, series.Read(100, 5, MetricStatistic.Parse(statistic)));
    }

    [Fact]
    public void Nothing_published_is_no_datapoint() =>
        Assert.Null(new MetricStore().Series(Key).Read(100, 5, MetricStatistic.Parse("Sum")));

    [Fact]
    public void What_is_older_than_the_retention_is_gone()
    {
        var series = new MetricStore(TimeSpan.FromMinutes(10)).Series(Key);
        series.Add(100, 1);
        series.Add(110, 2);
        series.Add(99, 7);

        Assert.Null(series.Read(100, 1, MetricStatistic.Parse("Sum")));
        Assert.Equal(2, series.Read(101, 10, MetricStatistic.Parse("Sum")));
    }

    [Fact]
    public void The_order_of_dimensions_does_not_matter() => Assert.Equal(
        MetricKey.Of("N", "M", new MetricDimension("A", "1"), new MetricDimension("B", "2")),
        MetricKey.Of("N", "M", new MetricDimension("B", "2"), new MetricDimension("A", "1")));

    [Fact]
    public void An_unknown_statistic_is_refused() => Assert.Throws<FormatException>(() => MetricStatistic.Parse("tm99"));
}
