using ContactCenter.Capacity;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;

namespace ContactCenter.Simulation.Tests.Capacity;

/// <summary>The baseline does what its publication says, no worse.</summary>
public sealed class LambdaAutoscaleTests
{
    [Fact]
    public void Demand_that_stays_above_the_maximum_is_no_increase_that_puts_a_decrease_off()
    {
        // until six o'clock reads are at the maximum for hours, and a decrease is due since 4:42; writes grow shortly before
        var seconds = Enumerable.Range(0, 13 * 1800).ToArray();
        var reads = seconds.Select(second => second < 600 ? 20_000 : second < 6 * 3600 ? 60_000 : 500).ToArray();
        var writes = seconds.Select(second => second < 21_000 ? 100 : 20_000).ToArray();

        var (_, table) = Runner.Run(new Trace("too much", reads, writes), new LambdaAutoscale(), seed: 1);

        Assert.InRange(table.Provisioned().Reads, Limits.Minimum.Reads, 1000);
    }
}
