using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Incidents.History;

/// <summary>What every memory of waits promises.</summary>
public abstract class WaitsContract
{
    private static readonly DateOnly First = new(2026, 3, 1);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IWaitDays> WaitsAsync();

    [Fact]
    public async Task Days_come_back_in_order_as_they_were_kept_and_what_is_known_better_takes_their_place()
    {
        var days = await WaitsAsync();
        await days.KeepAsync(Day(1, 300), Stop);
        await days.KeepAsync(Day(0, 1), Stop);
        await days.KeepAsync(Day(0, 2), Stop);
        await days.KeepAsync(new WaitDay(First.AddDays(2), ["Cards"], []), Stop);
        await days.KeepAsync(Day(3, 1), Stop);

        var known = await days.BetweenAsync(First, First.AddDays(3), Stop);

        Assert.Equal([First, First.AddDays(1), First.AddDays(2)], known.Select(static day => day.Day));
        Assert.Equal(Day(0, 2).Channels, known[0].Channels);
        Assert.Equal(Day(1, 300).Channels, known[1].Channels);
        Assert.Equal(Day(1, 300).Queues, known[1].Queues);
        Assert.Empty(known[2].Channels);
    }

    private static WaitDay Day(int number, int queues)
    {
        string[] names = [.. Enumerable.Range(0, queues).Select(static i => $"Queue \u00fc {i}")];
        return new WaitDay(
            First.AddDays(number),
            names,
            [
                .. names.Select((name, i) => new ChannelWaits(
                    name, i % 2 == 0 ? ContactChannel.Voice : ContactChannel.Chat, WaitCounts.Of([i, 2 * i, 100_000]), WaitCounts.None)),
            ]);
    }
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbWaitsTests(Emulator emulator) : WaitsContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<IWaitDays> WaitsAsync()
    {
        _table = await IncidentTable.CreateAsync(_client, $"waits-{Guid.NewGuid():N}");
        return new DynamoDbWaits(_client, _table, retentionDays: 400);
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryWaitsTests : WaitsContract
{
    protected override ValueTask<IWaitDays> WaitsAsync() => ValueTask.FromResult<IWaitDays>(new InMemoryWaits());
}
