using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity.Billing;

public sealed class BillingComparisonTests
{
    private const int PerDay = 24 * 12;

    [Fact]
    public void A_unit_that_is_always_used_costs_three_and_a_half_times_as_much_on_demand()
    {
        var bill = Bill(7, demand: 100, provisioned: 100);

        Assert.Equal((100 * 0.00013 * 730) + One, bill.Provisioned, 6);
        Assert.Equal(bill.Provisioned, bill.AtBest, 6);
        Assert.Equal(100 * 3600 * 730 * 0.125 / 1e6, bill.OnDemand, 6);
        Assert.False(bill.IsWorthSwitching);
    }

    [Fact]
    public void A_table_that_is_hardly_used_is_cheaper_on_demand_and_its_capacity_at_best_is_cheaper_still()
    {
        var bill = Bill(7, demand: 10, provisioned: 100);

        Assert.True(bill.IsWorthSwitching);
        Assert.False(bill.CanNeverWin);
    }

    [Fact]
    public void A_table_that_is_nearly_idle_is_cheaper_on_demand_than_the_smallest_capacity() =>
        Assert.True(Bill(7, demand: 0.1, provisioned: 5) is { IsWorthSwitching: true, CanNeverWin: true });

    [Fact]
    public void What_was_turned_away_is_paid_for_on_demand_and_told_by_the_day()
    {
        var with = BillingComparison.Of(
            [new BilledPart(Series(Level(20, PerDay), 10) with { TurnedAway = Level(3000, PerDay) }, Series(Level(0, PerDay), 1))],
            Now, DynamoDbPrices.Default, DecreaseQuota.Default)!;

        Assert.Equal(3000.0 * PerDay, with.TurnedAwayADay);
        Assert.Equal(20 * 3600 * 730 * 0.125 / 1e6, with.OnDemand, 6);
    }

    [Fact]
    public void Six_days_are_too_few_to_advise() => Assert.False(Bill(6, demand: 10, provisioned: 100).IsWorthSwitching);

    [Fact]
    public void Nothing_is_compared_where_nothing_was_seen() =>
        Assert.Null(BillingComparison.Of([], Now, DynamoDbPrices.Default, DecreaseQuota.Default));

    [Fact]
    public void Prices_of_the_configuration_count()
    {
        var prices = DynamoDbPrices.Of(new() { ReadUnitHour = 0.001, WriteUnitHour = 0.002, MillionReads = 1, MillionWrites = 2 });

        Assert.Equal(new DynamoDbPrices(0.001, 0.002, 1, 2), prices);
    }

    [Fact]
    public void A_raise_advises_to_pay_by_request_with_both_prices_and_the_command()
    {
        var plan = new CapacityRemediation().Plan(Throttled(new(TimeSpan.FromDays(14), 45.6, 20, 31.2, 1200)), Limits, null, Now);

        Assert.Equal(
            "On demand, the last 14 days of table customers would have cost $31.20 a month instead of $45.60, with nothing of 1200 units a "
                + "day turned away, and the best that capacity could do is $20.00; nobody but you switches it: "
                + "aws dynamodb update-table --table-name customers --billing-mode PAY_PER_REQUEST",
            plan.Advice);
        Assert.NotNull(plan.Change!.Update.Table);
    }

    [Fact]
    public void Where_no_capacity_is_cheaper_the_advice_says_so()
    {
        var plan = new CapacityRemediation().Plan(Throttled(new(TimeSpan.FromDays(14), 45.6, 40, 31.2, 1200)), Limits, null, Now);

        Assert.Contains("no capacity could do it for less than $40.00", plan.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, 30.0, BillingMode.Provisioned)]
    [InlineData(6, 45.6, BillingMode.Provisioned)]
    [InlineData(14, 45.6, BillingMode.OnDemand)]
    public void Nothing_is_advised_where_it_saves_little_was_hardly_seen_or_is_so_already(int days, double paid, BillingMode billing)
    {
        var state = Throttled(new(TimeSpan.FromDays(days), paid, 20, 29, 0)) with { Billing = billing };

        Assert.Null(new CapacityRemediation().Plan(state, Limits, null, Now).Advice);
    }

    [Fact]
    public void A_decrease_advises_nothing()
    {
        var state = Table(1000, Level(100)) with { Bill = new(TimeSpan.FromDays(14), 45.6, 20, 31.2, 1200) };

        var plan = new CapacityRemediation().Plan(state, Limits with { FollowDemandDown = true, ReadyForReads = 1 }, null, Now);

        Assert.True(plan.Change?.Update.Table?.Reads < 1000);
        Assert.Null(plan.Advice);
    }

    // The least capacity of writes, which nobody uses.
    private const double One = 0.00065 * 730;

    private static TableState Throttled(BillingComparison bill) => Table(100, [.. Level(80), 200, 200]) with { Bill = bill };

    private static BillingComparison Bill(int days, double demand, double provisioned) => BillingComparison.Of(
        [new BilledPart(Series(Level(demand, days * PerDay), provisioned), Series(Level(0, days * PerDay), 1))], Now,
        DynamoDbPrices.Default, DecreaseQuota.Default)!;

    private static BilledSeries Series(double[] demand, double provisioned) =>
        new(demand, new double[demand.Length], Level(provisioned, demand.Length));
}
