using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every log of changes promises.</summary>
public abstract class ChangeLogContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IChangeLog> LogAsync();

    [Fact]
    public async Task Changes_come_in_order_of_time_each_once_from_a_time_on()
    {
        var log = await LogAsync();
        foreach (var minute in (int[])[20, 5, 10, 20])
        {
            await log.AddAsync(new ConfigurationChange($"event-{minute}", Noon.AddMinutes(minute), Location, "Ada changed a flow."), Stop);
        }

        var since = await log.SinceAsync(Noon.AddMinutes(10), Stop);

        Assert.Equal(["event-10", "event-20"], since.Select(change => change.Id));
        Assert.Equal(new ConfigurationChange("event-10", Noon.AddMinutes(10), Location, "Ada changed a flow."), since[0]);
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryChangeLogTests : ChangeLogContract
{
    protected override ValueTask<IChangeLog> LogAsync() => ValueTask.FromResult<IChangeLog>(new InMemoryChangeLog());
}
