using ContactCenter.Core.Remediation;

namespace ContactCenter.Core.Tests.Remediation;

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
        Assert.Contains("higher quota", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Fact]
    public void It_goes_back_after_a_calm_quarter_of_an_hour_and_at_the_latest_after_a_day()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var calm = new ReservedConcurrencyState { Function = "hook", Reserved = 94, Unreserved = 800, Throttles = new long[15], Concurrent = [.. Enumerable.Repeat(20, 15)] };
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
    public void Verify_waits_for_minutes_after_the_change()
    {
        var lease = Remediation.Plan(Throttled(50, 900), Limits, null, Now).Lease!;
        var quiet = Throttled(94, 800) with { Throttles = [9, 9, 0, 0] };

        Assert.Equal(RemediationVerdict.TooEarly, Remediation.Verify(quiet, lease, Now.AddMinutes(1)));
        Assert.Equal(RemediationVerdict.Helped, Remediation.Verify(quiet, lease, Now.AddMinutes(4)));
        Assert.Equal(RemediationVerdict.DidNotHelp, Remediation.Verify(Throttled(94, 800), lease, Now.AddMinutes(11)));
    }

    private static ReservedConcurrencyState Throttled(int reserved, int unreserved) => new()
    {
        Function = "hook",
        Reserved = reserved,
        Unreserved = unreserved,
        Concurrent = [reserved, reserved, reserved],
        Throttles = [0, 12, 30],
    };
}
