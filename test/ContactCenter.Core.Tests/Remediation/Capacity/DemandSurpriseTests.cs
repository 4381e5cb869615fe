using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class DemandSurpriseTests
{
    private const int PerHour = 12;

    [Fact]
    public void Less_than_three_hours_tell_nothing_of_room() => Assert.Null(RoomOfUse(Enumerable.Repeat(50.0, (3 * PerHour) - 1)));

    [Fact]
    public void A_calm_load_made_use_of_the_least_room() => Assert.Equal(0.125, RoomOfUse(Enumerable.Repeat(50.0, 3 * PerHour)));

    [Fact]
    public void A_load_that_jumps_made_use_of_all_room() => Assert.Equal(0.5, RoomOfUse(Jumping()));

    [Fact]
    public void A_jump_that_the_season_foresees_asks_for_no_room()
    {
        double[] bins = [.. Jumping()];

        Assert.Equal(0.125, DemandSurprise.RoomOfUse(DemandSurprise.Replay(bins, at => bins[at])));
    }

    [Fact]
    public void A_table_whose_days_made_no_use_of_room_gets_less_of_it()
    {
        Assert.Equal(147, Lowered(null, 100));
        Assert.Equal(113, Lowered(0.125, 100));
        Assert.Equal(147, Lowered(0.5, 100));
    }

    [Fact]
    public void Below_the_usual_level_the_room_up_to_it_stays()
    {
        Assert.Equal(120, Lowered(0.125, 120));
        Assert.Equal(147, Lowered(0.125, 400));
    }

    [Theory]
    [InlineData(1e-9, 113)]
    [InlineData(0.01, 150)]
    public void What_a_request_costs_that_is_turned_away_decides_what_room_is_worth(double costs, long expected) =>
        Assert.Equal(expected, Lowered(null, 100, costs, Jumping()));

    [Fact]
    public void A_price_keeps_no_room_that_the_last_days_made_no_use_of() =>
        Assert.Equal(113, Lowered(null, 100, 1, Enumerable.Repeat(50.0, 3 * PerHour)));

    [Fact]
    public void Before_the_days_were_seen_a_price_changes_nothing() => Assert.Equal(Lowered(null, 100), Lowered(null, 100, 1, []));

    private static long Lowered(double? ofUse, double usual, double? costs = null, IEnumerable<double>? seen = null) =>
        new CapacityRemediation()
        .Plan(
            Table(1000, Level(100)).With(r => r with
            {
                ReadOutlook = new DemandOutlook(null, 1, usual)
                {
                    RoomOfUse = ofUse,
                    RoomReplays = DemandSurprise.Replay([.. seen ?? []], static _ => null),
                },
            }),
            Limits with { FollowDemandDown = true, ReadyForReads = 1, ReadyForWrites = 1, ThrottledCosts = costs }, null, Now)
        .Change!.Update.Table!.Value.Reads;

    private static double? RoomOfUse(IEnumerable<double> bins) =>
        DemandSurprise.RoomOfUse(DemandSurprise.Replay([.. bins], static _ => null));

    // Every four hours to four times as much, for an hour.
    private static IEnumerable<double> Jumping() =>
        Enumerable.Range(0, 48 * PerHour).Select(static bin => bin / PerHour % 4 == 3 ? 400.0 : 100);
}
