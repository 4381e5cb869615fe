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

        var all = await log.LatestAsync(Noon.AddMinutes(10), Noon.AddMinutes(20), null, 10, Unreadable, Stop);

        Assert.Equal(["event-20", "event-15", "event-10"], all.Select(change => change.Id));
        Assert.Equal(new ConfigurationChange("event-10", Noon.AddMinutes(10), Location, "Ada changed a flow."), all[2]);
        Assert.Equal(all.Take(2), await log.LatestAsync(Noon.AddMinutes(10), Noon.AddMinutes(20), null, 2, Unreadable, Stop));
    }

    [Fact]
    public async Task They_come_page_by_page_each_once_also_where_several_were_made_in_one_moment()
    {
        var log = await LogAsync();
        for (var i = 0; i < 7; i++)
        {
            var change = new ConfigurationChange($"event-{i}", Noon.AddMinutes(i < 5 ? 0 : -i), Location, "Ada changed a flow.");
            await log.AddAsync(change, Stop);
        }

        var (ids, after) = (new List<string>(), (ChangePlace?)null);
        do
        {
            var page = await log.LatestAsync(Noon.AddHours(-1), Noon, after, 2, Unreadable, Stop);
            after = page.Count == 2 ? new ChangePlace(page[1].At, page[1].Id) : null;
            ids.AddRange(page.Select(static change => change.Id));
        }
        while (after is not null);

        Assert.Equal(["event-4", "event-3", "event-2", "event-1", "event-0", "event-5", "event-6"], ids);
    }

    [Fact]
    public async Task A_place_that_nobody_gave_gives_what_is_behind_it_and_nothing_outside_of_the_times()
    {
        var log = await LogAsync();
        await log.AddAsync(new ConfigurationChange("event-1", Noon, Location, "Ada changed a flow."), Stop);

        Assert.Empty(await log.LatestAsync(Noon.AddHours(-1), Noon, new ChangePlace(Noon.AddDays(-9), "x"), 2, Unreadable, Stop));
        Assert.Single(await log.LatestAsync(Noon.AddHours(-1), Noon, new ChangePlace(Noon.AddDays(9), "x"), 2, Unreadable, Stop));
        Assert.Empty(await log.LatestAsync(
            Noon.AddHours(-2), Noon.AddHours(-1), new ChangePlace(Noon.AddDays(9), "x"), 2, Unreadable, Stop));
    }

    private static void Unreadable(UnreadableItemException problem) => throw problem;
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryChangeLogTests : ChangeLogContract
{
    protected override ValueTask<IChangeLog> LogAsync() => ValueTask.FromResult<IChangeLog>(new InMemoryChangeLog());
}
