using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Tests.Remediation.Failover;

public sealed class FailoverRemediationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly FailoverLimits Limits = new() { LeaseFor = TimeSpan.FromHours(2) };
    private static readonly FailoverState Usual = new()
    {
        Resource = "cc-prod-inbound",
        Now = "own",
        NowWords = "its own content",
        Fallback = "emergency",
        FallbackWords = "the emergency flow",
    };
    private static readonly FailoverState Over = Usual with { Now = "emergency", NowWords = "its own content", IsOver = true };

    [Fact]
    public void Nothing_is_failed_over_without_an_approval()
    {
        var plan = FailoverActs.Flow.Plan(Usual, Limits, null, Now);

        Assert.True(plan.NeedsApproval);
        Assert.Equal("Flow cc-prod-inbound goes from its own content to the emergency flow, and back at 11:00 UTC.", plan.Reason);
    }

    [Fact]
    public void With_an_approval_it_is_and_the_lease_remembers_what_was_before()
    {
        var plan = Approved(Usual);

        Assert.Equal(("emergency", false), (plan.Change!.To, plan.NeedsApproval));
        Assert.Equal(("own", Now.AddHours(2)), (plan.Lease!.Undo.To, plan.Lease.Until));
    }

    [Fact]
    public void It_stays_until_its_time_is_over()
    {
        var plan = FailoverActs.Flow.Plan(Over, Limits, Held(), Now.AddMinutes(119));

        Assert.Null(plan.Change);
        Assert.Equal("Flow cc-prod-inbound is on the emergency flow until 11:00 UTC, then it goes back.", plan.Reason);
    }

    [Fact]
    public void It_goes_back_by_itself_when_its_time_is_over()
    {
        var plan = FailoverActs.Flow.Plan(Over, Limits, Held(), Now.AddHours(2));

        Assert.Equal(("own", false), (plan.Change!.To, plan.NeedsApproval));
        Assert.Null(plan.Lease);
    }

    [Fact]
    public void Another_approval_keeps_it_there_for_longer() => Assert.Equal(
        Now.AddHours(3),
        FailoverActs.Flow.Plan(Over, Limits with { IsApproved = true }, Held(), Now.AddHours(1)).Lease!.Until);

    [Fact]
    public void No_approval_keeps_it_there_for_more_than_a_day() => Assert.Equal(
        Now.AddDays(1),
        FailoverActs.Flow.Plan(Over, Limits with { IsApproved = true }, Held(), Now.AddHours(23)).Lease!.Until);

    [Fact]
    public void What_somebody_brought_back_by_hand_is_left_so()
    {
        var plan = FailoverActs.Flow.Plan(Usual, Limits, Held(), Now.AddMinutes(5));

        Assert.True(plan is { Change: null, Lease: null });
        Assert.EndsWith("and not by us: it is left so.", plan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_failed_over_by_hand_is_left_so() =>
        Assert.True(FailoverActs.Flow.Plan(Over, Limits, null, Now) is { Change: null, Lease: null });

    [Fact]
    public void What_is_missing_is_told_with_what_would_be_right()
    {
        var plan = FailoverActs.Flow.Plan(
            Usual with { Missing = new("the emergency flow cc-prod-emergency is not in the instance", "Deploy the flows") },
            Limits,
            null,
            Now);

        Assert.Equal(
            ("Flow cc-prod-inbound cannot be failed over: the emergency flow cc-prod-emergency is not in the instance.", "Deploy the flows."),
            (plan.Reason, plan.PeopleMust));
    }

    [Fact]
    public void A_dry_run_changes_nothing() => Assert.True(FailoverActs.Flow
        .Plan(Usual, Limits with { IsApproved = true, DryRun = true }, null, Now) is { DryRun: true, Lease: null });

    [Fact]
    public void Switched_off_nothing_is_planned() =>
        Assert.Null(FailoverActs.Flow.Plan(Usual, Limits with { IsApproved = true, Stopped = true }, null, Now).Change);

    private static RemediationPlan<FailoverChange> Approved(FailoverState state) =>
        FailoverActs.Flow.Plan(state, Limits with { IsApproved = true }, null, Now);

    private static RemediationLease<FailoverChange> Held() => Approved(Usual).Lease! with { State = LeaseState.Held };
}
