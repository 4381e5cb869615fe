using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>The contract, kept in a bucket, and what only a bucket has.</summary>
public sealed class S3ArticleStoreTests(Emulator emulator) : ArticleStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"articles\":null}")]
    public async Task A_damaged_book_is_told_by_name_and_not_taken_for_none(string content)
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        await bucket.PutAsync(S3ArticleStore.Book, content);

        var failure = await Assert.ThrowsAsync<UnreadableItemException>(async () =>
            await new S3ArticleStore(bucket.Client, bucket.Name).ReadAsync(Stop));

        Assert.EndsWith("/knowledge/book.json", failure.Item, StringComparison.Ordinal);
    }

    protected override async ValueTask<IArticleStore> StoreAsync()
    {
        var bucket = await ModelsBucket.CreateAsync(emulator);
        return new S3ArticleStore(bucket.Client, bucket.Name);
    }
}
