using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Tests.Forecasting.Volume;

/// <summary>How many come in a slot at most, alone and as one of several.</summary>
public sealed class ForecastSlotTests
{
    /// <summary>Ten are expected, with a variance of ten: what chance alone makes of ten.</summary>
    private static readonly ForecastSlot Chance = Slot(10, 10 - Math.Sqrt(15), 10, 10 + Math.Sqrt(15));

    [Fact]
    public void Chance_levels_out_over_slots_that_are_dealt_with_together()
    {
        var margin = Chance.AtMostIn(0.9) - 10;

        Assert.Equal(4 * margin / 2, 4 * (Chance.AtMostIn(0.9, 4) - 10), 6);
    }

    [Fact]
    public void What_makes_a_whole_day_busier_does_not_level_out()
    {
        var day = Slot(0.01, -90, 0.01, 90.02);

        Assert.Equal(day.AtMostIn(0.9), day.AtMostIn(0.9, 16), 1.0);
    }

    [Fact]
    public void A_slot_alone_has_all_of_its_margin() => Assert.Equal(Chance.AtMostIn(0.9), Chance.AtMostIn(0.9, 1), 9);

    [Fact]
    public void Where_nothing_is_uncertain_the_expected_come() => Assert.Equal(5, Slot(5, 5, 5, 5).AtMostIn(0.8, 3));

    private static ForecastSlot Slot(double expected, params double[] cases) => new(expected, 0, 0, 0, 0, [.. cases]);
}
