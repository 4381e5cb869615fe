using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every store of incidents promises.</summary>
public abstract class IncidentStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IIncidentStore> StoreAsync();

    [Fact]
    public async Task Nothing_is_known_of_a_new_key()
    {
        var store = await StoreAsync();

        var (own, storm) = await store.LoadAsync(Key("Billing"), Stop);

        Assert.Equal((Key("Billing"), 0, null), (own.Key, own.Version, own.Incident));
        Assert.Equal((CorrelationKey.Storm(Location), 0, null), (storm.Key, storm.Version, storm.Incident));
        Assert.Null(await store.FindAsync("NOTTHERE-1", Stop));
        Assert.Null(await store.FindAsync("not an id", Stop));
        Assert.Empty(await store.TimelineAsync("not an id", Stop));
    }

    [Fact]
    public async Task An_id_that_is_longer_than_a_key_may_be_is_not_known()
    {
        var store = await StoreAsync();
        var id = $"{new string('X', 3000)}-1";

        Assert.Null(await store.FindAsync(id, Stop));
        Assert.Empty(await store.TimelineAsync(id, Stop));
    }

    [Fact]
    public async Task What_was_committed_is_read_back_whole()
    {
        var store = await StoreAsync();
        var commit = Opening("Billing", Noon);

        Assert.True(await store.CommitAsync(commit, Stop));

        var (own, _) = await store.LoadAsync(Key("Billing"), Stop);
        AssertSame(commit.Correlation with { Version = 1 }, own);
        AssertSame(own, await store.FindAsync(commit.Correlation.Incident!.Id, Stop));
    }

    [Fact]
    public async Task Of_two_decisions_on_the_same_version_one_is_stored()
    {
        var store = await StoreAsync();
        var first = Opening("Billing", Noon);
        var second = Opening("Billing", Noon.AddSeconds(1));

        Assert.True(await store.CommitAsync(first, Stop));
        Assert.False(await store.CommitAsync(second, Stop));

        var (own, _) = await store.LoadAsync(Key("Billing"), Stop);
        Assert.Equal(Noon, own.Incident!.OpenedAt);
        Assert.Equal(first.Timeline, await store.TimelineAsync(own.Incident.Id, Stop));
    }

    [Fact]
    public async Task A_lost_race_on_the_storm_stores_nothing_at_all()
    {
        var store = await StoreAsync();
        var stale = Storms.WithOpening(Correlation.Empty(CorrelationKey.Storm(Location)), Policy.Settings, Noon);
        Assert.True(await store.CommitAsync(Opening("Billing", Noon) with { Storm = stale }, Stop));

        Assert.False(await store.CommitAsync(Opening("Sales", Noon) with { Storm = stale }, Stop));

        var (own, storm) = await store.LoadAsync(Key("Sales"), Stop);
        Assert.Equal(0, own.Version);
        Assert.Equal(1, storm.Version);
        Assert.Equal([Noon], storm.RecentOpenings);
    }

    [Fact]
    public async Task Versions_rise_by_one_with_every_commit()
    {
        var store = await StoreAsync();
        await store.CommitAsync(Opening("Billing", Noon), Stop);
        for (var version = 1; version <= 3; version++)
        {
            var (own, _) = await store.LoadAsync(Key("Billing"), Stop);
            Assert.Equal(version, own.Version);
            var at = Noon.AddSeconds(version);
            var decision = Decide(own, Alarm("Billing", at, AlarmState.Alarm, $"another-{version}"), at);
            Assert.True(await store.CommitAsync(new IncidentCommit(decision.After, decision.Timeline, decision.Effects), Stop));
        }
    }

    [Fact]
    public async Task The_timeline_grows_in_order()
    {
        var store = await StoreAsync();
        var pipeline = Desk(store).Pipeline;
        var opening = Opening("Billing", Noon);
        await store.CommitAsync(opening, Stop);
        var id = opening.Correlation.Incident!.Id;

        for (var minute = 1; minute <= 12; minute++)
        {
            await pipeline.ActAsync(id, new ChangesNoted([Change(minute)]), Noon.AddMinutes(minute), Stop);
        }

        var timeline = await store.TimelineAsync(id, Stop);
        Assert.Equal(Enumerable.Range(1, opening.Timeline.Count + 12), timeline.Select(entry => entry.Number));
        Assert.EndsWith("Change 12.", timeline[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_incidents_come_longest_overdue_first_and_no_more_than_asked_for()
    {
        var store = await StoreAsync();
        string[] resources = ["Billing", "Sales", "Support"];
        for (var i = 0; i < resources.Length; i++)
        {
            await store.CommitAsync(Opening(resources[i], Noon.AddMinutes(-i)), Stop);
        }

        var due = await store.DueAsync(Noon.AddHours(1), 2, Stop);

        Assert.Equal([$"{Key("Support").Code}-1", $"{Key("Sales").Code}-1"], due);
        Assert.Equal(3, (await store.DueAsync(Noon.AddHours(1), 10, Stop)).Count);
        Assert.Empty(await store.DueAsync(Noon.AddMinutes(-2), 10, Stop));
    }

    [Fact]
    public async Task An_active_incident_without_a_deadline_is_due_at_once()
    {
        var store = await StoreAsync();
        var commit = Opening("Billing", Noon);
        var incident = commit.Correlation.Incident! with { NextDueAt = null };

        await store.CommitAsync(commit with { Correlation = commit.Correlation with { Incident = incident } }, Stop);

        Assert.Equal([incident.Id], await store.DueAsync(Noon, 10, Stop));
    }

    [Fact]
    public async Task An_incident_that_is_over_is_neither_due_nor_active()
    {
        var store = await StoreAsync();
        var pipeline = Desk(store).Pipeline;
        await store.CommitAsync(Opening("Billing", Noon), Stop);
        await store.CommitAsync(Opening("Sales", Noon), Stop);

        await pipeline.ActAsync($"{Key("Billing").Code}-1", new PersonActed(PersonAction.Resolve, "Ada"), Noon.AddMinutes(1), Stop);

        Assert.Equal([Key("Sales")], await ActiveKeysAsync(store));
        Assert.Equal([$"{Key("Sales").Code}-1"], await store.DueAsync(Noon.AddDays(1), 10, Stop));
    }

    [Fact]
    public async Task All_active_incidents_are_listed_however_many()
    {
        var store = await StoreAsync();
        var resources = Enumerable.Range(1, 103).Select(i => $"Queue {i}").ToArray();
        foreach (var resource in resources)
        {
            await store.CommitAsync(Opening(resource, Noon), Stop);
        }

        Assert.Equal(resources.Order(), (await ActiveKeysAsync(store)).Select(key => key.Resource).Order());
    }

    [Fact]
    public async Task A_new_incident_takes_the_place_of_the_old_one_whose_timeline_stays()
    {
        var store = await StoreAsync();
        var pipeline = Desk(store).Pipeline;
        var opening = Opening("Billing", Noon);
        await store.CommitAsync(opening, Stop);
        var first = opening.Correlation.Incident!.Id;
        await pipeline.ActAsync(first, new PersonActed(PersonAction.Resolve, "Ada"), Noon.AddMinutes(1), Stop);
        var (own, _) = await store.LoadAsync(Key("Billing"), Stop);
        var later = Noon.AddHours(3);
        var decision = Decide(own, Alarm("Billing", later), later);

        Assert.True(await store.CommitAsync(
            new IncidentCommit(decision.After, decision.Timeline, decision.Effects) { Superseded = own.Incident }, Stop));

        Assert.Null(await store.FindAsync(first, Stop));
        Assert.Equal(2, (await store.FindAsync($"{Key("Billing").Code}-2", Stop))?.Incident?.Number);
        Assert.NotEmpty(await store.TimelineAsync(first, Stop));
        Assert.Equal(decision.Timeline, await store.TimelineAsync($"{Key("Billing").Code}-2", Stop));
    }

    [Fact]
    public async Task Decisions_that_race_all_arrive_once()
    {
        const int Racers = 8;
        var store = await StoreAsync();
        var pipeline = Desk(store).Pipeline;
        var opening = Opening("Billing", Noon);
        await store.CommitAsync(opening, Stop);
        var id = opening.Correlation.Incident!.Id;

        await Task.WhenAll(Enumerable.Range(1, Racers).Select(i => Task.Run(
            () => ActUntilWonAsync(pipeline, id, new ChangesNoted([Change(i)])), Stop)));

        var timeline = await store.TimelineAsync(id, Stop);
        Assert.Equal(Enumerable.Range(1, opening.Timeline.Count + Racers), timeline.Select(entry => entry.Number));
        Assert.Equal(Racers, timeline.Count(entry => entry.Kind == TimelineKind.Context));
    }

    private static ConfigurationChange Change(int number) => new($"event-{number}", Noon, Location, $"Change {number}.");

    /// <summary>Who loses every race is invoked again by its event source.</summary>
    private static async Task ActUntilWonAsync(IncidentPipeline pipeline, string id, IncidentInput input)
    {
        while (true)
        {
            try
            {
                await pipeline.ActAsync(id, input, Noon.AddMinutes(1), Stop);
                return;
            }
            catch (IncidentConflictException)
            {
                // the next invocation
            }
        }
    }

    private static async Task<IEnumerable<CorrelationKey>> ActiveKeysAsync(IIncidentStore store)
    {
        var keys = new List<CorrelationKey>();
        await foreach (var correlation in store.ActiveAsync(static problem => throw problem, Stop))
        {
            keys.Add(correlation.Key);
        }

        return keys;
    }

    /// <summary>Records with lists are equal only when the lists are the same object, so they are compared member by member.</summary>
    private static void AssertSame(Correlation expected, Correlation? actual) =>
        Assert.Equivalent(Comparable(expected), actual is null ? null : Comparable(actual), strict: true);

    /// <summary>A list that is not stored is none, which cannot be walked through.</summary>
    private static Correlation Comparable(Correlation correlation) => correlation with
    {
        Tracks = [.. correlation.Tracks.Select(static track => track with { Children = track.Children.IsDefault ? [] : track.Children })],
        Incident = correlation.Incident is { } incident
            ? incident with
            {
                Newest = incident.Newest.IsDefault ? [] : incident.Newest,
                GivenUp = incident.GivenUp.IsDefault ? [] : incident.GivenUp,
                Acts = incident.Acts.IsDefault ? [] : incident.Acts,
                Roles = incident.Roles.IsDefault ? [] : incident.Roles,
                Steps = incident.Steps.IsDefault ? [] : incident.Steps,
                Repairs = incident.Repairs.IsDefault ? [] : incident.Repairs,
            }
            : null,
    };
}
