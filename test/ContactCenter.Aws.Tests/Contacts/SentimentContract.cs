using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>What every store of sentiment promises.</summary>
public abstract class SentimentContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<ISentimentStore> StoreAsync();

    [Fact]
    public async Task Of_many_at_once_each_counts_once()
    {
        var store = await StoreAsync();

        // every signal is delivered twice
        var known = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(
            () => store.RecordAsync(new ContactSignal($"e{i / 2}", $"c{i / 2}", Noon, null, [-0.5]), "Cards", Noon, Stop).AsTask())));
        var last = await store.RecordAsync(new ContactSignal("last", "c9", Noon, null, [-0.5]), "Cards", Noon, Stop);

        Assert.Equal(3, known.Count(sentiment => sentiment is null));
        Assert.Equal(4, last!.Queue!.Trend.Weight, 1e-9);
    }

    [Fact]
    public async Task A_call_is_found_worse_by_one_signal_and_told_by_one_note()
    {
        var store = await StoreAsync();
        var turned = new List<bool>();
        for (var i = 0; i < 9; i++)
        {
            var turn = new HeardTurn($"t{i}", i, i < 4 ? 0 : -0.6);
            var signal = new ContactSignal($"e{i}", "c", Noon, null, [turn.Score]) { Turns = [turn] };
            turned.Add((await store.RecordAsync(signal, null, Noon, Stop))!.HasTurnedWorse);
        }

        await store.ToldAsync("c", Noon, Stop);
        await store.ToldAsync("unknown", Noon, Stop);

        Assert.Equal(6, Assert.Single(turned.Index(), static one => one.Item).Index);
        var known = (await store.FindAsync("c", Stop))!.Conversation!;
        Assert.Equal((true, Noon), (known.IsTold, known.WorseAt));
        Assert.Null(await store.FindAsync("unknown", Stop));
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemorySentimentTests : SentimentContract
{
    protected override ValueTask<ISentimentStore> StoreAsync() => ValueTask.FromResult<ISentimentStore>(new InMemorySentiment());
}
