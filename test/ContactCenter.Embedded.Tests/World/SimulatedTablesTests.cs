using ContactCenter.Aws.Tests.Remediation;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>The tables of the simulated center promise what those of DynamoDB do.</summary>
public sealed class SimulatedTablesTests : TableCapacityContract
{
    protected override ITableCapacity Tables { get; } =
        new SimulatedTables(new ContactCenterSimulation(ScenarioLibrary.All[0], CenterDescription.Example, [], seed: 1));

    protected override Task<string> TableAsync() => Task.FromResult("customers");
}
