using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>Paid per request, without a maximum.</summary>
public sealed class OnDemand : IPolicy
{
    public string Name => "on-demand";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options) =>
        options with { Billing = BillingMode.OnDemand, WarmThroughput = null };

    public void Before(long second, SimulatedTable table)
    {
        // The service does the rest.
    }
}
