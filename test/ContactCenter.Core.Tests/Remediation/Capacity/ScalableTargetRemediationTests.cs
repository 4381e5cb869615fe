using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>Tables that Application Auto Scaling owns: its range is moved and given back, and nothing else is touched.</summary>
public sealed class ScalableTargetRemediationTests
{
    private static readonly CapacityRemediation Remediation = new();
    private static readonly ScalableTarget Own = new(10, 800);
    private static readonly DateTimeOffset Later = Now.AddMinutes(20);

    [Fact]
    public void A_table_of_auto_scaling_gets_a_higher_minimum_and_no_update()
    {
        var state = Table(100, [.. Level(80), 400, 400]).With(r => r with { ReadTarget = new ScalableTarget(10, 200) });

        var plan = Remediation.Plan(state, Limits, null, Now);

        Assert.True(plan.Change!.Update.IsEmpty);
        var range = Assert.Single(plan.Change.Targets);
        Assert.Equal(CapacityKind.Read, range.Kind);
        Assert.InRange(range.Target.Minimum, 400, 700);
        Assert.Equal(range.Target.Minimum, range.Target.Maximum);
        Assert.Equal(new ScalableTarget(10, 200), Assert.Single(plan.Lease!.Undo.Targets).Target);
    }

    [Fact]
    public void When_it_is_calm_auto_scaling_is_held_to_where_its_tracking_would_end_and_keeps_its_minimum()
    {
        var plan = Remediation.Plan(Calm(600, new ScalableTarget(520, 800)), Limits, Lease(), Later);

        Assert.True(plan.Change!.Update.IsEmpty);
        Assert.Equal(new ScalableTarget(120, 120), Assert.Single(plan.Change.Targets).Target);
        Assert.Equal(Own, Assert.Single(plan.Lease!.Undo.Targets).Target);
        Assert.Equal(-480 * DynamoDbPrices.Default.ReadUnitHour, plan.DollarsPerHour, 9);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(600)]
    public void The_next_run_gives_the_maximum_back_whether_the_scaler_followed_or_not(int provisioned)
    {
        var plan = Remediation.Plan(Calm(provisioned, new ScalableTarget(120, 120)), Limits, Lease(), Later);

        Assert.Equal(Own, Assert.Single(plan.Change!.Targets).Target);
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void Without_a_decrease_to_spend_the_range_just_goes_back()
    {
        var calm = Calm(600, new ScalableTarget(520, 800)).With(r => r with { DecreasesToday = 4, LastDecrease = Later.AddMinutes(-30) });

        Assert.Equal(Own, Assert.Single(Remediation.Plan(calm, Limits, Lease(), Later).Change!.Targets).Target);
    }

    [Fact]
    public void On_a_table_that_follows_its_demand_the_scaler_does_not_spend_the_last_decreases_on_what_is_idle()
    {
        var following = Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5 };
        var calm = Calm(600, Own).With(r => r with { DecreasesToday = 4, LastDecrease = Later.AddMinutes(-30) });

        var kept = Remediation.Plan(calm, following, null, Later);
        Assert.Equal(new ScalableTarget(600, 800), Assert.Single(kept.Change!.Targets).Target);
        Assert.Equal(Own, Assert.Single(kept.Lease!.Undo.Targets).Target);

        var still = calm.With(r => r with { ReadTarget = new ScalableTarget(600, 800) });
        var next = Remediation.Plan(still, following, kept.Lease, Later);
        Assert.Null(next.Change);
        Assert.Equal(Own, Assert.Single(next.Lease!.Undo.Targets).Target);

        var back = Remediation.Plan(still.With(r => r with { DecreasesToday = 0, LastDecrease = null }), following, next.Lease, Later);
        Assert.Equal(new ScalableTarget(120, 120), Assert.Single(back.Change!.Targets).Target);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(200, false)] // a third of what is provisioned is an evening that falls, and the scaler follows it
    public void Only_what_is_far_too_much_is_kept(double demand, bool isKept)
    {
        var state = Table(600, Level(demand), now: Later).With(r => r with
        {
            ReadTarget = Own,
            DecreasesToday = 4,
            LastDecrease = Later.AddMinutes(-30),
        });

        var plan = Remediation.Plan(state, Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5 }, null, Later);

