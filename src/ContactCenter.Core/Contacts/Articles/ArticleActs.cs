using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Texts;

namespace ContactCenter.Core.Contacts.Articles;

/// <summary>Who does something to an article, and why.</summary>
/// <param name="Name">As messages name people.</param>
/// <param name="Reason">Why; null: they have not said.</param>
/// <param name="Seen">The last act about the article that they have seen; null: whatever it is now.</param>
public sealed record ArticleAuthor(string Name, string? Reason = null, long? Seen = null)
{
    /// <summary>What stands for the request, so that it counts once; null: a repetition is not recognised.</summary>
    public string? Mark { get; init; }
}

/// <summary>Why nothing was done to an article.</summary>
public enum ArticleRefusal
{
    /// <summary>There is no such article, or no such version of it.</summary>
    Missing,

    /// <summary>Somebody has changed it since it was read.</summary>
    Outdated,

    /// <summary>The articles would not keep their rules.</summary>
    Invalid,

    /// <summary>What customers hear is changed with a reason.</summary>
    Reason,
}

/// <summary>What came of an act.</summary>
/// <param name="Book">The book behind it; where it was refused as it was.</param>
/// <param name="Article">The article; null: there is none.</param>
/// <param name="Refusal">Why nothing was done; null: it was, or there was nothing to do.</param>
public sealed record ArticleOutcome(ArticleBook Book, KnownArticle? Article, ArticleRefusal? Refusal = null)
{
    /// <summary>What is wrong with the articles.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}

/// <summary>Decides what an act does to the book. Pure.</summary>
public static class ArticleActs
{
    /// <summary>Longer reasons nobody reads.</summary>
    public const int MaximumReason = 300;

    /// <summary>Somebody writes another draft, or a new article.</summary>
    public static ArticleOutcome Write(ArticleBook book, Article wanted, ArticleAuthor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(wanted);
        var before = book.Articles.GetValueOrDefault(wanted.Id);
        return Drafted(book, before, Clean(wanted), new(ArticleVerb.Written, null), by, now);
    }

    /// <summary>Somebody makes an earlier version the draft again.</summary>
    /// <param name="book">The book.</param>
    /// <param name="id">Id of the article.</param>
    /// <param name="version">Number of the version.</param>
    /// <param name="content">What it said; null: nobody knows any more.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The time.</param>
    public static ArticleOutcome Restore(
        ArticleBook book, string id, int version, Article? content, ArticleAuthor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Articles.GetValueOrDefault(id) is { } before && content is not null
            ? Drafted(book, before, content, new(ArticleVerb.Restored, version), by, now)
            : new(book, null, ArticleRefusal.Missing);
    }

    /// <summary>Somebody makes what the deployment brings the draft.</summary>
    public static ArticleOutcome Adopt(ArticleBook book, Article deployed, ArticleAuthor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(deployed);
        return Drafted(book, book.Articles.GetValueOrDefault(deployed.Id), deployed, new(ArticleVerb.Adopted, null), by, now);
    }

    /// <summary>Somebody lets customers be answered with the draft.</summary>
    public static ArticleOutcome Publish(ArticleBook book, string id, ArticleAuthor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Articles.GetValueOrDefault(id) is { } before
            ? Served(book, before, before with { PublishedVersion = before.Version, Earlier = null }, ArticleVerb.Published, by, now)
            : new(book, null, ArticleRefusal.Missing);
    }

    /// <summary>Somebody lets customers no longer be answered with an article.</summary>
    public static ArticleOutcome Withdraw(ArticleBook book, string id, ArticleAuthor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Articles.GetValueOrDefault(id) is { } before
            ? Served(book, before, before with { PublishedVersion = 0, Earlier = null }, ArticleVerb.Withdrawn, by, now)
            : new(book, null, ArticleRefusal.Missing);
    }

