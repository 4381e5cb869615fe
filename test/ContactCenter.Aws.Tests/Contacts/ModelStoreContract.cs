using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>What every store of models promises.</summary>
public abstract class ModelStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store, which keeps training texts too.</summary>
    protected abstract ValueTask<IModelStore> StoreAsync();

    [Fact]
    public async Task An_empty_bucket_has_an_empty_history_and_no_texts()
    {
        var store = await StoreAsync();

        Assert.Equal(new StoredHistory(ModelHistory.Empty, null), await store.HistoryAsync(Stop));
        Assert.Null(await Assert.IsType<ITrainingTexts>(store, exactMatch: false).ReadAsync(Stop));
    }

    [Fact]
    public async Task A_model_and_its_history_come_back_as_they_were_stored()
    {
        var store = await StoreAsync();
        byte[] file = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

        var id = await PromoteAsync(store, file);

        Assert.Equal(file, (await store.LoadAsync(id, Stop)).ToArray());
        Assert.Equal(new ModelVersion(id, DateTimeOffset.UnixEpoch, "test", 0.875), (await store.HistoryAsync(Stop)).History.Current);
    }

    [Fact]
    public async Task Only_the_first_of_two_writers_wins()
    {
        var store = await StoreAsync();
        var empty = await store.HistoryAsync(Stop);
        Assert.True(await store.TryWriteAsync(History("a"), empty, Stop));
        Assert.False(await store.TryWriteAsync(History("b"), empty, Stop));

        var read = await store.HistoryAsync(Stop);
        Assert.True(await store.TryWriteAsync(History("c"), read, Stop));
        Assert.False(await store.TryWriteAsync(History("d"), read, Stop));

        Assert.Equal("c", (await store.HistoryAsync(Stop)).History.Current!.Id);
    }

    [Fact]
    public async Task A_model_that_is_gone_is_missed_by_name()
    {
        var store = await StoreAsync();
        var id = await PromoteAsync(store, new byte[] { 1 });
        await store.DeleteAsync(id, Stop);

        var failure = await Assert.ThrowsAsync<ModelFileException>(async () => await store.LoadAsync(id, Stop));

        Assert.Contains(id, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Puts a model into service under the id of its content.</summary>
    private static async Task<string> PromoteAsync(IModelStore store, ReadOnlyMemory<byte> file)
    {
        var id = ModelId.Of(file.Span);
        var read = await store.HistoryAsync(Stop);
        await store.SaveAsync(id, file, Stop);
        Assert.True(await store.TryWriteAsync(
            read.History.Promote(new ModelVersion(id, DateTimeOffset.UnixEpoch, "test", 0.875)), read, Stop));
        return id;
    }

    private static ModelHistory History(string id) => ModelHistory.Empty.Promote(new ModelVersion(id, Noon, "test", 0.5));
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryModelsTests : ModelStoreContract
{
    protected override ValueTask<IModelStore> StoreAsync() => ValueTask.FromResult<IModelStore>(new InMemoryModels());
}
