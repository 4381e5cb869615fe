using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Tests.Remediation.EventSources;

public sealed class EventSourceMappingRemediationTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 7, 12, 0, 0, TimeSpan.Zero);
    private static readonly EventSourceMappingRemediation Remediation = new();
    private static readonly EventSourceMappingLimits Limits = new();
    private static readonly EventSourceMapping Failed = new("5c2b2f5e", "arn:aws:sqs:eu-central-1:123456789012:orders", "Disabled")
    {
        StateTransitionReason = "PROBLEM: Function call failed",
        LastModified = Now.AddHours(-4),
    };

    private static readonly EventSourceMapping ByPeople = Failed with { Id = "77aa", StateTransitionReason = "USER_INITIATED" };

    [Fact]
    public void One_that_the_service_disabled_is_enabled()
    {
        var plan = Plan(Limits, Failed);

        Assert.Equal(["5c2b2f5e"], plan.Change!.Enable);
        Assert.False(plan.NeedsApproval);
        Assert.Contains("PROBLEM: Function call failed", plan.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USER_INITIATED")]
    [InlineData("User action")]
    public void What_a_person_disabled_needs_a_persons_approval_or_is_left_alone(string reason)
    {
        var byPeople = Failed with { StateTransitionReason = reason };

        Assert.True(Plan(Limits, byPeople).NeedsApproval);
        Assert.False(Plan(Limits with { IsApproved = true }, byPeople).NeedsApproval);
        Assert.Null(Plan(Limits with { AskWhenPeopleDisabled = false }, byPeople).Change);
    }

    [Fact]
    public void What_needs_no_approval_does_not_wait_for_what_does()
    {
        var plan = Plan(Limits, ByPeople, Failed);

        Assert.Equal(["5c2b2f5e"], plan.Change!.Enable);
        Assert.False(plan.NeedsApproval);
    }

    [Fact]
    public void One_that_keeps_falling_over_is_for_people_and_the_others_go_on()
    {
        var given = Failed with { EnabledToday = 2 };

        Assert.Equal(PlanKind.PeopleMustAct, Plan(Limits, given).Kind);
        var both = Plan(Limits, given, Failed with { Id = "other" });
        Assert.Equal(["other"], both.Change!.Enable);
        Assert.Contains("Find out why", both.PeopleMust, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Enabled")]
    [InlineData("Enabling")]
    [InlineData("Deleting")]
    public void In_any_other_state_nothing_is_done(string state) =>
        Assert.Equal(PlanKind.Nothing, Plan(Limits, Failed with { State = state, LastModified = Now.AddMinutes(-2) }).Kind);

    [Fact]
    public void One_that_does_not_get_enabled_within_its_window_is_for_people() =>
        Assert.Equal(PlanKind.PeopleMustAct, Plan(Limits, Failed with { State = "Enabling", LastModified = Now.AddMinutes(-11) }).Kind);

    [Fact]
    public void The_kill_switch_and_the_dry_run_enable_nothing()
    {
        Assert.Null(Plan(Limits with { Stopped = true }, Failed).Change);
        Assert.True(Plan(Limits with { DryRun = true }, Failed).DryRun);
    }

    private static RemediationPlan<EventSourceMappingChange> Plan(EventSourceMappingLimits limits, params EventSourceMapping[] mappings) =>
        Remediation.Plan(new EventSourceMappingState("deliver", mappings), limits, null, Now);
}
