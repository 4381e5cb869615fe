using ContactCenter.Core.Common;

namespace ContactCenter.Core.Tests.Common;

public sealed class MetricTextTests
{
    [Theory]
    [InlineData(0.91, MetricScale.Fraction, "91 %")]
    [InlineData(0.955, MetricScale.Fraction, "95.5 %")]
    [InlineData(80, MetricScale.Percent, "80 %")]
    [InlineData(372, MetricScale.Seconds, "6 min 12 s")]
    [InlineData(120, MetricScale.Seconds, "2 min")]
    [InlineData(59.4, MetricScale.Seconds, "59.4 s")]
    [InlineData(59.7, MetricScale.Seconds, "1 min")]
    [InlineData(3600, MetricScale.Seconds, "1 h")]
    [InlineData(5400, MetricScale.Seconds, "1 h 30 min")]
    [InlineData(90000, MetricScale.Seconds, "1 d 1 h")]
    [InlineData(0.25, MetricScale.Seconds, "0.25 s")]
    [InlineData(6400, MetricScale.Milliseconds, "6,400 ms")]
    [InlineData(60000, MetricScale.Milliseconds, "1 min")]
    [InlineData(1.5, MetricScale.PerSecond, "1.5 per second")]
    [InlineData(25, MetricScale.Count, "25")]
    [InlineData(0.125, MetricScale.Count, "0.13")]
    [InlineData(12345.6, MetricScale.Count, "12,346")]
    [InlineData(2500000, MetricScale.Count, "2,500,000")]
    [InlineData(-0.3, MetricScale.Score, "-0.3")]
    [InlineData(-0.001, MetricScale.Score, "0")]
    public void A_value_is_told_with_its_unit(double value, MetricScale scale, string expected) =>
        Assert.Equal(expected, MetricText.Format(value, scale));

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(double.Epsilon)]
    public void Absurd_values_are_told_all_the_same(double value) =>
        Assert.All(Enum.GetValues<MetricScale>(), scale => Assert.InRange(MetricText.Format(value, scale).Length, 1, 40));
}
