using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

public sealed class S3ModelStoreTests(Emulator emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_bucket_has_an_empty_history_and_no_texts()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);

        Assert.Equal(new StoredHistory(ModelHistory.Empty, null), await bucket.Store.HistoryAsync(Stop));
        Assert.Null(await ((ITrainingTexts)bucket.Store).ReadAsync(Stop));
    }

    [Fact]
    public async Task A_model_and_its_history_come_back_as_they_were_stored()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        byte[] file = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

        var id = await bucket.PromoteAsync(file);

        Assert.Equal(file, (await bucket.Store.LoadAsync(id, Stop)).ToArray());
        Assert.Equal(new ModelVersion(id, DateTimeOffset.UnixEpoch, "test", 0.875), (await bucket.Store.HistoryAsync(Stop)).History.Current);
    }

    [Fact]
    public async Task Only_the_first_of_two_writers_wins()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        var empty = await bucket.Store.HistoryAsync(Stop);
        Assert.True(await bucket.Store.TryWriteAsync(History("a"), empty, Stop));
        Assert.False(await bucket.Store.TryWriteAsync(History("b"), empty, Stop));

        var read = await bucket.Store.HistoryAsync(Stop);
        Assert.True(await bucket.Store.TryWriteAsync(History("c"), read, Stop));
        Assert.False(await bucket.Store.TryWriteAsync(History("d"), read, Stop));

        Assert.Equal("c", (await bucket.Store.HistoryAsync(Stop)).History.Current!.Id);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"versions\":null}")]
    [InlineData("{\"versions\":[null]}")]
    public async Task A_damaged_history_is_refused_by_name(string content)
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        await bucket.PutAsync("classifier/history.json", content);

        var failure = await Assert.ThrowsAsync<ModelFileException>(async () => await bucket.Store.HistoryAsync(Stop));

        Assert.Contains("classifier/history.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_gone_is_missed_by_name()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        var id = await bucket.PromoteAsync(new byte[] { 1 });
        await bucket.Store.DeleteAsync(id, Stop);

        var failure = await Assert.ThrowsAsync<ModelFileException>(async () => await bucket.Store.LoadAsync(id, Stop));

        Assert.Contains(id, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_centers_own_texts_and_reports_are_in_the_bucket()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        await bucket.PutAsync("classifier/texts.csv", "text,topic\nmy invoice,billing\n");
        await ((IRetrainingReports)bucket.Store).WriteAsync(Noon, "# Report", Stop);

        Assert.Equal([new TrainingExample("my invoice", "billing")], await ((ITrainingTexts)bucket.Store).ReadAsync(Stop));
        Assert.Equal("# Report", await bucket.TextAsync($"classifier/reports/{Noon.UtcDateTime:yyyy-MM-ddTHH-mm-ss}.md"));
    }

    private static ModelHistory History(string id) => ModelHistory.Empty.Promote(new ModelVersion(id, Noon, "test", 0.5));
}
