using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>To how many units a plan goes, to the unit. A read unit costs 0.00013 dollars, so 46.15 of them are free room.</summary>
public sealed class CapacitySizeTests
{
    private static readonly CapacityRemediation Remediation = new();
    private static readonly CapacityLimits Following =
        Limits with { FollowDemandDown = true, ReadyForReads = 1, ReadyForWrites = 1 };

    [Theory]
    [InlineData(99, 80, null)] // 80 and 0.409 of the free room: 98.9
    [InlineData(98, 80, 120L)] // half as much again is less than the free room
    [InlineData(30, 24, 36L)]
    [InlineData(1050, 1000, null)]
    [InlineData(1045, 1000, 1124L)] // 1000 / 0.89
    public void A_raise_is_due_when_the_room_is_gone_and_brings_it_back(long provisioned, double demand, long? expected) =>
        Assert.Equal(expected, Reads(Remediation.Plan(Table(provisioned, Level(demand)), Limits, null, Now)));

    [Fact]
    public void When_throttling_has_just_begun_the_spent_burst_is_half_full_again_in_eight_minutes()
    {
        // 480 seconds of 220 units (a tenth more than the minute in which it began) from nothing, of which 150 seconds of the new capacity
        // are to be saved: 105,600 / 330
        Assert.InRange(Reads(Remediation.Plan(Table(100, [.. Level(50, 59), 200]), Limits, null, Now))!.Value, 320, 321);
    }

    [Fact]
    public void Where_a_scaler_brings_room_of_its_own_no_more_is_asked_for_than_the_demand_may_be()
    {
        // 35 more in the middle of the minute are 70 more than before; a burst that is half full again would want 143 x 480 / 330
        var state = Table(100, [.. Level(95, 59), 130]);
        var managed = state.With(r => r with { ReadTarget = new ScalableTarget(1, 900) });

        Assert.InRange(Reads(Remediation.Plan(state, Limits, null, Now))!.Value, 208, 209);
        Assert.Equal(165, Assert.Single(Remediation.Plan(managed, Limits, null, Now).Change!.Targets).Target.Minimum);
    }

    [Theory]
    [InlineData(0.2, null)]
    [InlineData(null, 111L)] // 130 x 480 seconds from what is left of the burst, of which 150 seconds are to be saved
    public void Where_waves_are_known_to_ebb_a_single_high_minute_is_the_business_of_the_burst(double? share, long? expected)
    {
        var state = Table(100, [.. Level(60, 59), 100]).With(r => r with
        {
            Reads = [.. r.Reads.SkipLast(1), r.Reads[^1] with { Consumed = 60 * 130, Requests = 60 * 130 }],
            ReadOutlook = new DemandOutlook(null, null, 60)
            {
                Persistence = share is { } known ? new DemandPersistence(known, 0.5) : DemandPersistence.Unknown,
            },
        });

        Assert.Equal(expected, Reads(Remediation.Plan(state, Limits, null, Now)));
    }

    [Fact]
    public void A_burst_that_is_spent_for_longer_gets_no_more_than_what_lasts() =>
        Assert.Equal(247, Reads(Remediation.Plan(Table(100, Level(200)), Limits, null, Now)));

    [Fact]
    public void What_is_warm_is_taken_first_and_all_of_it_where_nothing_is_known()
    {
        var state = Table(100, Level(200));

        Assert.Equal(150, Reads(Remediation.Plan(state.With(r => r with { Warm = new Throughput(150, 5) }), Limits, null, Now)));
        Assert.Equal(247, Reads(Remediation.Plan(state.With(r => r with { Warm = null }), Limits, null, Now)));
        Assert.Equal(247, Reads(Remediation.Plan(state.With(r => r with { Warm = new Throughput(100, 5) }), Limits, null, Now)));
    }

    [Fact]
    public void The_quarter_of_an_hour_ahead_is_raised_for_before_it_comes()
    {
        var state = Table(100, Level(50)).With(r => r with { ReadOutlook = new DemandOutlook(200, 200, 50) });

        Assert.Equal(247, Reads(Remediation.Plan(state, Limits, null, Now)));
    }

