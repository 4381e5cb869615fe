using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Tests.Forecasting.Anomalies;

public sealed class AnomalySentenceTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_says_what_was_expected_when_and_what_came() => Assert.Equal(
        "never was it more: between 120 and 180 expected at this time on a Monday, got 410",
        AnomalySentence.Of(new(0.9, AnomalyKind.Most, 150, 120.2, 179.8, AnomalyBasis.Week), Monday, 410));

    [Fact]
    public void What_stands_out_within_the_band_does_not_claim_to_be_unexpected() => Assert.Equal(
        "never was it more: 150, though between 120 and 180 is not unusual at this time on a Monday",
        AnomalySentence.Of(new(0.9, AnomalyKind.Most, 150, 120.2, 179.8, AnomalyBasis.Week), Monday, 150));

    [Fact]
    public void It_says_it_in_German() => Assert.Equal(
        "ein solcher Verlauf kam noch nicht vor: zwischen 1.200 und 1.800 um diese Tageszeit zu erwarten, gekommen 0,5",
        Translation.Into("de").Of(
            AnomalySentence.Of(new(0.9, AnomalyKind.Shape, 1500, 1200, 1800, AnomalyBasis.Day), Monday, 0.5)!));

    [Theory]
    [InlineData(AnomalyKind.Least)]
    [InlineData(AnomalyKind.Above)]
    [InlineData(AnomalyKind.Below)]
    [InlineData(AnomalyKind.Risen)]
    [InlineData(AnomalyKind.Fallen)]
    [InlineData(AnomalyKind.None)]
    public void All_that_is_said_is_translated(AnomalyKind kind)
    {
        foreach (var basis in Enum.GetValues<AnomalyBasis>())
        {
            for (var day = 0; day < 7; day++)
            {
                var english = AnomalySentence.Of(new(0.9, kind, 15, 12, 18, basis), Monday.AddDays(day), 41)!;
                var german = Translation.Into("de").Of(english);

                Assert.DoesNotContain("expected", german, StringComparison.Ordinal);
                Assert.DoesNotContain(" it ", german, StringComparison.Ordinal);
                Assert.DoesNotContain("time", german, StringComparison.Ordinal);

                var within = AnomalySentence.Of(new(0.9, kind, 15, 12, 18, basis), Monday.AddDays(day), 15)!;
                Assert.DoesNotContain("though", Translation.Into("de").Of(within), StringComparison.Ordinal);
                Assert.DoesNotContain("expected", Translation.Into("de").Of(within), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void While_nothing_is_known_nothing_is_said() => Assert.Null(
        AnomalySentence.Of(new(0, AnomalyKind.None, double.NaN, double.NaN, double.NaN, AnomalyBasis.Level), Monday, 1));

    [Fact]
    public void Numbers_have_three_digits() => Assert.Equal(
        "between 0.0123 and 9.88 expected after what came before, got 98.8",
        AnomalySentence.Of(new(0, AnomalyKind.None, 5, 0.012345, 9.8765, AnomalyBasis.Level), Monday, 98.765));
}
