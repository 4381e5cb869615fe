using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

public sealed class CapacityRemediationTests
{
    private static readonly CapacityRemediation Remediation = new();

    [Fact]
    public void A_throttled_table_is_raised_at_once_to_what_is_asked_for_and_room()
    {
        var plan = Remediation.Plan(Table(100, [.. Level(80), 400, 400, 400]), Limits, null, Now);

        Assert.Equal(PlanKind.Change, plan.Kind);
        Assert.InRange(plan.Change!.Update.Table!.Value.Reads, 400, 700);
        Assert.Equal(5, plan.Change.Update.Table.Value.Writes);
        Assert.Equal(0.00013 * (plan.Change.Update.Table.Value.Reads - 100), plan.DollarsPerHour, 9);
        Assert.Contains("from 100 to", plan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raise_is_a_lease_that_knows_what_was_before_and_when_it_ends()
    {
        var lease = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits, null, Now).Lease!;

        Assert.Equal(new Throughput(100, 5), lease.Undo.Update.Table);
        Assert.Equal(Now + Limits.LeaseFor, lease.Until);
        Assert.Equal(Now + Limits.MaximumLease, lease.EndsAtLatest);
        Assert.Equal(LeaseState.Intended, lease.State);
    }

    [Fact]
    public void A_hot_partition_raises_nothing_and_tells_people_which_table()
    {
        var plan = Remediation.Plan(Table(500, [.. Level(400), 900, 900], ThrottleCause.KeyRange), Limits, null, Now);

        Assert.Null(plan.Change);
        Assert.Equal(PlanKind.PeopleMustAct, plan.Kind);
        Assert.Contains("hot key of table customers", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_limit_asks_for_a_higher_quota()
    {
        var plan = Remediation.Plan(Table(500, [.. Level(400), 900], ThrottleCause.AccountLimit), Limits, null, Now);

        Assert.Contains(
            "aws service-quotas request-service-quota-increase --service-code dynamodb", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, BillingMode.Provisioned, ThrottleCause.ProvisionedThroughput)]
    [InlineData(30, BillingMode.Provisioned, ThrottleCause.KeyRange)]
    [InlineData(100, BillingMode.OnDemand, ThrottleCause.OnDemandMaximum)]
    [InlineData(39_000, BillingMode.OnDemand, ThrottleCause.AccountLimit)]
    [InlineData(300, BillingMode.OnDemand, ThrottleCause.KeyRange)]
    public void Without_cause_metrics_the_series_tells_the_cause(double perSecond, BillingMode billing, ThrottleCause expected)
    {
        var minute = new CapacityMinute(Now, 60 * perSecond, 60 * perSecond, 100, new ThrottleCounts(0, 0, 0, 0, 7));

        var explained = ThrottleDiagnosis.Explain(
            minute, billing, billing is BillingMode.OnDemand && perSecond == 100 ? 100 : null, 40_000);

        Assert.Equal(7, explained[expected]);
        Assert.Equal(0, explained.Unexplained);
    }

    [Fact]
    public void The_maximum_holds_and_people_hear_that_it_is_in_the_way()
    {
        var plan = Remediation.Plan(Table(100, [.. Level(80), 900, 900]), Limits with { Maximum = new Throughput(200, 200) }, null, Now);

        Assert.Equal(200, plan.Change!.Update.Table!.Value.Reads);
        Assert.Contains("its maximum is 200", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void The_monthly_ceiling_limits_a_raise()
    {
        // The resting rate for the 24.5 days that are left of January, and 32 minutes (the lease and its return) at 300 reads.
        var state = Table(100, [.. Level(80), 900, 900]) with { SpentThisMonth = 10 };
        var resting = DynamoDbPrices.Default.PerHour(new Throughput(100, 5));
        var left = (new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) - Now).TotalHours;
        var limits = Limits with { MonthlyCeiling = 10 + (resting * left) + ((32.0 / 60) * 200 * 0.00013) };

        var plan = Remediation.Plan(state, limits, null, Now);

        Assert.InRange(plan.Change!.Update.Table!.Value.Reads, 299, 300);
        Assert.Contains("monthly ceiling", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_leased_goes_back_in_one_decrease_and_no_further_than_it_was()
    {
        var lease = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits, null, Now).Lease!;
        var later = Now.AddMinutes(30);

        var plan = Remediation.Plan(Table(520, Level(20), now: later), Limits, lease, later);

        Assert.Equal(new Throughput(100, 5), plan.Change!.Update.Table);
        Assert.Null(plan.Lease);
        Assert.True(plan.DollarsPerHour < 0);
    }

    [Fact]
    public void Without_a_lease_nothing_is_taken_from_a_table_that_people_sized()
    {
        Assert.Null(Remediation.Plan(Table(1000, Level(20)), Limits, null, Now).Change);
        Assert.NotNull(Remediation.Plan(Table(1000, Level(20)), Limits with { FollowDemandDown = true }, null, Now).Change);
    }

    [Fact]
    public void A_small_saving_does_not_use_the_decreases_that_are_kept_in_reserve()
    {
        var limits = Limits with { FollowDemandDown = true };
        TableState Used(
            double demand) => Table(1000, Level(demand)).With(r => r with { DecreasesToday = 3, LastDecrease = Now.AddMinutes(-30) });

        Assert.Null(Remediation.Plan(Used(700), limits, null, Now).Change);
        Assert.NotNull(Remediation.Plan(Used(100), limits, null, Now).Change);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(7, true)]
    public void What_a_few_minutes_take_down_to_half_waits_for_one_decrease(int minutesSince, bool lowered)
    {
        var state = Table(1000, [.. Level(100, 40), .. Level(900, 20 - minutesSince), .. Level(100, minutesSince)]);

        var limits = Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5, DecreasesInReserve = 3 };
        var update = Remediation.Plan(state, limits, null, Now).Change?.Update.Table;

        Assert.Equal(lowered, update is { Reads: <= 150 });
        Assert.Equal(lowered, update is not null);
    }

    [Fact]
    public void Table_and_indexes_are_raised_in_one_update()
    {
        var state = Table(100, [.. Level(80), 400, 400]);
        var index = state.Resources[0] with { Index = "by-phone" };

        var plan = Remediation.Plan(state with { Resources = [state.Resources[0], index] }, Limits, null, Now);

        Assert.NotNull(plan.Change!.Update.Table);
        Assert.Equal("by-phone", Assert.Single(plan.Change.Update.Indexes).Key);
    }

    [Fact]
    public void Above_the_warm_throughput_the_part_that_holds_at_once_comes_first()
    {
        var state = Table(100, [.. Level(80), 2000, 2000]).With(r => r with { Warm = new Throughput(300, 300) });

        Assert.Equal(300, Remediation.Plan(state, Limits, null, Now).Change!.Update.Table!.Value.Reads);
    }

    [Fact]
    public void Writes_that_an_index_turned_away_count_as_demand_of_the_table()
    {
        var state = Table(
            100, Level(10)).With(r => r with { Provisioned = new Throughput(100, 100), Writes = Minutes(100, Level(90), default, Now) });
        var index = new CapacityResource
        {
            Index = "by-phone",
            Provisioned = new Throughput(100, 90),
            Warm = new Throughput(1000, 1000),
            Reads = Minutes(100, Level(0), default, Now),
            Writes = Minutes(90, [.. Level(90, 57), 300, 300, 300], default, Now),
        };

        var plan = Remediation.Plan(state with { Resources = [state.Resources[0], index] }, Limits, null, Now);

        Assert.InRange(plan.Change!.Update.Table!.Value.Writes, 300, 500);
    }

    [Fact]
    public void A_raise_that_was_needed_for_a_day_ends_and_people_are_told()
    {
        var lease = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits, null, Now).Lease!;
        var later = Now.AddHours(24);

        var plan = Remediation.Plan(Table(500, Level(400), now: later), Limits, lease, later);

        Assert.Null(plan.Lease);
        Assert.Contains("make it the normal capacity", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("updating")]
    [InlineData("stale")]
    [InlineData("gone")]
    public void Nothing_is_changed_when_it_may_not_be_or_would_be_blind(string why)
    {
        var state = Table(100, [.. Level(80), 400, 400]);
        state = why switch
        {
            "updating" => state with { Updating = true },
            "stale" => state with { ReadAt = Now.AddMinutes(-3) },
            "gone" => state with { Exists = false },
            _ => state,
        };

        var plan = Remediation.Plan(state, Limits with { Stopped = why == "stopped" }, null, Now);

        Assert.Null(plan.Change);
        Assert.Null(plan.Lease);
        Assert.Equal(why == "gone" ? PlanKind.PeopleMustAct : PlanKind.Nothing, plan.Kind);
    }

    [Fact]
    public void A_dry_run_tells_the_change_and_leases_nothing()
    {
        var plan = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits with { DryRun = true }, null, Now);

        Assert.True(plan.DryRun);
        Assert.NotNull(plan.Change);
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void A_costly_change_asks_first()
    {
        var state = Table(100, [.. Level(80), 400, 400]);

        Assert.True(Remediation.Plan(state, Limits with { ApprovalAbove = 0.01 }, null, Now).NeedsApproval);
        Assert.False(Remediation.Plan(state, Limits with { ApprovalAbove = 1 }, null, Now).NeedsApproval);
    }

    [Fact]
    public void The_maximum_of_an_on_demand_table_is_raised_and_returned()
    {
        TableState OnDemand(long maximum, double[] reads, DateTimeOffset now) =>
            Table(maximum, reads, ThrottleCause.OnDemandMaximum, now) with
            {
                Billing = BillingMode.OnDemand,
                OnDemandMaximum = new RequestMaximum(maximum, 100)
            };

        var raised = Remediation.Plan(OnDemand(100, [.. Level(80), 400, 400], Now), Limits, null, Now);
        Assert.InRange(raised.Change!.Update.OnDemandMaximum!.Value.Reads!.Value, 400, 700);
        Assert.Null(raised.Change.Update.OnDemandMaximum.Value.Writes);

        var later = Now.AddHours(1);
        var returned = Remediation.Plan(OnDemand(500, Level(80), later), Limits, raised.Lease, later);
        Assert.Equal(new RequestMaximum(100, null), returned.Change!.Update.OnDemandMaximum);
        Assert.Null(returned.Lease);
    }

    [Fact]
    public void A_table_is_made_ready_once_in_a_calm_hour()
    {
        var limits = Limits with { FollowDemandDown = true, ReadyForReads = 1000, ReadyForWrites = 5 };
        var calm = Table(100, Level(80)).With(r => r with { Warm = new Throughput(100, 5) });

        Assert.Equal(1000, Remediation.Plan(calm, limits, null, Now).Change!.Update.Table!.Value.Reads);

        var warm = calm.With(r => r with { Warm = new Throughput(1000, 5) });
        Assert.Null(Remediation.Plan(warm, limits, null, Now).Change);
    }

    [Fact]
    public void Where_nobody_named_a_level_it_is_learned_once_for_what_two_hours_cost()
    {
        var limits = Limits with { FollowDemandDown = true, MonthlyCeiling = null };
        var calm = Table(100, Level(80)).With(r => r with { Warm = new Throughput(150, 60) });

        var rehearsal = Remediation.Plan(calm, limits, null, Now);

        var raised = rehearsal.Change!.Update.Table!.Value.Reads;
        Assert.InRange(raised, 10 * 80, 12 * 100);
        var during = Table((int)raised, Level(80)).With(r => r with { Warm = new Throughput(raised, 60) });
        Assert.False(Remediation.Plan(during, limits, rehearsal.Lease, Now).Change?.Update.Table?.Reads > raised);
        var afterwards = calm.With(r => r with { Warm = new Throughput(raised, 60) });
        Assert.Null(Remediation.Plan(afterwards, limits, null, Now).Change);
    }

    [Theory]
    [InlineData(true, 80)]
    [InlineData(false, null)]
    public void Readiness_is_learned_only_where_capacity_follows_demand_and_no_level_is_named(bool follow, int? named)
    {
        var limits = Limits with { FollowDemandDown = follow, ReadyForReads = named, ReadyForWrites = named };
        var calm = Table(100, Level(65)).With(r => r with { Warm = new Throughput(100, 100) });

        Assert.Null(Remediation.Plan(calm, limits, null, Now).Change);
    }

    [Fact]
    public void A_reason_is_a_sentence_that_says_only_what_changes()
    {
        var raised = Remediation.Plan(Table(100, [.. Level(80), 400.4, 400.4]), Limits, null, Now);
        var lowered = Remediation.Plan(
            Table(1000, Level(20)), Limits with { FollowDemandDown = true, ReadyForReads = 5, ReadyForWrites = 5 }, null, Now);

        Assert.Matches(
            "^Reads of table customers go from 100 to \\d+ units per second, for a demand of \\d+( that grows by \\d+ a minute)?\\.$",
            raised.Reason);
        Assert.Matches("^Table customers goes from 1000 to \\d+ read units per second: ", lowered.Reason);
    }

    [Fact]
    public void Verify_says_helped_when_the_throttling_is_gone_and_not_when_it_stays()
    {
        var lease = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits, null, Now).Lease!;
        var soon = Now.AddMinutes(2);
        var later = Now.AddMinutes(16);

        Assert.Equal(RemediationVerdict.TooEarly, Remediation.Verify(Table(500, Level(600), now: soon), lease, soon));
        Assert.Equal(RemediationVerdict.Helped, Remediation.Verify(Table(500, Level(400), now: later), lease, later));
        Assert.Equal(RemediationVerdict.DidNotHelp, Remediation.Verify(Table(500, Level(600), now: later), lease, later));
    }

    [Fact]
    public void Another_wave_under_an_old_lease_is_no_failure_of_the_repair()
    {
        var lease = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits, null, Now).Lease!;
        var later = Now.AddHours(2);

        Assert.Equal(RemediationVerdict.TooEarly, Remediation.Verify(Table(500, [.. Level(400), 600, 600], now: later), lease, later));
    }

    [Fact]
    public void The_audit_drops_a_lease_whose_change_never_happened_and_confirms_one_whose_did()
    {
        var lease = Remediation.Plan(Table(100, [.. Level(80), 400, 400]), Limits, null, Now).Lease!;
        var later = Now.AddMinutes(20);

        Assert.Null(LeaseAudit.Check(Remediation, Table(100, Level(80), now: later), lease, later));
        Assert.Equal(LeaseState.Held, LeaseAudit.Check(Remediation, Table(500, Level(80), now: later), lease, later)!.State);
        Assert.Equal(LeaseState.Intended, LeaseAudit.Check(Remediation, Table(100, Level(80)), lease, Now.AddMinutes(1))!.State);
    }
}
