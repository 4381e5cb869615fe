using System.Diagnostics;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Entities;

namespace ContactCenter.Core.Tests.Contacts.Entities;

public sealed class EntityReadingTests
{
    private static readonly DateOnly Tuesday = new(2026, 12, 1);

    [Fact]
    public void Nothing_is_read_that_nobody_wants_to_know() => Assert.Empty(
        new EntityReading(new EntitySettings()).Read("AB123456, $20 yesterday in Berlin by visa", Tuesday, isMonthFirst: true));

    [Theory]
    [InlineData(true, "2026-11-03")]
    [InlineData(false, "2026-03-11")]
    public void A_day_with_slashes_is_read_as_the_customer_writes_it(bool isMonthFirst, string expected) => Assert.Equal(
        expected,
        new EntityReading(new EntitySettings { Dates = true }).Read("the bill of 11/03/2026", Tuesday, isMonthFirst)["saidDate"]);

    [Theory]
    [InlineData("2026-12-01", "on 3 January", "2027-01-03")]
    [InlineData("2026-01-02", "on 30 December", "2025-12-30")]
    [InlineData("2027-03-01", "on 29 February 2028", "2028-02-29")]
    [InlineData("2026-12-06", "last Monday", null)]
    [InlineData("2026-12-07", "last Monday", "2026-11-30")]
    public void A_day_without_a_year_is_the_nearest_and_a_week_that_is_not_clear_is_none(string today, string text, string? expected) =>
        Assert.Equal(
            expected,
            new EntityReading(new EntitySettings { Dates = true })
                .Read(text, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), isMonthFirst: true)
                .GetValueOrDefault("saidDate"));

    [Theory]
    [InlineData('1')]
    [InlineData('a')]
    [InlineData(' ')]
    [InlineData('€')]
    [InlineData('\ud800')]
    [InlineData('\u0301')]
    public void Whatever_somebody_sends_is_read_in_bounded_time(char letter)
    {
        var reading = new EntityReading(new EntitySettings
        {
            Numbers = new Dictionary<string, string> { ["number"] = @"\d{1,39}[A-Z]", ["other"] = @"[A-Z0-9]{4,40}" },
            Amounts = true,
            Dates = true,
            Cards = true,
            Places = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["a a a a a a a a b"] },
        });
        var text = string.Concat(Enumerable.Repeat($"{letter} {letter}{letter},", 100_000));
        var watch = Stopwatch.StartNew();

        _ = reading.Read(text, Tuesday, isMonthFirst: true);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_number_of_a_card_is_none_even_where_the_pattern_takes_it()
    {
        var reading = new EntityReading(new EntitySettings { Numbers = new Dictionary<string, string> { ["account"] = @"\d{16}" } });

        Assert.Empty(reading.Read("my account is 4111 1111 1111 1111", Tuesday, isMonthFirst: true));
        Assert.Equal("4111111111111112", reading.Read("my account is 4111 1111 1111 1112", Tuesday, isMonthFirst: true)["account"]);
    }
}
