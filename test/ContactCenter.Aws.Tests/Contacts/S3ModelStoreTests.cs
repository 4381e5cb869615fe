using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Retraining;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>The contract, kept in a bucket, and what only a bucket has.</summary>
public sealed class S3ModelStoreTests(Emulator emulator) : ModelStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task The_centers_own_texts_and_reports_are_in_the_bucket()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        await bucket.PutAsync("classifier/texts.csv", "text,topic\nmy invoice,billing\n");
        Assert.Empty(await ((IUnlabelledTexts)bucket.Store).UnlabelledAsync(Stop));
        await bucket.PutAsync("classifier/unlabelled.csv", "text\nwhere is it\nhello\n");
        await ((IRetrainingReports)bucket.Store).WriteAsync(Noon, "# Report", Stop);

        Assert.Equal([new TrainingExample("my invoice", "billing")], await ((ITrainingTexts)bucket.Store).ReadAsync(Stop));
        Assert.Equal(["where is it", "hello"], await ((IUnlabelledTexts)bucket.Store).UnlabelledAsync(Stop));
        Assert.Equal("# Report", await bucket.TextAsync($"classifier/reports/{Noon.UtcDateTime:yyyy-MM-ddTHH-mm-ss}.md"));
    }

    protected override async ValueTask<IModelStore> StoreAsync() => (await ModelsBucket.CreateAsync(emulator)).Store;
}
