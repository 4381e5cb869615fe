using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Incidents.History;

/// <summary>What every memory of a center's days promises.</summary>
public abstract class DaysContract
{
    private static readonly DateOnly First = new(2026, 3, 1);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<ICenterDays> DaysAsync();

    [Fact]
    public async Task Days_come_back_in_order_as_they_were_kept_and_a_time_is_half_open()
    {
        var days = await DaysAsync();
        await days.KeepAsync(
            [
                Day(2) with { Told = ["Users/"] }, Day(0), Day(1) with { Values = [], Told = [] },
                Day(4) with { Values = [.. Enumerable.Range(0, 300).Select(static i => new DayValue("Errors", $"function {i}", i, null))] },
            ],
            Stop);

        var known = await days.BetweenAsync(First, First.AddDays(4), Stop);

        Assert.Equal([First, First.AddDays(1), First.AddDays(2)], known.Select(static day => day.Day));
        Assert.Equal(Day(0).Values, known[0].Values);
        Assert.Null(known[0].Told);
        Assert.Equal([], known[1].Told!);
        Assert.Equal(["Users/"], known[2].Told!);
        Assert.Equal(300, Assert.Single(await days.BetweenAsync(First.AddDays(4), First.AddDays(9), Stop)).Values.Count);
    }

    [Fact]
    public async Task What_is_known_better_takes_the_place_of_what_was_known()
    {
        var days = await DaysAsync();
        await days.KeepAsync([Day(0)], Stop);
        await days.KeepAsync([Day(0) with { Values = [new("Users", "", 12, 500)] }], Stop);

        Assert.Equal([new("Users", "", 12, 500)], Assert.Single(await days.BetweenAsync(First, First.AddDays(1), Stop)).Values);
    }

    private static CenterDay Day(int number) => new(
        First.AddDays(number), [new("Errors", "verify \u00fc", 0.125, null), new("Users", "", 10 + number, 500)]);
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbDaysTests(Emulator emulator) : DaysContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<ICenterDays> DaysAsync()
    {
        _table = await IncidentTable.CreateAsync(_client, $"days-{Guid.NewGuid():N}");
        return new DynamoDbDays(_client, _table, retentionDays: 400);
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryDaysTests : DaysContract
{
    protected override ValueTask<ICenterDays> DaysAsync() => ValueTask.FromResult<ICenterDays>(new InMemoryDays());
}
