using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;

namespace ContactCenter.Core.Tests.Remediation.Capacity.Billing;

public sealed class CheapestCapacityTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 1, 7, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void While_decreases_are_left_it_is_what_is_asked_for_rounded_up() =>
        Assert.Equal([10, 100, 10, 3], Reads([9.5, 100, 10, 2.1]));

    [Fact]
    public void It_is_never_below_the_minimum() => Assert.Equal([5, 5], Reads([1, 0], minimum: 5));

    [Fact]
    public void With_one_decrease_the_dearer_peak_comes_down()
    {
        // from 100 to 1 for four slots, or from 50 to 1 for the last
        long[] capacities = Reads([100, 1, 1, 1, 50, 1], quota: new DecreaseQuota(1, 24));

        Assert.Equal([100, 1, 1, 1, 50, 50], capacities);
    }

    [Fact]
    public void A_decrease_comes_back_with_the_hour()
    {
        double[] demand = [100, .. Enumerable.Repeat(1.0, 11), 100, 1];

        Assert.Equal(demand.Select(static units => (long)units), Reads(demand, quota: new DecreaseQuota(1, 24)));
    }

    private static long[] Reads(double[] reads, long minimum = 1, DecreaseQuota? quota = null) =>
    [
        .. CheapestCapacity.Of(
            reads, new double[reads.Length], Midnight, new Throughput(minimum, 1), DynamoDbPrices.Default, quota ?? DecreaseQuota.Default)
            .Select(static capacity => capacity.Reads)
    ];
}
