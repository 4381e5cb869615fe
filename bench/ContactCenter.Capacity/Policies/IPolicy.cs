using ContactCenter.Capacity.Traces;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>A way to run a table's capacity. It sees what its real counterpart would see, and acts through the table's own calls.</summary>
public interface IPolicy
{
    string Name { get; }

    /// <summary>The table as this policy has it at the start.</summary>
    SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options);

    /// <summary>Called before each second is served.</summary>
    void Before(long second, SimulatedTable table);
}
