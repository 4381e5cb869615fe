using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>Provisioned once, half above the mean of the whole trace, and left alone.</summary>
public sealed class FixedCapacity : IPolicy
{
    private const double AboveMean = 1.5;

    public string Name => "fixed";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options) => options with
    {
        Provisioned = Throughput.Max(
            Limits.Minimum,
            new Throughput(
                (long)Math.Ceiling(AboveMean * Trace.Mean(trace.Reads, trace.Seconds)),
                (long)Math.Ceiling(AboveMean * Trace.Mean(trace.Writes, trace.Seconds)))),
    };

    public void Before(long second, SimulatedTable table)
    {
        // Nothing: that is the policy.
    }
}
