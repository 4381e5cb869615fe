using ContactCenter.Core.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Configuration;

public sealed class DurationTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("2d", 172_800)]
    [InlineData("1d2h3m4s", 93_784)]
    [InlineData("90m", 5400)]
    [InlineData("0s", 0)]
    public void A_duration_is_read_as_people_write_it(string text, int seconds)
    {
        Assert.True(DurationConverter.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5M")]
    [InlineData("5 m")]
    [InlineData("30s5m")]
    [InlineData("5m5m")]
    [InlineData("5m\n")]
    [InlineData("٥m")]
    [InlineData("12345d")]
    public void What_is_no_duration_is_not_read(string text) => Assert.False(DurationConverter.TryParse(text, out _));

    [Theory]
    [InlineData(5400, "1h30m")]
    [InlineData(86_400, "1d")]
    [InlineData(59, "59s")]
    [InlineData(0, "0s")]
    [InlineData(-5, "0s")]
    public void A_duration_is_written_as_short_as_can_be(int seconds, string expected) =>
        Assert.Equal(expected, DurationConverter.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void What_is_written_is_read_as_the_same() => Prop
        .ForAll(Gen.Choose(0, 9_999 * 86_400).ToArbitrary(), seconds =>
            DurationConverter.TryParse(DurationConverter.Format(TimeSpan.FromSeconds(seconds)), out var read)
                && read == TimeSpan.FromSeconds(seconds))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
