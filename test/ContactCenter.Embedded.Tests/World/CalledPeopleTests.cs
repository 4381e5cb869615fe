using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.People;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>Ann, and then Bob, are called about incidents of the simulated center, and act as people do on the telephone.</summary>
public sealed class CalledPeopleTests
{
    private static readonly ContactCenterConfiguration Called = Sample.Configuration with
    {
        Calls = new CallSettings { SourceNumber = "+4969123456" },
        Audiences = Sample.Configuration.Audiences.ToDictionary(
            static audience => audience.Key,
            static audience => (IReadOnlyList<Endpoint>)
            [
                new Endpoint { Channel = Channel.Call, To = "+4915112345670", Name = "Ann" },
                new Endpoint { Channel = Channel.Call, To = "+4915112345671", Name = "Bob", Fallback = true },
                .. audience.Value.Select(static endpoint => endpoint with { Fallback = true }),
            ]),
    };

    [Fact]
    public async Task People_do_what_people_do_on_the_telephone_and_who_takes_it_is_named()
    {
        var done = new HashSet<CallReaction>();
        var lines = new List<TimelineEvent>();
        for (var seed = 1; done.Count < Enum.GetValues<CallReaction>().Length && seed < 20; seed++)
        {
            using var system = await PlayAsync(seed);
            done.UnionWith(system.Calls.Keys);
            foreach (var incident in system.Store.All)
            {
                lines.AddRange(await system.Store.TimelineAsync(incident.Id, TestContext.Current.CancellationToken));
            }
        }

        Assert.Equal(Enum.GetValues<CallReaction>(), done.Order());
        Assert.Contains(lines, static line => line.Kind == TimelineKind.Person && line.Facts?.Actor is "Ann" or "Bob");
        Assert.Contains(lines, static line => line.Text.Contains("nobody pressed a key", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Text.Contains(
            "Ann passed it on. The message went out by Call (+4915112345671) instead.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_waits_for_a_telephone_when_all_calls_have_ended()
    {
        using var system = await PlayAsync(seed: 2);
        var end = system.Start + ScenarioLibrary.Find("api-down")!.Length + TimeSpan.FromMinutes(10);

        Assert.Empty(await system.Store.Outbox.DueAsync(end, 10, static problem => throw problem, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_calls()
    {
        using var first = await PlayAsync(seed: 3);
        using var second = await PlayAsync(seed: 3);

        Assert.Equal(first.Calls, second.Calls);
        Assert.Equal(
            first.Store.All.Select(static incident => incident.ToString()),
            second.Store.All.Select(static incident => incident.ToString()));
    }

    private static async Task<SimulatedSystem> PlayAsync(long seed)
    {
        var scenario = ScenarioLibrary.Find("api-down")!;
        var system = new SimulatedSystem(Called, scenario, seed);
        for (var minute = 0; minute < scenario.Length.TotalMinutes; minute++)
        {
            await system.AdvanceAsync(TestContext.Current.CancellationToken);
        }

        return system;
    }
}
