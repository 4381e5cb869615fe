using ContactCenter.Core.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>What plans tell people, in words.</summary>
public sealed class CapacityReasonTests
{
    private static readonly CapacityRemediation Remediation = new();
    private static readonly CapacityLimits Following =
        Limits with { FollowDemandDown = true, ReadyForReads = 1, ReadyForWrites = 1 };

    [Fact]
    public void Where_nothing_is_done_the_reason_says_why()
    {
        var state = Table(100, Level(50));

        Assert.Equal("Healing of table customers is switched off.", Reason(state, Limits with { Stopped = true }));
        Assert.Equal("There is no table customers.", Reason(state with { Exists = false }));
        Assert.Equal(
            "An update of table customers is running; it is looked at again when that has ended.", Reason(state with { Updating = true }));
        Assert.Equal(
            "The description of table customers is 3 minutes old; it has to be read again.", Reason(state with { ReadAt = Now.AddMinutes(-3) }));
        Assert.Equal("Table customers has the capacity that it needs.", Reason(state));
        Assert.Equal(
            "Table customers has the capacity that it needs.", Reason(state with { ReadAt = Now.AddMinutes(-2) }));
    }

    [Fact]
    public void A_table_that_is_gone_is_for_people() =>
        Assert.Equal(
            "Restore table customers, or take it out of the configuration.",
            Remediation.Plan(Table(100, Level(50)) with { Exists = false }, Limits, null, Now).PeopleMust);

    [Fact]
    public void A_raise_names_the_resource_the_steps_the_demand_and_what_comes_with_it()
    {
        var state = Table(100, Level(200));
        var index = state.Resources[0] with { Index = "by-phone" };

        Assert.Equal("Reads of table customers go from 100 to 247 units per second, for a demand of 200.", Reason(state));
        Assert.Equal(
            "Reads of table customers go from 100 to 247 units per second (and 1 other with them), for a demand of 200.",
            Reason(state with { Resources = [state.Resources[0], index] }));
        Assert.Equal(
            "Reads of index by-phone of table customers go from 100 to 247 units per second, for a demand of 200.",
            Reason(state with { Resources = [Table(100, Level(50)).Resources[0], index] }));
        Assert.Equal("Writes of table customers go from 100 to 225 units per second, for a demand of 200.", Reason(Writing(Level(200))));
    }

    [Fact]
    public void A_growing_demand_is_told_with_its_growth() =>
        Assert.EndsWith(
            " that grows by 10 a minute.",
            Reason(Table(1000, [.. Enumerable.Range(0, 60).Select(static minute => 400.0 + (10 * minute))])),
            StringComparison.Ordinal);

    [Fact]
    public void A_decrease_names_only_what_changes()
    {
        const string Why = " units per second: the last 15 minutes and the hour ahead need no more.";
        var both = Table(1000, Level(1)).With(r => r with { Provisioned = new Throughput(1000, 1000) });

        Assert.Equal("Table customers goes from 1000 to 5 read" + Why, Reason(Table(1000, Level(1)), Following));
        Assert.Equal(
            "Table customers goes from 1000 to 5 write" + Why, Reason(both.With(r => r with { Provisioned = new(5, 1000) }), Following));
        Assert.Equal("Table customers goes from 1000 to 5 read and from 1000 to 5 write" + Why, Reason(both, Following));
    }

    [Fact]
    public void A_rehearsal_says_that_it_is_one() =>
        Assert.Equal(
            "Table customers is calm; it is raised for a moment, so that this level is there within seconds when it is needed.",
            Reason(
                Table(100, Level(80)).With(r => r with { Warm = new Throughput(100, 5) }),
                Limits with { FollowDemandDown = true, ReadyForReads = 1000, ReadyForWrites = 5 }));

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void A_rehearsal_leaves_a_decrease_beside_the_one_that_ends_it_and_the_reserve(int today, bool isRehearsed)
    {
        var calm = Table(100, Level(80)).With(r => r with
        {
            Warm = new Throughput(100, 5),
            DecreasesToday = today - 1,
            LastDecrease = Now,
        });
        var limits = Limits with { FollowDemandDown = true, ReadyForReads = 1000, ReadyForWrites = 5 };

        Assert.Equal(isRehearsed, Remediation.Plan(calm, limits, null, Now).Change is not null);
    }