    [Fact]
    public void A_table_below_its_minimum_gets_it_and_one_of_auto_scaling_does_not()
    {
        var small = Table(3, Level(0));

        Assert.Equal(5, Reads(Remediation.Plan(small, Limits, null, Now)));
        var scaled = small.With(r => r with { ReadTarget = new ScalableTarget(1, 9), WriteTarget = new ScalableTarget(1, 9) });
        Assert.Null(Remediation.Plan(scaled, Limits, null, Now).Change);
    }

    [Theory]
    [InlineData(100, 147L)]
    [InlineData(1, 5L)]
    public void A_decrease_leaves_what_a_quarter_of_an_hour_needed_with_room(double demand, long expected) =>
        Assert.Equal(expected, Reads(Remediation.Plan(Table(1000, Level(demand)), Following, null, Now)));

    [Fact]
    public void It_leaves_what_the_hour_ahead_needs_and_on_the_first_day_what_bridges_the_way_back_to_the_usual()
    {
        var state = Table(1000, Level(1));

        var hour = state.With(r => r with { ReadOutlook = new DemandOutlook(null, 300, null) });
        Assert.Equal(347, Reads(Remediation.Plan(hour, Following, null, Now)));

        // blind for a minute, 80 seconds of delay, a minute between runs and ten seconds of the update: 210 of 510 seconds
        var usual = state.With(r => r with { ReadOutlook = new DemandOutlook(null, null, 300) });
        Assert.Equal(124, Reads(Remediation.Plan(usual, Following, null, Now)));
    }

