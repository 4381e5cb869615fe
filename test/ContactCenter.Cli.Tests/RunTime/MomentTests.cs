using ContactCenter.Cli.RunTime;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>Times as people type them, in Berlin at seven in the evening of a day in winter.</summary>
public sealed class MomentTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 18, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("30m", "2026-11-30T18:30:00Z")]
    [InlineData("90min", "2026-11-30T19:30:00Z")]
    [InlineData("2h", "2026-11-30T20:00:00Z")]
    [InlineData("1.5h", "2026-11-30T19:30:00Z")]
    [InlineData("1h30m", "2026-11-30T19:30:00Z")]
    [InlineData("3d", "2026-12-03T18:00:00Z")]
    [InlineData("2w", "2026-12-14T18:00:00Z")]
    [InlineData("22:15", "2026-11-30T21:15:00Z")]
    [InlineData("18:00", "2026-12-01T17:00:00Z")]
    [InlineData("19:00", "2026-12-01T18:00:00Z")]
    [InlineData("8:00", "2026-12-01T07:00:00Z")]
    [InlineData("2026-12-01 08:00", "2026-12-01T07:00:00Z")]
    [InlineData("2026-12-01", "2026-11-30T23:00:00Z")]
    [InlineData("2026-07-01T08:00", "2026-07-01T06:00:00Z")]
    [InlineData("2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z")]
    [InlineData("2026-12-01T08:00-05:00", "2026-12-01T13:00:00Z")]
    [InlineData("2027-03-28 02:30", "2027-03-28T01:30:00Z")]
    public void A_time_is_read_as_it_is_meant(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Moment.Read(text, Now, Berlin));

    [Theory]
    [InlineData("6h", "2026-11-30T12:00:00Z")]
    [InlineData("22:15", "2026-11-29T21:15:00Z")]
    [InlineData("18:00", "2026-11-30T17:00:00Z")]
    public void A_time_that_is_over_is_meant_back_from_now(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Moment.Read(text, Now, Berlin, isPast: true));

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("-2h")]
    [InlineData("2 hours")]
    [InlineData("25:00")]
    [InlineData("tomorrow")]
    [InlineData("01.12.2026")]
    [InlineData("2026-13-01 08:00")]
    public void What_is_no_time_is_none(string text) => Assert.Null(Moment.Read(text, Now, Berlin));

    [Fact]
    public void A_time_is_told_by_the_own_clock_and_in_UTC()
    {
        Assert.Equal("2026-11-30 19:00 +01:00 (18:00 UTC)", Moment.Words(Now, Berlin));
        Assert.Equal("2026-12-01 00:30 +01:00 (2026-11-30 23:30 UTC)", Moment.Words(Now.AddHours(5.5), Berlin));
        Assert.Equal("2026-11-30 18:00 UTC", Moment.Words(Now, TimeZoneInfo.Utc));
    }
}