    [Fact]
    public void A_hot_key_and_a_quota_are_told_with_what_they_turned_away()
    {
        Assert.Equal(
            "A hot key of table customers turned 600 reads away; more capacity does not help, spread or cache the key.",
            People(Hot(static (r, minutes) => r with { Reads = minutes })));
        Assert.Equal(
            "A hot key of table customers turned 600 writes away; more capacity does not help, spread or cache the key.",
            People(Hot(static (r, minutes) => r with { Writes = minutes })));
        Assert.StartsWith(
            "A service quota turned 600 reads of table customers away. Ask for 120000 read units of all provisioned tables at ",
            People(Hot(static (r, minutes) => r with { Reads = minutes }, new ThrottleCounts(0, 0, 600, 0))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_hot_key_in_the_only_minute_that_is_known_is_told() =>
        Assert.StartsWith(
            "A hot key of table customers turned 600 reads away",
            People(Hot(static (r, minutes) => r with { Reads = [minutes[^1]] })),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void What_a_hot_key_turned_away_minutes_ago_is_history(int calmMinutes, bool isTold)
    {
        var minutes = Minutes(100, [.. Level(50), .. Level(50, calmMinutes)], default, Now);
        minutes[59] = minutes[59] with { Throttled = new ThrottleCounts(0, 600, 0, 0) };

        Assert.Equal(isTold, People(Table(100, Level(50)).With(r => r with { Reads = minutes })) is not null);
    }

    [Fact]
    public void The_maximum_that_is_in_the_way_is_named_with_what_is_needed()
    {
        var state = Table(100, Level(200));

        Assert.Equal(
            "Table customers needs 247 read units per second and its maximum is 150; raise the maximum or lower the demand.",
            Remediation.Plan(state, Limits with { Maximum = new Throughput(150, 150) }, null, Now).PeopleMust);
        Assert.Equal(
            "Index by-phone of table customers needs 247 read units per second and its maximum is 150; raise the maximum or lower the demand.",
            Remediation.Plan(
                state with { Resources = [Table(100, Level(50)).Resources[0], state.Resources[0] with { Index = "by-phone" }] },
                Limits with { Maximum = new Throughput(150, 150) },
                null,
                Now).PeopleMust);
    }

    [Fact]
    public void A_lease_that_is_due_and_does_not_fit_under_the_ceiling_ends_although_it_is_needed()
    {
        var lease = Remediation.Plan(Table(100, Level(200)), Limits, null, Now).Lease!;
        var later = Now.AddMinutes(30);

        var plan = Remediation.Plan(
            Table(247, Level(200), now: later) with { SpentThisMonth = 10 }, Limits with { MonthlyCeiling = 10 }, lease, later);

        Assert.Equal("Table customers goes back to what it was: the monthly ceiling leaves no more.", plan.Reason);
        Assert.Equal(new Throughput(100, 5), plan.Change!.Update.Table);
    }

    [Fact]
    public void A_raise_costs_what_its_kind_costs()
    {
        Assert.Equal(147 * 0.00013, Remediation.Plan(Table(100, Level(200)), Limits, null, Now).DollarsPerHour, 12);
        Assert.Equal(125 * 0.00065, Remediation.Plan(Writing(Level(200)), Limits, null, Now).DollarsPerHour, 12);
    }

    [Fact]
    public void Of_two_scalers_that_are_held_and_let_go_the_first_is_named()
    {
        var own = new ScalableTarget(10, 800);
        var table = Table(500, [.. Level(400, 40), .. Level(0, 21)]).With(r => r with { ReadTarget = own });
        var both = table with { Resources = [table.Resources[0], table.Resources[0] with { Index = "by-phone" }] };

        var held = Remediation.Plan(both, Following, null, Now);
        var after = both with
        {
            Resources = [.. both.Resources.Select(static r => r with { ReadTarget = new ScalableTarget(10, 10) })]
        };

        Assert.Equal(
            "Table customers is calm; Application Auto Scaling is held for a moment to the level that its own tracking would come to.",
            held.Reason);
        Assert.Equal(
            "Table customers is calm; Application Auto Scaling gets its range back.",
            Remediation.Plan(after, Following, held.Lease, Now).Reason);
    }

    [Fact]
    public void An_on_demand_table_without_a_maximum_is_left_alone() =>
        Assert.Equal(
            "Table customers is on demand without a maximum.", Reason(Table(0, Level(50)) with { Billing = BillingMode.OnDemand }));

    [Fact]
    public void A_maximum_that_turns_nobody_away_is_left_alone() =>
        Assert.Equal("The on-demand maximum of table customers is in nobody's way.", Reason(OnDemand(100, Level(50))));

    [Fact]
    public void A_maximum_that_turns_requests_away_is_raised_to_what_they_need_with_room()
    {
        var plan = Remediation.Plan(OnDemand(100, Level(200)), Limits, null, Now);

        // 200 / 0.89, at an eighth of a dollar a million
        Assert.Equal(new RequestMaximum(225, null), plan.Change!.Update.OnDemandMaximum);
        Assert.Equal(
            "The on-demand maximum of reads of table customers goes from 100 to 225 per second: it turned requests away.",
            plan.Reason);
        Assert.Equal(3600 * 125 * 0.125 / 1e6, plan.DollarsPerHour, 12);
        Assert.Equal(new RequestMaximum(100, null), plan.Lease!.Undo.Update.OnDemandMaximum);
        Assert.Equal((Now.AddMinutes(30), Now.AddHours(24)), (plan.Lease.Until, plan.Lease.EndsAtLatest));
    }

    [Fact]
    public void It_is_raised_to_the_limit_at_most_and_people_hear_of_it()
    {
        var plan = Remediation.Plan(OnDemand(100, Level(200)), Limits with { Maximum = new Throughput(150, 150) }, null, Now);

        Assert.Equal(150, plan.Change!.Update.OnDemandMaximum!.Value.Reads);
        Assert.Equal(
            "Table customers needs 225 request units per second and 150 are allowed; raise the limit or lower the demand.", plan.PeopleMust);
    }

    [Fact]
    public void It_is_raised_as_far_as_the_ceiling_allows()
    {
        var plan = Remediation.Plan(OnDemand(100, Level(200)) with { SpentThisMonth = 10 }, Limits with { MonthlyCeiling = 10 }, null, Now);

        Assert.Null(plan.Change);
        Assert.Equal(
            "The monthly ceiling does not leave enough to raise the on-demand maximum of table customers; raise the ceiling or lower the demand.",
            plan.PeopleMust);
    }

    [Fact]
    public void It_goes_back_when_the_calm_fits_under_what_it_was()
    {
        var lease = Remediation.Plan(OnDemand(100, Level(200)), Limits, null, Now).Lease!;
        var later = Now.AddMinutes(20);

        var calm = Remediation.Plan(OnDemand(225, Level(50), later), Limits, lease, later);
        var busy = Remediation.Plan(OnDemand(225, Level(150), later), Limits, lease, later);

        Assert.Equal("Table customers is calm; its on-demand maximum goes back to what it was.", calm.Reason);
        Assert.Equal((new RequestMaximum(100, null), null), (calm.Change!.Update.OnDemandMaximum, calm.Lease));
        Assert.Equal(-3600 * 125 * 0.125 / 1e6, calm.DollarsPerHour, 12);
        Assert.Equal((null, lease.Until), (busy.Change, busy.Lease!.Until));
    }

    [Fact]
    public void A_raised_maximum_is_leased_on_while_it_is_needed_and_for_a_day_at_most()
    {
        var lease = Remediation.Plan(OnDemand(100, Level(200)), Limits, null, Now).Lease!;
        var due = Now.AddMinutes(30);
        var late = Now.AddHours(24);

        Assert.Equal(due.AddMinutes(30), Remediation.Plan(OnDemand(225, Level(150), due), Limits, lease, due).Lease!.Until);
        var ended = Remediation.Plan(OnDemand(225, Level(150), late), Limits, lease, late);
        Assert.Equal((new RequestMaximum(100, null), null), (ended.Change!.Update.OnDemandMaximum, ended.Lease));
    }

    private static TableState OnDemand(long maximum, double[] reads, DateTimeOffset? now = null) =>
        Table(maximum, reads, ThrottleCause.OnDemandMaximum, now) with
        {
            Billing = BillingMode.OnDemand,
            OnDemandMaximum = new RequestMaximum(maximum, 100),
        };

    private static TableState Writing(double[] writes) => Table(100, Level(1)).With(r => r with
    {
        Provisioned = new Throughput(100, 100),
        Writes = Minutes(100, writes, ThrottleCause.ProvisionedThroughput, Now),
    });

    private static TableState Hot(Func<CapacityResource, CapacityMinute[], CapacityResource> put, ThrottleCounts? counts = null)
    {
        var minutes = Minutes(100, Level(50), default, Now);
        minutes[^1] = minutes[^1] with { Throttled = counts ?? new ThrottleCounts(0, 600, 0, 0) };
        return Table(100, Level(50)).With(r => put(r with { Provisioned = new Throughput(100, 100) }, minutes));
    }

    private static string Reason(TableState state, CapacityLimits? limits = null) =>
        Remediation.Plan(state, limits ?? Limits, null, Now).Reason;

    private static string? People(TableState state) => Remediation.Plan(state, Limits, null, Now).PeopleMust;
}
