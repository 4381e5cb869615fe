using ContactCenter.Core.Remediation;

namespace ContactCenter.Core.Tests.Remediation;

public sealed class EventSourceMappingRemediationTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 7, 12, 0, 0, TimeSpan.Zero);
    private static readonly EventSourceMappingRemediation Remediation = new();
    private static readonly EventSourceMappingLimits Limits = new();
    private static readonly EventSourceMappingState Disabled = new()
    {
        Id = "5c2b2f5e",
        Function = "DeliverEffects",
        State = "Disabled",
        StateTransitionReason = "PROBLEM: Function call failed",
        OldestRecord = TimeSpan.FromHours(20),
    };

    [Fact]
    public void A_mapping_that_the_service_disabled_is_enabled_and_the_time_left_is_told()
    {
        var plan = Remediation.Plan(Disabled, Limits, null, Now);

        Assert.True(plan.Change!.Enabled);
        Assert.False(plan.NeedsApproval);
        Assert.Contains("lost in 4 hours", plan.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_disabled_needs_a_persons_approval_or_is_left_alone()
    {
        var byPeople = Disabled with { StateTransitionReason = "USER_INITIATED" };

        Assert.True(Remediation.Plan(byPeople, Limits, null, Now).NeedsApproval);
        Assert.Null(Remediation.Plan(byPeople, Limits with { AskWhenPeopleDisabled = false }, null, Now).Change);
    }

    [Fact]
    public void One_that_keeps_falling_over_is_for_people() =>
        Assert.Equal(PlanKind.PeopleMustAct, Remediation.Plan(Disabled with { EnabledToday = 2 }, Limits, null, Now).Kind);

    [Theory]
    [InlineData("Enabled")]
    [InlineData("Enabling")]
    [InlineData("Deleting")]
    public void In_any_other_state_nothing_is_done(string state) =>
        Assert.Equal(PlanKind.Nothing, Remediation.Plan(Disabled with { State = state }, Limits, null, Now).Kind);
}
