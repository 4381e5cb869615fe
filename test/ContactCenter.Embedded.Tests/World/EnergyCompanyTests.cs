using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>A company that is not the sample can be watched on this machine too.</summary>
public sealed class EnergyCompanyTests
{
    [Fact]
    public async Task All_its_queues_are_played()
    {
        var company = ConfigurationReader.ReadChecked(
            await File.ReadAllBytesAsync(Repository.File("samples", "energy.json"), TestContext.Current.CancellationToken));
        using var system = new SimulatedSystem(company, ScenarioLibrary.Find("quiet-day")!, seed: 1);
        for (var minute = 0; minute < 10; minute++)
        {
            _ = await system.AdvanceAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            company.Queues.Select(static queue => queue.Name).Order(StringComparer.Ordinal),
            system.Totals.Last!.Queues.Select(static queue => queue.Name).Order(StringComparer.Ordinal));
    }
}
