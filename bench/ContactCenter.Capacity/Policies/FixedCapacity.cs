using ContactCenter.Capacity.Traces;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>Provisioned once, half above the mean of the whole trace, and left alone.</summary>
public sealed class FixedCapacity : IPolicy
{
    private const double AboveMean = 1.5;

    public string Name => "fixed";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options) => options with
    {
        Provisioned = trace.Capacity(null, Limits.Minimum, trace.Seconds, AboveMean),
        Indexes = trace.Provision(index => trace.Capacity(index, Limits.Minimum, trace.Seconds, AboveMean)),
    };

    public void Before(long second, SimulatedTable table)
    {
        // Nothing: that is the policy.
    }
}
