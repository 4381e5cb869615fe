using ContactCenter.Core.Forecasting.Demand;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class DemandPersistenceTests
{
    private const int PerHour = 12;

    [Fact]
    public void Where_too_little_was_seen_what_is_above_the_hour_stays() =>
        Assert.Equal(150, DemandPersistence.From([.. Enumerable.Repeat(100.0, PerHour)]).Lasting(150, 100));

    [Fact]
    public void Waves_of_ten_minutes_ebb_and_a_morning_does_not()
    {
        var waves = DemandPersistence.From([.. Bins(static bin => bin % 6 < 2 ? 150 : 100)]);
        var mornings = DemandPersistence.From([.. Bins(static bin => 100 + (3 * (bin % (8 * PerHour))))]);

        Assert.InRange(waves.Share, 0, 0.4);
        Assert.Equal(1, mornings.Share);
        Assert.True(waves.Lasting(130, 100) < mornings.Lasting(130, 100));
    }

    [Fact]
    public void What_is_further_above_than_was_ever_usual_counts_whole()
    {
        var waves = DemandPersistence.From([.. Bins(static bin => bin % 6 < 2 ? 110 : 100)]);

        Assert.InRange(waves.Lasting(400, 100), 380, 400);
    }

    [Fact]
    public void What_is_below_the_hour_is_left_as_it_is() =>
        Assert.Equal(60, DemandPersistence.From([.. Bins(static bin => bin % 6 < 2 ? 150 : 100)]).Lasting(60, 100));

    private static IEnumerable<double> Bins(Func<int, double> level) => Enumerable.Range(0, 48 * PerHour).Select(level);
}
