using ContactCenter.Core.Configuration;
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

    [Fact]
    public void Each_plan_says_which_source_of_which_function_and_what_comes_of_it()
    {
        const string Orders = "arn:aws:sqs:eu-central-1:123456789012:orders";
        var given = Failed with { EnabledToday = 3 };

        Assert.Equal(
            [
                "Healing of the event sources of function deliver is switched off.",
                "No event source of function deliver is disabled.",
                $"The event source {Orders} of function deliver has been Enabling for 11 minutes.",
                $"The event source {Orders} of function deliver was disabled (PROBLEM: Function call failed) and is enabled again, before its "
                    + "records expire.",
                $"The event source {Orders} of function deliver (and 1 more) was disabled (PROBLEM: Function call failed) and is enabled "
                    + "again, before its records expire.",
                $"The event source {Orders} of function deliver is disabled (PROBLEM: Function call failed).",
                $"A person disabled the event source {Orders} of function deliver; it is enabled again with an approval, before its records "
                    + "expire.",
                $"A person disabled the event source {Orders} of function deliver (and 1 more); it is left alone.",
            ],
            new[]
            {
                Plan(Limits with { Stopped = true }, Failed),
                Plan(Limits),
                Plan(Limits, Stuck),
                Plan(Limits, Failed),
                Plan(Limits, Failed, Failed with { Id = "other" }),
                Plan(Limits, given),
                Plan(Limits, ByPeople),
                Plan(Limits with { AskWhenPeopleDisabled = false }, ByPeople, ByPeople with { Id = "other" }),
            }.Select(static plan => plan.Reason));
        Assert.Equal(
            $"Find out why the event source {Orders} of function deliver falls over: it was enabled 3 times in a day and is disabled again. "
                + "Its records expire unread.",
            Plan(Limits, given).PeopleMust);
        Assert.Equal("Look at the permissions of function deliver on that source.", Plan(Limits, Stuck).PeopleMust);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void One_is_enabled_as_often_as_a_day_allows(int enabled, bool again)
    {
        var plan = Plan(Limits, Failed with { EnabledToday = enabled });

        Assert.Equal((again, !again), (plan.Change is not null, plan.PeopleMust is not null));
    }

    [Fact]
    public void One_has_its_whole_window_to_get_enabled() =>
        Assert.Equal(PlanKind.Nothing, Plan(Limits, Stuck with { LastModified = Now.AddMinutes(-10) }).Kind);

    [Fact]
    public void A_dry_run_tells_what_an_approval_would_enable() =>
        Assert.True(Plan(Limits with { DryRun = true }, ByPeople).DryRun);

    [Fact]
    public void What_the_configuration_allows_is_what_limits_a_plan()
    {
        var limits = EventSourceMappingLimits.Of(
            new EventSourceSettings { Function = "deliver", PerDay = 5, AskWhenPeopleDisabled = false });

        Assert.Equal((5, false), (limits.PerDay, limits.AskWhenPeopleDisabled));
        Assert.False(limits.IsApproved || limits.DryRun || limits.Stopped);
    }

    [Fact]
    public void Nothing_is_leased_so_nothing_is_verified_or_given_back()
    {
        var state = new EventSourceMappingState("deliver", [Failed]);
        var lease = new RemediationLease<EventSourceMappingChange>(
            "deliver", new EventSourceMappingChange([]), "none", Now, Now, Now, LeaseState.Held);

        Assert.Equal(RemediationVerdict.TooEarly, Remediation.Verify(state, lease, Now.AddHours(1)));
        Assert.True(Remediation.IsUndone(state, lease));
        Assert.Null(Remediation.Return(state, lease));
        Assert.Null(Plan(Limits, Failed).Lease);
    }

    private static EventSourceMapping Stuck => Failed with { State = "Enabling", LastModified = Now.AddMinutes(-11) };

    private static RemediationPlan<EventSourceMappingChange> Plan(EventSourceMappingLimits limits, params EventSourceMapping[] mappings) =>
        Remediation.Plan(new EventSourceMappingState("deliver", mappings), limits, null, Now);
}
