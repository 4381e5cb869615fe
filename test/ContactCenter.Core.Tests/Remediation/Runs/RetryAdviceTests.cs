using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Tests.Remediation.Runs;

public sealed class RetryAdviceTests
{
    [Theory]
    [InlineData(ChangeOutcome.InUse)]
    [InlineData(ChangeOutcome.LimitExceeded)]
    [InlineData(ChangeOutcome.Stale)]
    [InlineData(ChangeOutcome.Unavailable)]
    public void What_may_pass_is_planned_again_but_not_for_ever(ChangeOutcome outcome)
    {
        Assert.True(RetryAdvice.For(outcome, 1, "table", "customers").PlanAgain);

        var last = RetryAdvice.For(outcome, 5, "table", "customers");
        Assert.False(last.PlanAgain);
        Assert.Contains("table customers", last.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_gone_is_told_at_once()
    {
        var advice = RetryAdvice.For(ChangeOutcome.Gone, 1, "table", "customers");

        Assert.False(advice.PlanAgain);
        Assert.NotNull(advice.PeopleMust);
    }
}
