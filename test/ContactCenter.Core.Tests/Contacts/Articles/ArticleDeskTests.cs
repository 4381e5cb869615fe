using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Core.Tests.Contacts.Articles.ArticleActsTests;

namespace ContactCenter.Core.Tests.Contacts.Articles;

public sealed class ArticleDeskTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryArticles _store = new();
    private readonly ArticleDesk _desk;

    public ArticleDeskTests() => _desk = new ArticleDesk(_store, KnowledgeBase.Build([An("card"), An("hours")]));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_stored_before_somebody_edits_and_everything_with_the_first_edit()
    {
        Assert.Equal(2, (await _desk.ReadAsync(Stop)).Articles.Count);
        Assert.Null((await _store.ReadAsync(Stop)).Book);

        await WriteAsync("card", "Call us.");

        Assert.Equal(["card", "hours"], (await _store.ReadAsync(Stop)).Book!.Articles.Keys);
    }

    [Fact]
    public async Task Of_two_people_who_edit_different_articles_at_once_none_is_lost()
    {
        _store.Before = () => WriteAsync("hours", "Always.");

        await WriteAsync("card", "Call us.");

        var book = await _desk.ReadAsync(Stop);
        Assert.Equal(("Call us.", "Always."), (book.Articles["card"].Draft.Answer, book.Articles["hours"].Draft.Answer));
    }

    [Fact]
    public async Task Of_two_people_who_edit_one_article_at_once_the_slower_one_is_told()
    {
        _store.Before = () => WriteAsync("card", "Write to us.", seen: 1);

        var slower = await WriteAsync("card", "Call us.", seen: 1);

        Assert.Equal((ArticleRefusal.Outdated, "Write to us."), (slower.Refusal, slower.Article!.Draft.Answer));
    }

    [Fact]
    public async Task A_request_that_comes_again_counts_once()
    {
        await WriteAsync("card", "Call us.", mark: "request");
        await WriteAsync("card", "Call somebody.");

        var again = await WriteAsync("card", "Call us.", mark: "request");

        Assert.Equal((null, 3, "Call somebody."), (again.Refusal, again.Article!.Version, again.Article.Draft.Answer));
    }

    [Fact]
    public async Task Every_version_is_known_with_who_wrote_it_back_to_that_of_the_deployment()
    {
        await WriteAsync("card", "Call us.");
        await WriteAsync("hours", "Always.");
        await WriteAsync("card", "Write to us.");

        var book = await _desk.ReadAsync(Stop);
        var versions = await _desk.VersionsAsync(book, book.Articles["card"], Stop);

        Assert.Equal(
            [(3, "Write to us.", "ada"), (2, "Call us.", "ada"), (1, "Answer of card.", null)],
            versions.Select(static one => (one.Version, one.Content.Answer, one.Act?.Author)));
    }

    [Fact]
    public async Task The_audit_has_every_act_the_newest_first()
    {
        await WriteAsync("card", "Call us.");
        var ben = By("ben", "approved");
        await _desk.ActAsync(ben, "card", book => ArticleActs.Publish(book, "card", ben, Noon), Stop);
        await WriteAsync("hours", "Always.");

        var acts = await _desk.ActsAsync(await _desk.ReadAsync(Stop), 2, Stop);

        Assert.Equal(
            [(3, ArticleVerb.Written, "hours"), (2, ArticleVerb.Published, "card")],
            acts.Select(static act => (act.Number, act.Verb, act.Article)));
    }

    private async Task<ArticleOutcome> WriteAsync(string id, string answer, long? seen = null, string? mark = null)
    {
        var by = By("ada", seen: seen) with { Mark = mark };
        return (await _desk.ActAsync(by, id, book => ArticleActs.Write(book, An(id, answer), by, Noon), Stop))!;
    }
}