    private static ArticleOutcome Drafted(
        ArticleBook book, KnownArticle? before, Article wanted, Change change, ArticleAuthor by, DateTimeOffset now)
    {
        if (IsOutdated(before, by))
        {
            return new(book, before, ArticleRefusal.Outdated);
        }

        var known = (before ?? new KnownArticle { Draft = wanted, Version = 0 }) with
        {
            Draft = wanted,
            Version = (before?.Version ?? 0) + 1,
            Earlier = before?.Published,
            Author = by.Name,
            At = now,
            Reason = Said(by),
        };
        if (change.Verb == ArticleVerb.Adopted)
        {
            known = known with { Deployed = KnownArticle.MarkOf(wanted) };
        }

        // what is as it was is written by nobody; that it is what the deployment brings is known all the same
        if (before is not null && KnownArticle.MarkOf(before.Draft) == KnownArticle.MarkOf(wanted))
        {
            known = before with { Deployed = known.Deployed };
            return known == before ? new(book, before) : new(book with { Articles = book.Articles.SetItem(wanted.Id, known) }, known);
        }

        var problems = ArticleRules.Check([wanted], "").Select(static problem => problem.Text)
            .Concat(before is null && book.Articles.Count >= ArticleRules.MaximumArticles
                ? [Problems.ArticleCount($"{book.Articles.Count + 1}", $"{ArticleRules.MaximumArticles}")]
                : []);
        return Stored(book, known, problems, Act(book, known, change, before?.Draft, wanted, by, now), by);
    }

    private static ArticleOutcome Served(
        ArticleBook book, KnownArticle before, KnownArticle after, ArticleVerb verb, ArticleAuthor by, DateTimeOffset now)
    {
        if (IsOutdated(before, by))
        {
            return new(book, before, ArticleRefusal.Outdated);
        }

        if (Said(by) is null)
        {
            return new(book, before, ArticleRefusal.Reason);
        }

        if (before.PublishedVersion == after.PublishedVersion)
        {
            return new(book, before);
        }

        var then = book with { Articles = book.Articles.SetItem(after.Draft.Id, after) };
        var problems = ArticleRules.Check([.. then.Published], "").Select(static problem => problem.Text);
        return Stored(
            book, after, problems, Act(book, after, new(verb, null), before.Published, after.Published, by, now), by,
            publication: book.Version + 1);
    }

    private static ArticleOutcome Stored(
        ArticleBook book, KnownArticle after, IEnumerable<string> problems, ArticleAct act, ArticleAuthor by, int? publication = null)
    {
        if (problems.ToImmutableArray() is { IsEmpty: false } wrong)
        {
            return new(book, book.Articles.GetValueOrDefault(after.Draft.Id), ArticleRefusal.Invalid) { Problems = wrong };
        }

        var known = after with { Acts = after.Acts.Add(act.Number) };
        return new(
            book with
            {
                Version = act.Number,
                Publication = publication ?? book.Publication,
                Articles = book.Articles.SetItem(known.Draft.Id, known),
                Last = act,
                Marks = by.Mark is null ? book.Marks : [.. book.Marks.Add(by.Mark).TakeLast(ArticleBook.MaximumMarks)],
            },
            known);
    }

    private static ArticleAct Act(
        ArticleBook book, KnownArticle after, Change change, Article? was, Article? then, ArticleAuthor by, DateTimeOffset now) => new()
        {
            Number = book.Version + 1,
            At = now,
            Author = by.Name,
            Reason = Said(by),
            Verb = change.Verb,
            Article = after.Draft.Id,
            Version = after.Version,
            Restores = change.Restores,
            Before = was,
            After = then,
        };

    private static bool IsOutdated(KnownArticle? before, ArticleAuthor by) =>
        by.Seen is { } seen && seen != (before?.Revision ?? 0);

    private static string? Said(ArticleAuthor by) => CleanText.Line(by.Reason, MaximumReason).Trim() is { Length: > 0 } said ? said : null;

    /// <summary>As a file would have it: without blanks around what is said, and without questions that say nothing.</summary>
    private static Article Clean(Article said) => said with
    {
        Language = said.Language.Trim(),
        Title = said.Title.Trim(),
        Questions = [.. said.Questions.Select(static question => question.Trim()).Where(static question => question.Length > 0)],
        Topic = OrNull(said.Topic),
        Answer = string.Join(' ', said.Answer.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)),
        Spoken = OrNull(said.Spoken) is { } spoken
            ? string.Join(' ', spoken.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            : null,
    };

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What is done to a draft.</summary>
    private readonly record struct Change(ArticleVerb Verb, int? Restores);
}