        Assert.Equal(isKept, plan.Change is not null);
    }

    [Theory]
    [InlineData(800, null, true)]
    [InlineData(800, 0.01, false)] // what a table may cost in a month ends a lease, even when it is needed
    [InlineData(500, null, false)] // people have just lowered the maximum, and the scaler has not followed yet
    public void Nothing_is_kept_that_people_do_not_want(long maximum, double? ceiling, bool isKept)
    {
        var state = Table(600, Level(80), now: Later).With(r => r with
        {
            ReadTarget = Own with { Maximum = maximum },
            DecreasesToday = 4,
            LastDecrease = Later.AddMinutes(-30),
        });
        var limits = Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5, MonthlyCeiling = ceiling };

        Assert.Equal(isKept, Remediation.Plan(state, limits, null, Later).Change is not null);
    }

    [Fact]
    public void A_range_that_is_back_already_is_forgotten_and_not_registered_again()
    {
        var back = Calm(600, Own).With(r => r with { DecreasesToday = 4, LastDecrease = Later.AddMinutes(-30) });

        var plan = Remediation.Plan(back, Limits, Lease(), Later);

        Assert.Equal((null, null), (plan.Change, plan.Lease));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void The_last_decrease_is_not_spent_on_writes_and_by_the_scaler_on_reads_as_well(int today, bool lowered)
    {
        var calm = Calm(3000, new ScalableTarget(2900, 3000)).With(r => r with
        {
            Provisioned = new Throughput(3000, 600),
            DecreasesToday = today,
            LastDecrease = Later.AddMinutes(-10),
        });

        var plan = Remediation.Plan(
            calm, Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5, DecreasesInReserve = 0 }, Lease(), Later);

        Assert.True(plan.Change!.Update.Table!.Value.Writes < 600);
        Assert.Equal(lowered, Assert.Single(plan.Change.Targets).Target.Maximum < Own.Maximum);
    }

    [Fact]
    public void A_minimum_that_the_hour_ahead_needs_stays_as_far_as_it_is_needed()
    {
        var calm = Calm(600, new ScalableTarget(520, 800)).With(r => r with { ReadOutlook = new DemandOutlook(80, 300, 80) });

        var plan = Remediation.Plan(calm, Limits, Lease(), Later);

        var range = Assert.Single(plan.Change!.Targets).Target;
        Assert.InRange(range.Minimum, 300, 400);
        Assert.NotNull(plan.Lease);
    }

    [Fact]
    public void A_peak_that_meets_a_lowered_maximum_gets_the_scaler_its_own_again()
    {
        var state = Table(120, [.. Level(80), 700, 700], now: Later).With(r => r with { ReadTarget = new ScalableTarget(120, 120) });

        var range = Assert.Single(Remediation.Plan(state, Limits, Lease(), Later).Change!.Targets).Target;

        Assert.True(range.Minimum >= 700);
        Assert.True(range.Maximum >= 800);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_lowered_maximum_goes_back_even_when_nothing_else_may_be_done(bool stopped, bool dryRun)
    {
        var plan = Remediation.Plan(
            Calm(600, new ScalableTarget(120, 120)), Limits with { Stopped = stopped, DryRun = dryRun }, Lease(), Later);

        Assert.Equal(Own, Assert.Single(plan.Change!.Targets).Target);
        Assert.False(plan.DryRun);
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void A_raise_that_waits_for_a_person_does_not_keep_the_maximum_down()
    {
        var peak = Table(120, [.. Level(80), 700, 700], now: Later).With(r => r with { ReadTarget = new ScalableTarget(120, 120) });
        var careful = Limits with { ApprovalAbove = 0.001 };

        var plan = Remediation.Plan(peak, careful, Lease(), Later);
        var next = Remediation.Plan(peak.With(r => r with { ReadTarget = Own }), careful, plan.Lease, Later);

        Assert.Equal(Own, Assert.Single(plan.Change!.Targets).Target);
        Assert.False(plan.NeedsApproval);
        Assert.True(next.NeedsApproval);
    }

    [Fact]
    public void An_update_that_takes_hours_does_not_keep_the_maximum_down()
    {
        var updating = Calm(600, new ScalableTarget(120, 120)) with { Updating = true };

        var plan = Remediation.Plan(updating, Limits, Lease(), Later);

        Assert.Equal(Own, Assert.Single(plan.Change!.Targets).Target);
        Assert.Null(plan.Lease);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(900L)]
    public void A_table_that_went_on_demand_gives_the_scaler_its_range_back(long? maximum)
    {
        var state = Calm(0, new ScalableTarget(520, 800)) with
        {
            Billing = BillingMode.OnDemand,
            OnDemandMaximum = maximum is { } most ? new RequestMaximum(most, most) : null,
        };

        var plan = Remediation.Plan(state, Limits, Lease(), Later);

        Assert.Equal(Own, Assert.Single(plan.Change!.Targets).Target);
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void What_went_on_demand_with_capacity_on_lease_remembers_its_maximum_when_that_is_raised()
    {
        var capacity = Lease() with { Undo = new CapacityChange { Update = new TableUpdate { Table = new Throughput(50, 5) } } };
        var state = Table(100, [.. Level(80), 400, 400], ThrottleCause.OnDemandMaximum) with
        {
            Billing = BillingMode.OnDemand,
            OnDemandMaximum = new RequestMaximum(100, 100),
        };

        var plan = Remediation.Plan(state, Limits, capacity, Now);

        Assert.Equal(new RequestMaximum(100, null), plan.Lease!.Undo.Update.OnDemandMaximum);
    }

    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(false, 0, false)]
    [InlineData(true, 40, true)]
    public void A_table_that_follows_its_demand_is_brought_down_when_that_is_worth_a_decrease_because_the_scaler_comes_late_or_sees_nothing(
        bool follow, double left, bool lowered)
    {
        var idle = Table(500, [.. Level(400, 40), .. Level(left, 20)]).With(r => r with { ReadTarget = Own });

        var plan = Remediation.Plan(idle, Limits with { FollowDemandDown = follow, ReadyForReads = 5, ReadyForWrites = 5 }, null, Now);

        Assert.Equal(lowered, plan.Change is { Targets: [{ Target.Maximum: < 500 }] });
        Assert.Equal(lowered, plan.Lease is { Undo.Targets: [{ Target: { Minimum: 10, Maximum: 800 } }] });
    }

    [Fact]
    public void A_table_of_auto_scaling_is_made_ready_within_its_own_range()
    {
        var calm = Table(115, Level(80)).With(r => r with { ReadTarget = Own, Warm = new Throughput(115, 60) });

        var plan = Remediation.Plan(calm, Limits with { FollowDemandDown = true }, null, Now);

        Assert.Equal(new ScalableTarget(800, 800), Assert.Single(plan.Change!.Targets).Target);
    }

    [Fact]
    public void A_range_that_nobody_scales_any_more_is_forgotten_and_not_registered()
    {
        var plan = Remediation.Plan(Table(600, Level(80), now: Later), Limits, Lease(), Later);

        Assert.Null(plan.Change);
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void A_day_later_the_range_is_still_the_scalers_own()
    {
        var late = Now.AddHours(24);
        var state = Table(500, [.. Level(400), 900, 900], now: late).With(r => r with { ReadTarget = new ScalableTarget(500, 800) });

        var plan = Remediation.Plan(state, Limits, Lease(), late);

        Assert.Equal(Own, Assert.Single(plan.Lease!.Undo.Targets).Target);
    }

    [Fact]
    public void A_maximum_is_not_lowered_to_half_of_a_spike_that_has_just_ended_and_the_raised_minimum_stays_as_long()
    {
        var ending = Table(1200, [.. Level(80, 40), .. Level(900, 16), .. Level(80, 4)], now: Later)
            .With(r => r with { ReadTarget = new ScalableTarget(1000, 1200) });

        var plan = Remediation.Plan(ending, Limits, Lease(), Later);

        Assert.Null(plan.Change);
        Assert.Equal(Own, Assert.Single(plan.Lease!.Undo.Targets).Target);
    }

    [Fact]
    public async Task Decreases_that_the_scaler_made_are_remembered_so_that_those_which_came_back_are_known()
    {
        var log = new InMemoryRemediationLog();
        var remediator = new CapacityRemediator(new ScaledTable(), new InMemoryLeases<CapacityChange>(), Remediation, log);

        await remediator.RunAsync("customers", Limits, Now, TestContext.Current.CancellationToken);
        await remediator.RunAsync("customers", Limits, Now.AddMinutes(1), TestContext.Current.CancellationToken);

        var known = await log.SinceAsync("customers", Now.AddHours(-1), TestContext.Current.CancellationToken);
        Assert.Equal(2, known.Count(static one => one.Part is null));
    }

    [Fact]
    public async Task A_scaler_that_does_not_follow_is_left_alone_for_an_hour()
    {
        var table = new SuspendedTable();
        var remediator = new CapacityRemediator(table, new InMemoryLeases<CapacityChange>(), Remediation, new InMemoryRemediationLog());
        var limits = Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5 };
        for (var minute = 0; minute < 61; minute++)
        {
            await remediator.RunAsync("customers", limits, Now.AddMinutes(minute), TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, table.Ranges.Count);
        Assert.Equal(Own, table.Ranges[^1]);

        await remediator.RunAsync("customers", limits, Now.AddMinutes(61), TestContext.Current.CancellationToken);

        Assert.Equal(3, table.Ranges.Count);
    }

    /// <summary>Ranges are chosen here and not what was registered, which the lease would take for somebody else's.</summary>
    private static RemediationLease<CapacityChange> Lease()
    {
        var granted = Remediation.Plan(
            Table(100, [.. Level(80), 400, 400]).With(static r => r with { ReadTarget = Own }), Limits, null, Now).Lease!;
        return granted with
        {
            State = LeaseState.Held,
            Undo = granted.Undo with { Targets = [new ScalableTargetChange(null, CapacityKind.Read, Own)] },
        };
    }

    private static TableState Calm(long provisioned, ScalableTarget range) =>
        Table(provisioned, Level(80), now: Later).With(r => r with { ReadTarget = range });

    /// <summary>A table that its scaler made smaller twice today.</summary>
    private sealed class ScaledTable : ITableCapacity
    {
        public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
            Task.FromResult(Table(115, Level(80), now: now).With(r => r with
            {
                ReadTarget = Own,
                DecreasesToday = 2,
                LastDecrease = Now.AddMinutes(-5),
            }));

        public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken) =>
            Task.FromResult(ChangeOutcome.Done);
    }

    /// <summary>An idle table whose scaling is suspended: ranges are taken, and nothing moves.</summary>
    private sealed class SuspendedTable : ITableCapacity
    {
        public List<ScalableTarget> Ranges { get; } = [];

        public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
            Task.FromResult(Table(500, Level(0), now: now).With(r => r with { ReadTarget = Ranges.Count == 0 ? Own : Ranges[^1] }));

        public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken)
        {
            Ranges.AddRange(change.Targets.Select(target => target.Target));
            return Task.FromResult(ChangeOutcome.Done);
        }
    }
}
