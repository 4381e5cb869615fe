using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>What every store of articles promises.</summary>
public abstract class ArticleStoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store.</summary>
    protected abstract ValueTask<IArticleStore> StoreAsync();

    [Fact]
    public async Task Before_anybody_has_edited_there_is_nothing()
    {
        var store = await StoreAsync();

        Assert.Equal(new StoredBook(null, null), await store.ReadAsync(Stop));
        Assert.Equal(new StoredBuilt(BuiltKnowledge.Nothing, null), await store.BuiltAsync(Stop));
        Assert.Null(await store.FindActAsync(1, Stop));
        Assert.Null(await store.FindBaseAsync("none", Stop));
    }

    [Fact]
    public async Task A_book_comes_back_as_it_was_written()
    {
        var store = await StoreAsync();
        var book = Written(Begun(), "Geöffnet von 8 bis 18 Uhr.");
        Assert.True(await store.TryWriteAsync(book, await store.ReadAsync(Stop), Stop));

        var read = (await store.ReadAsync(Stop)).Book!;

        Assert.Equal((1, 0, "ada"), (read.Version, read.Publication, read.Last!.Author));
        Assert.Equal(
            (2, 1, "Geöffnet von 8 bis 18 Uhr.", "Answer."),
            (read.Articles["hours"].Version, read.Articles["hours"].PublishedVersion, read.Articles["hours"].Draft.Answer,
                read.Articles["hours"].Published!.Answer));
        Assert.Equal(["how"], read.Articles["hours"].Draft.Questions);
        Assert.Equal(book.Articles.Keys, read.Articles.Keys);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_reads_anew()
    {
        var store = await StoreAsync();
        var nothing = await store.ReadAsync(Stop);
        Assert.True(await store.TryWriteAsync(Written(Begun(), "first"), nothing, Stop));
        Assert.False(await store.TryWriteAsync(Written(Begun(), "second"), nothing, Stop));

        var read = await store.ReadAsync(Stop);
        Assert.True(await store.TryWriteAsync(Written(read.Book!, "third"), read, Stop));
        Assert.False(await store.TryWriteAsync(Written(read.Book!, "fourth"), read, Stop));

        Assert.Equal("third", (await store.ReadAsync(Stop)).Book!.Articles["hours"].Draft.Answer);
    }

    [Fact]
    public async Task An_act_that_is_no_longer_the_last_one_is_kept_also_where_the_race_was_lost()
    {
        var store = await StoreAsync();
        Assert.True(await store.TryWriteAsync(Written(Begun(), "first"), await store.ReadAsync(Stop), Stop));
        var read = await store.ReadAsync(Stop);
        Assert.Null(await store.FindActAsync(1, Stop));
        Assert.True(await store.TryWriteAsync(Written(read.Book!, "second"), read, Stop));
        Assert.False(await store.TryWriteAsync(Written(read.Book!, "late"), read, Stop));

        var act = await store.FindActAsync(1, Stop);

        Assert.Equal(("first", "Answer."), (act!.After!.Answer, act.Before!.Answer));
        Assert.Null(await store.FindActAsync(2, Stop));
    }

    [Fact]
    public async Task What_was_built_is_said_by_one_of_two_and_its_file_is_found()
    {
        var store = await StoreAsync();
        var nothing = await store.BuiltAsync(Stop);
        var built = new BuiltKnowledge
        {
            Id = "a1",
            Publication = 3,
            Tried = 3,
            At = Noon,
            Articles = 2,
            Calibration = Calibration.Cautious,
        };
        byte[] file = [.. Enumerable.Range(0, 50_000).Select(i => (byte)(i * 7))];
        await store.SaveBaseAsync("a1", file, Stop);
        Assert.True(await store.TryWriteBuiltAsync(built, nothing, Stop));
        Assert.False(await store.TryWriteBuiltAsync(built with { Id = "b2" }, nothing, Stop));

        var read = (await store.BuiltAsync(Stop)).Built;

        Assert.Equal(("a1", 3, 2, Noon), (read.Id, read.Publication, read.Articles, read.At));
        Assert.Equal(Calibration.Cautious.Weights, read.Calibration!.Weights);
        Assert.Equal(file, (await store.FindBaseAsync("a1", Stop))!.Value.ToArray());
    }

    private static ArticleBook Begun() => ArticleBook.Begin([An("hours"), An("hours-2")]);

    private static Article An(string id) => new() { Id = id, Language = "de", Title = "Hours", Questions = ["how"], Answer = "Answer." };

    private static ArticleBook Written(ArticleBook book, string answer)
    {
        var outcome = ArticleActs.Write(book, An("hours") with { Answer = answer }, new ArticleAuthor("ada"), Noon);
        Assert.Null(outcome.Refusal);
        return outcome.Book;
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryArticlesTests : ArticleStoreContract
{
    protected override ValueTask<IArticleStore> StoreAsync() => ValueTask.FromResult<IArticleStore>(new InMemoryArticles());
}
