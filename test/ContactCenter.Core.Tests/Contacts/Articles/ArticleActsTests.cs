using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Tests.Contacts.Articles;

public sealed class ArticleActsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_deployment_begins_with_what_it_brings_published_as_it_is()
    {
        var book = Begun();

        Assert.Equal((0, 0, 1), (book.Version, book.Publication, book.Articles["card"].Version));
        Assert.Equal(["card", "hours"], book.Published.Select(static article => article.Id));
    }

    [Fact]
    public void A_draft_is_a_new_version_and_customers_hear_nothing_of_it()
    {
        var outcome = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada", "clearer"), Noon);

        Assert.Null(outcome.Refusal);
        var known = outcome.Article!;
        Assert.Equal((2, 1, "ada", "clearer"), (known.Version, known.PublishedVersion, known.Author, known.Reason));
        Assert.Equal(("Call us.", "Answer of card."), (known.Draft.Answer, known.Published!.Answer));
        Assert.Equal((1, 0), (outcome.Book.Version, outcome.Book.Publication));
    }

    [Fact]
    public void An_act_has_who_when_why_and_what_it_was_before_and_after()
    {
        var act = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada", "clearer"), Noon).Book.Last!;

        Assert.Equal(
            (1, ArticleVerb.Written, "ada", "clearer", Noon, "card", 2),
            (act.Number, act.Verb, act.Author, act.Reason, act.At, act.Article, act.Version));
        Assert.Equal(("Answer of card.", "Call us."), (act.Before!.Answer, act.After!.Answer));
    }

    [Fact]
    public void Whoever_has_seen_another_version_changes_nothing()
    {
        var book = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada", seen: 1), Noon).Book;

        var late = ArticleActs.Write(book, An("card", "Write to us."), By("ben", seen: 1), Noon);

        Assert.Equal(ArticleRefusal.Outdated, late.Refusal);
        Assert.Same(book, late.Book);
        Assert.Equal("Call us.", late.Article!.Draft.Answer);
    }

    [Fact]
    public void Whoever_makes_a_new_article_does_not_write_over_one_of_the_same_name() =>
        Assert.Equal(ArticleRefusal.Outdated, ArticleActs.Write(Begun(), An("card", "Call us."), By("ada", seen: 0), Noon).Refusal);

    [Fact]
    public void What_breaks_the_rules_of_articles_is_not_kept()
    {
        var outcome = ArticleActs.Write(Begun(), An("card", "It costs $5."), By("ada"), Noon);

        Assert.Equal(ArticleRefusal.Invalid, outcome.Refusal);
        Assert.Contains("cannot be spoken", Assert.Single(outcome.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_and_questions_that_say_nothing_are_not_kept()
    {
        var wanted = An("card", " Call\n  us. ") with
        {
            Title = " Block a card ",
            Questions = [" how ", "", "  "],
            Topic = " ",
            Spoken = "",
        };

        var draft = ArticleActs.Write(Begun(), wanted, By("ada"), Noon).Article!.Draft;

        Assert.Equal(("Call us.", "Block a card", null, null), (draft.Answer, draft.Title, draft.Topic, draft.Spoken));
        Assert.Equal(["how"], draft.Questions);
    }

    [Fact]
    public void An_article_that_is_as_it_was_is_no_new_version()
    {
        var book = Begun();

        var outcome = ArticleActs.Write(book, An("card", "Answer of card."), By("ada"), Noon);

        Assert.Same(book, outcome.Book);
    }

    [Fact]
    public void Published_is_the_draft_and_the_publication_counts_up()
    {
        var book = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada"), Noon).Book;

        var outcome = ArticleActs.Publish(book, "card", By("ben", "approved"), Noon);

        Assert.Equal(("Call us.", 2), (outcome.Article!.Published!.Answer, outcome.Article.PublishedVersion));
        Assert.Equal((2, 2), (outcome.Book.Version, outcome.Book.Publication));
        Assert.Equal(("Answer of card.", "Call us."), (outcome.Book.Last!.Before!.Answer, outcome.Book.Last.After!.Answer));
    }

    [Fact]
    public void What_customers_hear_is_changed_with_a_reason()
    {
        var book = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada"), Noon).Book;

        Assert.Equal(ArticleRefusal.Reason, ArticleActs.Publish(book, "card", By("ben", " "), Noon).Refusal);
        Assert.Equal(ArticleRefusal.Reason, ArticleActs.Withdraw(book, "card", By("ben"), Noon).Refusal);
    }

    [Fact]
    public void Withdrawn_answers_nobody_and_its_draft_stays()
    {
        var outcome = ArticleActs.Withdraw(Begun(), "card", By("ben", "wrong"), Noon);

        Assert.Equal(["hours"], outcome.Book.Published.Select(static article => article.Id));
        Assert.Equal("Answer of card.", outcome.Article!.Draft.Answer);
    }

    [Fact]
    public void The_last_article_is_not_withdrawn_because_a_base_has_one()
    {
        var book = ArticleActs.Withdraw(Begun(), "card", By("ben", "wrong"), Noon).Book;

        var outcome = ArticleActs.Withdraw(book, "hours", By("ben", "wrong"), Noon);

        Assert.Equal(ArticleRefusal.Invalid, outcome.Refusal);
        Assert.Contains("0 articles", Assert.Single(outcome.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_is_restored_is_a_new_one()
    {
        var book = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada"), Noon).Book;

        var outcome = ArticleActs.Restore(book, "card", 1, An("card", "Answer of card."), By("ben"), Noon);

        Assert.Equal((3, "Answer of card.", 1), (outcome.Article!.Version, outcome.Article.Draft.Answer, outcome.Book.Last!.Restores));
    }

    [Fact]
    public void What_the_deployment_brings_later_is_told_and_writes_over_nothing()
    {
        var book = ArticleActs.Write(Begun(), An("card", "Call us."), By("ada"), Noon).Book;
        var desk = new ArticleDesk(null!, KnowledgeBase.Build([An("card", "Deployed anew."), An("hours"), An("new")]));

        Assert.Equal(["card", "new"], desk.Differing(book).Select(static article => article.Id));
        Assert.Equal("Call us.", book.Articles["card"].Draft.Answer);
        Assert.False(book.Articles.ContainsKey("new"));
    }

    [Fact]
    public void What_was_taken_from_the_deployment_is_not_told_again()
    {
        Article deployed = An("card", "Deployed anew.");
        var desk = new ArticleDesk(null!, KnowledgeBase.Build([deployed]));

        var taken = ArticleActs.Adopt(Begun(), deployed, By("ada"), Noon);

        Assert.Equal((ArticleVerb.Adopted, "Deployed anew."), (taken.Book.Last!.Verb, taken.Article!.Draft.Answer));
        Assert.Empty(desk.Differing(taken.Book));
        Assert.Equal("Answer of card.", taken.Article.Published!.Answer);
    }

    [Fact]
    public void A_draft_that_says_what_the_deployment_brings_counts_as_taken_without_a_new_version()
    {
        Article deployed = An("card", "Deployed anew.");
        var book = ArticleActs.Write(Begun(), deployed, By("ada"), Noon).Book;

        var taken = ArticleActs.Adopt(book, deployed, By("ada"), Noon);

        Assert.Equal((book.Version, 2), (taken.Book.Version, taken.Article!.Version));
        Assert.Empty(new ArticleDesk(null!, KnowledgeBase.Build([deployed])).Differing(taken.Book));
    }

    internal static ArticleBook Begun() => ArticleBook.Begin([An("hours"), An("card")]);

    internal static Article An(string id, string? answer = null) => new()
    {
        Id = id,
        Language = "en",
        Title = $"Title of {id}",
        Questions = [$"what about {id}"],
        Answer = answer ?? $"Answer of {id}.",
    };

    internal static ArticleAuthor By(string name, string? reason = null, long? seen = null) => new(name, reason, seen);
}
