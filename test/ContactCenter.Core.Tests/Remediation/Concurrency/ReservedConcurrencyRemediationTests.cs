using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Tests.Remediation.Concurrency;

public sealed class ReservedConcurrencyRemediationTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 7, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReservedConcurrencyRemediation Remediation = new();
    private static readonly ReservedConcurrencyLimits Limits = new() { Maximum = 200 };

    [Fact]
    public void A_throttled_function_gets_more_within_its_limit()
    {
        var plan = Remediation.Plan(Throttled(50, unreserved: 900), Limits, null, Now);

        Assert.Equal(94, plan.Change!.Reserved);
        Assert.Equal(50, plan.Lease!.Undo.Reserved);
        Assert.Equal(Now.AddMinutes(30), plan.Lease.Until);
    }

    [Theory]
    [InlineData(150, 900, 200)]
    [InlineData(50, 120, 70)]
    public void Neither_the_limit_nor_what_others_need_is_touched(int reserved, int unreserved, int expected)
    {
        var plan = Remediation.Plan(Throttled(reserved, unreserved), Limits, null, Now);

        Assert.Equal(expected, plan.Change!.Reserved);
        Assert.NotNull(plan.PeopleMust);
    }

    [Fact]
    public void Nothing_left_to_give_is_for_people() =>
        Assert.Equal(PlanKind.PeopleMustAct, Remediation.Plan(Throttled(50, unreserved: 100), Limits, null, Now).Kind);

    [Fact]
    public void A_function_that_people_switched_off_stays_off()
    {
        var plan = Remediation.Plan(Throttled(0, unreserved: 900), Limits, null, Now);

        Assert.Null(plan.Change);
        Assert.Contains("switched off", plan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_reservation_the_account_is_the_limit()
    {
        var plan = Remediation.Plan(Throttled(1, 900) with { Reserved = null }, Limits, null, Now);

        Assert.Null(plan.Change);
        Assert.Contains("reserve some for function hook", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void It_goes_back_after_a_calm_quarter_of_an_hour_and_at_the_latest_after_a_day()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var calm = new ReservedConcurrencyState
        {
            Function = "hook",
            Reserved = 94,
            Unreserved = 800,
            Throttles = new long[15],
            Concurrent = [.. Enumerable.Repeat(20, 15)]
        };
        var busy = calm with { Concurrent = [.. Enumerable.Repeat(80, 15)] };

        Assert.Equal(50, Remediation.Plan(calm, Limits, lease, Now.AddMinutes(20)).Change!.Reserved);
        var kept = Remediation.Plan(busy, Limits, lease, Now.AddMinutes(31));
        Assert.Null(kept.Change);
        Assert.Equal(Now.AddMinutes(61), kept.Lease!.Until);
        var ended = Remediation.Plan(busy, Limits, lease, Now.AddHours(24));
        Assert.Equal(50, ended.Change!.Reserved);
        Assert.Null(ended.Lease);
    }

    [Fact]
    public void A_raise_is_not_made_upon_metrics_from_before_the_last_one()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;

        Assert.Null(Remediation.Plan(Throttled(94, 856), Limits, lease, Now.AddMinutes(1)).Change);
        Assert.Equal(177, Remediation.Plan(Throttled(94, 856), Limits, lease, Now.AddMinutes(4)).Change!.Reserved);
    }

    [Fact]
    public void A_raise_to_more_than_people_allow_unasked_needs_their_approval()
    {
        Assert.True(Remediation.Plan(Throttled(50, 900), Limits with { ApprovalAbove = 93 }, null, Now).NeedsApproval);
        Assert.False(Remediation.Plan(Throttled(50, 900), Limits with { ApprovalAbove = 94 }, null, Now).NeedsApproval);
    }

    [Fact]
    public void When_the_account_is_the_limit_the_request_to_raise_it_is_prepared()
    {
        var plan = Remediation.Plan(Throttled(50, unreserved: 120) with { AccountLimit = 1000 }, Limits, null, Now);

        Assert.Contains("Ask for 1500 concurrent executions of all functions instead of 1000", plan.PeopleMust, StringComparison.Ordinal);
        Assert.Contains("--service-code lambda --quota-code L-B99A9384 --desired-value 1500", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_changed_meanwhile_is_theirs()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var lowered = Throttled(30, 900) with { Throttles = new long[15], Concurrent = new int[15] };

        var plan = Remediation.Plan(lowered, Limits, lease, Now.AddMinutes(40));

        Assert.Null(plan.Change);
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void No_plan_leaves_the_limits_or_takes_what_others_need_and_every_lease_ends()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var limits = new ReservedConcurrencyLimits { Maximum = random.Next(1, 500), LeaveUnreserved = random.Next(100, 300) };
            var state = new ReservedConcurrencyState
            {
                Function = "hook",
                Reserved = random.Next(5) == 0 ? null : random.Next(400),
                Unreserved = random.Next(1000),
                Throttles = [.. Enumerable.Range(0, random.Next(31)).Select(_ => (long)random.Next(3))],
                Concurrent = [.. Enumerable.Range(0, random.Next(31)).Select(_ => random.Next(500))],
            };
            var granted = Now.AddMinutes(-random.Next(1500));
            var lease = random.Next(2) == 0 ? null : new RemediationLease<ReservedConcurrencyChange>(
                "hook", new(random.Next(1, 400)), "throttled", granted, granted.AddMinutes(30), granted.AddHours(24), LeaseState.Held);

            var plan = Remediation.Plan(state, limits, lease, Now);

            var raisedBy = plan.Change is { } change ? change.Reserved - state.Reserved!.Value : 0;
            Assert.True(
                raisedBy <= 0 || (plan.Change!.Reserved <= limits.Maximum && state.Unreserved - raisedBy >= limits.LeaveUnreserved),
                $"seed {seed}");
            Assert.True(raisedBy >= 0 || plan.Change!.Reserved == lease!.Undo.Reserved, $"seed {seed}");
            Assert.True(state.Reserved is not 0 || plan.Change is null, $"seed {seed}");
            Assert.True(
                plan.Lease is null || (plan.Lease.EndsAtLatest > Now && plan.Lease.Until <= plan.Lease.EndsAtLatest), $"seed {seed}");
        }
    }

    [Fact]
    public void Verify_waits_for_minutes_after_the_change()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var quiet = Throttled(94, 800) with { Throttles = [9, 9, 0, 0] };

        Assert.Equal(RemediationVerdict.TooEarly, Remediation.Verify(quiet, lease, Now.AddMinutes(1)));
        Assert.Equal(RemediationVerdict.Helped, Remediation.Verify(quiet, lease, Now.AddMinutes(4)));
        Assert.Equal(RemediationVerdict.DidNotHelp, Remediation.Verify(Throttled(94, 800), lease, Now.AddMinutes(11)));
    }

    [Fact]
    public void Each_plan_says_what_is_done_and_why()
    {
        var throttled = Throttled(50, 900);
        var lease = Remediation.Plan(throttled, Limits, null, Now).Lease!;

        Assert.Equal(
            [
                "Healing of function hook is switched off.",
                "There is no function hook.",
                "Function hook has no reservation and is not throttled.",
                "Function hook has no reservation and is throttled.",
                "Function hook is switched off by a reservation of 0.",
                "The reservation of function hook goes back from 94 to 50.",
                "Function hook has a reservation of 50, which is no longer ours.",
                "Function hook is not throttled.",
                "The reservation of function hook was raised to 94 a moment ago.",
                "Function hook was throttled 42 times.",
                "The reservation of function hook goes from 50 to 94: 42 invocations were throttled in 3 minutes.",
            ],
            new[]
            {
                Remediation.Plan(throttled, Limits with { Stopped = true }, lease, Now),
                Remediation.Plan(throttled with { Exists = false }, Limits, lease, Now),
                Remediation.Plan(Calm(50) with { Reserved = null }, Limits, null, Now),
                Remediation.Plan(throttled with { Reserved = null }, Limits, null, Now),
                Remediation.Plan(throttled with { Reserved = 0 }, Limits, null, Now),
                Remediation.Plan(Calm(94), Limits, lease, Now.AddMinutes(20)),
                Remediation.Plan(Calm(50), Limits, lease, Now.AddMinutes(20)),
                Remediation.Plan(Calm(50), Limits, null, Now),
                Remediation.Plan(Throttled(94, 856), Limits, lease, Now.AddMinutes(1)),
                Remediation.Plan(Throttled(200, 900), Limits, null, Now),
                Remediation.Plan(throttled, Limits, null, Now),
            }.Select(static plan => plan.Reason));
    }

    [Fact]
    public void People_are_told_what_only_they_can_do()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;

        Assert.Equal(
            "Deploy function hook, or take it out of the configuration.",
            Remediation.Plan(Throttled(50, 900) with { Exists = false }, Limits, null, Now).PeopleMust);
        Assert.Equal(
            "Decide whether function hook may run again.", Remediation.Plan(Throttled(0, 900), Limits, null, Now).PeopleMust);
        Assert.Equal(
            "Function hook would need about 282 concurrent executions and its maximum is 200; raise the maximum or lower the demand.",
            Remediation.Plan(Throttled(150, 900), Limits, null, Now).PeopleMust);
        Assert.StartsWith(
            "Function hook would need about 94 concurrent executions and the account leaves 70. Ask for 1500 ",
            Remediation.Plan(Throttled(50, 120), Limits, null, Now).PeopleMust,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Function hook would need about 94 concurrent executions and the account leaves 50. Ask for 1500 ",
            Remediation.Plan(Throttled(50, 90), Limits, null, Now).PeopleMust,
            StringComparison.Ordinal);
        Assert.Equal(
            "The raise for function hook was needed for a day: look at its normal reservation.",
            Remediation.Plan(Throttled(94, 856), Limits, lease, Now.AddHours(24)).PeopleMust);
        Assert.Null(Remediation.Plan(Calm(94), Limits, lease, Now.AddMinutes(20)).PeopleMust);
    }

    [Theory]
    [InlineData(14, 20, false)]
    [InlineData(15, 20, true)]
    [InlineData(15, 40, true)]
    [InlineData(15, 41, false)]
    public void A_raise_goes_back_when_a_quarter_of_an_hour_would_have_fitted_with_headroom(int minutes, int concurrent, bool goesBack)
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var state = Calm(94) with { Throttles = new long[minutes], Concurrent = [.. Enumerable.Repeat(concurrent, minutes)] };

        Assert.Equal(goesBack, Remediation.Plan(state, Limits, lease, Now.AddMinutes(20)).Change is not null);
    }

    [Fact]
    public void One_throttle_in_a_quarter_of_an_hour_keeps_the_raise()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var state = Calm(94) with { Throttles = [1, .. new long[14]] };

        Assert.Null(Remediation.Plan(state, Limits, lease, Now.AddMinutes(20)).Change);
        Assert.NotNull(Remediation.Plan(state with { Throttles = [1, .. new long[15]] }, Limits, lease, Now.AddMinutes(20)).Change);
    }

    [Fact]
    public void A_lease_is_renewed_when_its_time_is_over_and_not_before()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var busy = Calm(94) with { Concurrent = [.. Enumerable.Repeat(80, 15)] };

        Assert.Equal(Now.AddMinutes(30), Remediation.Plan(busy, Limits, lease, Now.AddMinutes(29)).Lease!.Until);
        Assert.Equal(Now.AddMinutes(60), Remediation.Plan(busy, Limits, lease, Now.AddMinutes(30)).Lease!.Until);
    }

    [Fact]
    public void Only_throttles_of_the_last_three_minutes_raise_a_reservation()
    {
        var state = Throttled(50, 900);

        Assert.Null(Remediation.Plan(state with { Throttles = [9, 0, 0, 0] }, Limits, null, Now).Change);
        Assert.NotNull(Remediation.Plan(state with { Throttles = [9, 0, 0] }, Limits, null, Now).Change);
    }

    [Fact]
    public void A_dry_run_tells_the_raise_and_leases_nothing()
    {
        var plan = Remediation.Plan(Throttled(50, 900), Limits with { DryRun = true }, null, Now);

        Assert.Equal((94, true), (plan.Change!.Reserved, plan.DryRun));
        Assert.Null(plan.Lease);
        Assert.False(Remediation.Plan(Throttled(50, 900), Limits, null, Now).DryRun);
    }

    [Theory]
    [InlineData(94, true, 50)]
    [InlineData(51, true, 50)]
    [InlineData(50, true, null)]
    [InlineData(30, true, null)]
    [InlineData(null, true, null)]
    [InlineData(94, false, null)]
    public void Only_what_is_above_what_was_before_goes_back(int? reserved, bool exists, int? expected)
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;

        Assert.Equal(expected, Remediation.Return(Calm(1) with { Reserved = reserved, Exists = exists }, lease)?.Reserved);
        Assert.Equal(reserved == 50, Remediation.IsUndone(Calm(1) with { Reserved = reserved }, lease));
    }

    [Theory]
    [InlineData(new long[] { 9, 0, 0 }, 2, RemediationVerdict.Helped)]
    [InlineData(new long[] { 9, 0, 0 }, 1, RemediationVerdict.TooEarly)]
    [InlineData(new long[] { 0, 9, 0 }, 2, RemediationVerdict.Helped)]
    [InlineData(new long[] { 0, 9, 0 }, 3, RemediationVerdict.TooEarly)]
    [InlineData(new long[] { 0, 0, 9 }, 9, RemediationVerdict.TooEarly)]
    [InlineData(new long[] { 0, 0, 9 }, 10, RemediationVerdict.DidNotHelp)]
    [InlineData(new long[0], 10, RemediationVerdict.DidNotHelp)]
    [InlineData(new long[0], 5, RemediationVerdict.TooEarly)]
    public void It_helped_when_the_last_minutes_after_it_were_calm_and_not_when_ten_minutes_were_not(
        long[] throttles, int minutes, RemediationVerdict expected)
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;

        Assert.Equal(expected, Remediation.Verify(Throttled(94, 800) with { Throttles = throttles }, lease, Now.AddMinutes(minutes)));
    }

    [Theory]
    [InlineData(null, int.MaxValue)]
    [InlineData(80, 80)]
    public void What_the_configuration_allows_is_what_limits_a_plan(int? approvalAbove, int expected)
    {
        var limits = ReservedConcurrencyLimits.Of(
            new ReservedConcurrencySettings { Maximum = 90, LeaveUnreserved = 200, ApprovalAbove = approvalAbove });

        Assert.Equal((90, 200, expected), (limits.Maximum, limits.LeaveUnreserved, limits.ApprovalAbove));
    }

    /// <summary>A function that has needed twenty executions for a quarter of an hour and was never throttled.</summary>
    private static ReservedConcurrencyState Calm(int reserved) => new()
    {
        Function = "hook",
        Reserved = reserved,
        Unreserved = 800,
        Throttles = new long[15],
        Concurrent = [.. Enumerable.Repeat(20, 15)],
    };

    private static ReservedConcurrencyState Throttled(int reserved, int unreserved) => new()
    {
        Function = "hook",
        Reserved = reserved,
        Unreserved = unreserved,
        Concurrent = [reserved, reserved, reserved],
        Throttles = [0, 12, 30],
    };
}
