using ContactCenter.Core.Incidents;
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
    public async Task Changes_between_two_times_come_the_newest_first_each_once_and_no_more_than_asked_for()
    {
        var log = await LogAsync();
        foreach (var minute in (int[])[20, 5, 10, 20, 25, 15])
        {
            await log.AddAsync(new ConfigurationChange($"event-{minute}", Noon.AddMinutes(minute), Location, "Ada changed a flow."), Stop);
        }

        var all = await log.LatestAsync(Noon.AddMinutes(10), Noon.AddMinutes(20), 10, Unreadable, Stop);

        Assert.Equal(["event-20", "event-15", "event-10"], all.Select(change => change.Id));
        Assert.Equal(new ConfigurationChange("event-10", Noon.AddMinutes(10), Location, "Ada changed a flow."), all[2]);
        Assert.Equal(all.Take(2), await log.LatestAsync(Noon.AddMinutes(10), Noon.AddMinutes(20), 2, Unreadable, Stop));
    }

    private static void Unreadable(UnreadableItemException problem) => throw problem;
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryChangeLogTests : ChangeLogContract
{
    protected override ValueTask<IChangeLog> LogAsync() => ValueTask.FromResult<IChangeLog>(new InMemoryChangeLog());
}
