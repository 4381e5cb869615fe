using ContactCenter.Capacity;
using ContactCenter.Capacity.Policies;
using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.Tests.Capacity;

/// <summary>The planner and Application Auto Scaling on one table, over days that end calm.</summary>
public sealed class ManagedTableProperties
{
    [Theory]
    [InlineData("flash-crowd", 1)]
    [InlineData("flash-crowd", 2)]
    [InlineData("ramp", 1)]
    [InlineData("hot-key", 3)]
    public void Auto_scaling_has_its_own_range_again_when_the_day_is_over(string shape, int seed)
    {
        var native = new TargetTracking();
        var trace = SyntheticTraces.All(1000, seed).Single(one => one.Name.StartsWith(shape, StringComparison.Ordinal));

        var (score, _) = Runner.Run(trace, new RemediationPolicy(native), seed);

        Assert.True(score.Updates > 0);
        Assert.All(
            Enum.GetValues<CapacityKind>(),
            kind => Assert.Equal(new ScalableTarget(Limits.Minimum[kind], Limits.Maximum[kind]), native.Range(null, kind)));
    }

    [Fact]
    public void A_table_that_falls_idle_goes_down_to_what_burst_bridges_and_without_the_planner_it_does_not()
    {
        var seconds = Enumerable.Range(0, 6 * 3600).Select(second => second < 3 * 3600 ? 500 : 0).ToArray();
        var trace = new Trace("closes", seconds, seconds);

        var (_, remediated) = Runner.Run(trace, new RemediationPolicy(new TargetTracking()), seed: 1);
        var (_, left) = Runner.Run(trace, new TargetTracking(), seed: 1);

        Assert.InRange(remediated.Provisioned().Writes, Limits.Minimum.Writes, 275);
        Assert.InRange(left.Provisioned().Writes, 500, 1000);
    }
}