    [Theory]
    [InlineData(0.59, true)]
    [InlineData(0.60, false)] // saves 40 % of the reads, and less of the whole
    public void The_last_decrease_but_the_reserve_has_to_bring_much(double share, bool isWorthIt)
    {
        // so much is needed that the room is a fixed share of it
        var demand = 3000 * share * 0.89;
        var state = Table(3000, Level(demand)).With(r => r with { DecreasesToday = 3, LastDecrease = Now.AddMinutes(-30) });

        Assert.Equal(
            isWorthIt, Remediation.Plan(state, Following with { DecreasesInReserve = 0 }, null, Now).Change is not null);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void After_throttling_nothing_is_taken_for_five_minutes(int ago, bool isLowered)
    {
        var state = Table(1000, [.. Level(300, 40), 1100, .. Level(300, ago - 1)]);

        // the newest minute ended 80 seconds ago, so the fifth from the end did more than five minutes ago
        var plan = Remediation.Plan(state, Following, null, Now);

        Assert.Equal(isLowered, plan.Change?.Update.Table?.Reads < 1000);
    }

    [Theory]
    [InlineData(4.9, 300, false)]
    [InlineData(5.0, 300, true)]
    [InlineData(1.0, 249, true)]
    [InlineData(1.0, 250, false)]
    public void After_an_increase_nothing_is_taken_for_five_minutes_unless_it_was_far_too_much(double ago, double demand, bool isLowered)
    {
        var state = Table(1000, Level(demand)).With(r => r with { LastIncrease = Now.AddMinutes(-ago) });

        Assert.Equal(isLowered, Remediation.Plan(state, Following, null, Now).Change is not null);
    }

    [Theory]
    [InlineData(6, 1, 147L)]
    [InlineData(3, 1, 147L)] // with three more left, three minutes of a twentieth are enough
    [InlineData(3, 3, null)] // 762 now, of the spike 480 of 630 seconds, and less than half of that in three minutes
    [InlineData(6, 3, 147L)]
    [InlineData(6, 4, null)] // too few decreases are left
    public void After_a_spike_a_large_saving_does_not_wait_for_a_calm_quarter_of_an_hour(int calm, int reserve, long? expected)
    {
        var state = Table(2000, [.. Level(100, 40), .. Level(1000, 5), .. Level(100, calm)]);

        Assert.Equal(expected, Reads(Remediation.Plan(state, Following with { DecreasesInReserve = reserve }, null, Now)));
    }

    [Theory]
    [InlineData(2, 30, 990L)]
    [InlineData(2, 29, null)]
    [InlineData(3, 30, null)]
    public void What_was_leased_goes_back_when_that_is_due_however_little_it_saves_but_not_with_the_last_decrease(
        int today, int minutes, long? expected)
    {
        var lease = new RemediationLease<CapacityChange>(
            "customers", new CapacityChange { Update = new TableUpdate { Table = new Throughput(990, 5) } }, "demand", Now,
            Now.AddMinutes(30), Now.AddHours(24), LeaseState.Held);
        var later = Now.AddMinutes(minutes);
        var state = Table(1000, Level(100), now: later).With(r => r with { DecreasesToday = today, LastDecrease = later.AddMinutes(-10) });

        Assert.Equal(expected, Reads(Remediation.Plan(state, Limits, lease, later)));
    }

    [Fact]
    public void The_quota_of_a_table_is_shared_by_what_is_asked_for()
    {
        var state = Table(100, Level(200)) with { TableQuota = new Throughput(200, 40_000) };

        var plan = Remediation.Plan(state, Limits, null, Now);

        Assert.Equal(200, Reads(plan));
        Assert.StartsWith(
            "Table customers needs 147 more read units per second and the quotas leave 100. Ask for 300 read units of one table instead of 200",
            plan.PeopleMust,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_account_has_left_limits_a_raise_and_its_quota_is_asked_for()
    {
        var state = Table(100, Level(200)) with { AccountLeft = new Throughput(20, 20), AccountQuota = new Throughput(80_000, 80_000) };

        var plan = Remediation.Plan(state, Limits, null, Now);

        Assert.Equal(120, Reads(plan));
        Assert.StartsWith(
            "Table customers needs 147 more read units per second and the quotas leave 20. Ask for 120000 read units of all provisioned tables "
                + "instead of 80000",
            plan.PeopleMust,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_and_writes_of_one_table_are_raised_in_one_update()
    {
        var state = Table(100, Level(200)).With(r => r with
        {
            Provisioned = new Throughput(100, 100),
            Writes = Minutes(100, Level(300), ThrottleCause.ProvisionedThroughput, Now),
        });

        Assert.Equal(new Throughput(247, 338), Remediation.Plan(state, Limits, null, Now).Change!.Update.Table);
    }

    [Fact]
    public void What_takes_minutes_to_hold_is_sized_for_what_the_demand_will_be_by_then()
    {
        var growing = Table(1000, [.. Enumerable.Range(0, 60).Select(static minute => 400.0 + (10 * minute))]);

        var atOnce = Reads(Remediation.Plan(growing, Limits, null, Now));
        var later = Reads(Remediation.Plan(growing.With(r => r with { Warm = null }), Limits, null, Now));

        Assert.True(later > atOnce, $"{later} and not more than {atOnce}");
    }

    [Fact]
    public void A_rehearsal_that_a_quota_would_cut_is_not_made_at_all()
    {
        var limits = Limits with { FollowDemandDown = true, ReadyForReads = 1000, ReadyForWrites = 5 };
        var calm = Table(100, Level(80)).With(r => r with { Warm = new Throughput(100, 5) });

        Assert.Null(Remediation.Plan(calm with { TableQuota = new Throughput(999, 999) }, limits, null, Now).Change);
        Assert.Equal(1000, Reads(Remediation.Plan(calm with { TableQuota = new Throughput(1000, 1000) }, limits, null, Now)));
    }

    [Fact]
    public void Two_raises_share_a_quota_by_what_each_needs()
    {
        var state = Table(100, Level(200)) with { TableQuota = new Throughput(300, 40_000) };
        var index = state.Resources[0] with { Index = "by-phone" };

        var update = Remediation.Plan(state with { Resources = [state.Resources[0], index] }, Limits, null, Now).Change!.Update;

        Assert.Equal((150, 150), (update.Table!.Value.Reads, update.Indexes["by-phone"].Reads));
    }

    [Fact]
    public void The_ceiling_says_what_is_needed_and_what_it_leaves()
    {
        var plan = Remediation.Plan(Table(100, Level(200)) with { SpentThisMonth = 10 }, Limits with { MonthlyCeiling = 10 }, null, Now);

        Assert.Null(plan.Change);
        Assert.Equal(
            "Table customers needs capacity for $0.02 more per hour and the monthly ceiling of $10.00 leaves $0.00; raise the ceiling or lower "
                + "the demand.",
            plan.PeopleMust);
    }

    private static long? Reads(RemediationPlan<CapacityChange> plan) => plan.Change?.Update.Table?.Reads;
}
