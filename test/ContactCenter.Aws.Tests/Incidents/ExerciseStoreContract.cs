using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every store of exercises promises.</summary>
public abstract class ExerciseStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IExerciseStore> StoreAsync();

    [Fact]
    public async Task Before_the_first_there_is_none()
    {
        var store = await StoreAsync();

        Assert.Null(await store.NewestAsync(Stop));
        Assert.Empty(await store.EndedAsync(before: null, 10, Stop));
        Assert.Null(await store.FindEndedAsync("20260504-100000", Stop));
    }

    [Fact]
    public async Task It_is_read_as_it_was_saved()
    {
        var store = await StoreAsync();

        Assert.True(await store.SaveAsync(Sample(0, 1), Stop));

        AssertSame(Sample(0, 1), await store.NewestAsync(Stop));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_the_first_saves()
    {
        var store = await StoreAsync();
        _ = await store.SaveAsync(Sample(0, 1), Stop);

        Assert.False(await store.SaveAsync(Sample(1, 1), Stop));
        Assert.True(await store.SaveAsync(Sample(0, 2) with { Played = 1 }, Stop));
        Assert.False(await store.SaveAsync(Sample(0, 2), Stop));
        Assert.Equal(1, (await store.NewestAsync(Stop))!.Played);
    }

    [Fact]
    public async Task Those_that_are_over_come_the_newest_first_page_by_page_and_once()
    {
        var store = await StoreAsync();
        foreach (var minute in new[] { 1, 3, 2, 2 })
        {
            await store.KeepAsync(Sample(minute, 3), Stop);
        }

        var first = await store.EndedAsync(before: null, 2, Stop);
        var second = await store.EndedAsync(first[^1].Id, 2, Stop);

        Assert.Equal([Sample(3, 3).Id, Sample(2, 3).Id], first.Select(static exercise => exercise.Id));
        AssertSame(Sample(1, 3), Assert.Single(second));
        AssertSame(Sample(2, 3), await store.FindEndedAsync(Sample(2, 3).Id, Stop));
    }

    private static void AssertSame(Exercise expected, Exercise? read) => Assert.Equivalent(expected, read, strict: true);

    private static Exercise Sample(int minute, long version) => new()
    {
        Id = $"20260504-10{minute:D2}00",
        Version = version,
        Scenario = PackagedScenarios.Find("table-throttled")!,
        StartedBy = "ada@example.com",
        StartedAt = Noon.AddMinutes(minute),
        EndsAt = Noon.AddMinutes(minute + 40),
        Events = [new PlannedEvent(TimeSpan.FromMinutes(4), "cc-prod/table-read-throttled/customers", AlarmState.Alarm, 1.5)],
        IncidentId = "7Q2M9KXA-1",
        Outcome = version < 3 ? null : new ExerciseOutcome(ExerciseEnd.Stopped, "ada@example.com", Noon.AddMinutes(minute + 5)),
        Score = version < 3 ? null : new ExerciseScore(
            "Aims that were met: 1 of 1.",
            [new ExerciseAim(AimKind.Acknowledge, AimOutcome.Met, "Ada took it after 2 min; promised are 15 min.")],
            [new PersonDebrief("Ada", Noon, true, "Took it after 2 min.")]),
    };
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryExercisesTests : ExerciseStoreContract
{
    protected override ValueTask<IExerciseStore> StoreAsync() => new(new InMemoryExercises());
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbExercisesTests(Emulator emulator) : ExerciseStoreContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<IExerciseStore> StoreAsync() =>
        new DynamoDbExercises(_client, await IncidentTable.CreateAsync(_client), retentionDays: 800);
}
