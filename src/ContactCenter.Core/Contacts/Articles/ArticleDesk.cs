using System.Collections.Immutable;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Contacts.Articles;

/// <summary>A version of a draft.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Content">What it says.</param>
/// <param name="Act">How it came about; null: the deployment brought it.</param>
public sealed record ArticleVersion(int Version, Article Content, ArticleAct? Act);

/// <summary>The only way in which articles change: load, decide, write; and when somebody else was faster, again.</summary>
/// <param name="store">Where they are.</param>
/// <param name="deployed">What the deployment brings; null: nothing that can be read.</param>
public sealed class ArticleDesk(IArticleStore store, KnowledgeBase? deployed)
{
    /// <summary>Versions of an article, and acts, that are looked back at.</summary>
    public const int MaximumActs = 50;

    /// <summary>Several people edit at the same time once in a while; each attempt is lost to one who was done.</summary>
    private const int MaximumAttempts = 5;

    /// <summary>What the deployment brings.</summary>
    public IReadOnlyList<Article> Deployed { get; } = deployed?.Articles ?? [];

    /// <summary>How what the deployment brings makes probabilities.</summary>
    public Calibration Calibration { get; } = deployed?.Calibration ?? Calibration.Cautious;

    /// <summary>The book as it is; where nobody has decided anything, as the deployment begins it.</summary>
    public async ValueTask<ArticleBook> ReadAsync(CancellationToken cancellationToken) =>
        (await store.ReadAsync(cancellationToken)).Book ?? ArticleBook.Begin(Deployed);

    /// <summary>What was built last.</summary>
    public async ValueTask<BuiltKnowledge> BuiltAsync(CancellationToken cancellationToken) =>
        (await store.BuiltAsync(cancellationToken)).Built;

    /// <summary>Somebody does something to the articles.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Id of the article.</param>
    /// <param name="decide">Decides what it does to the book.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What came of it; null: every attempt was lost to somebody else.</returns>
    public async ValueTask<ArticleOutcome?> ActAsync(
        ArticleAuthor by, string id, Func<ArticleBook, ArticleOutcome> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(decide);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var read = await store.ReadAsync(cancellationToken);
            var book = read.Book ?? ArticleBook.Begin(Deployed);
            if (by.Mark is { } mark && book.Marks.Contains(mark))
            {
                return new ArticleOutcome(book, book.Articles.GetValueOrDefault(id));
            }

            var outcome = decide(book);
            if (outcome.Refusal is not null
                || ReferenceEquals(outcome.Book, book)
                || await store.TryWriteAsync(outcome.Book, read, cancellationToken))
            {
                return outcome;
            }
        }

        return null;
    }

    /// <summary>The last versions of a draft, the newest first.</summary>
    public async ValueTask<IReadOnlyList<ArticleVersion>> VersionsAsync(
        ArticleBook book, KnownArticle article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        var acts = await ActsAsync(book, article.Acts.Reverse().Take(MaximumActs), cancellationToken);
        ArticleAct[] drafts = [.. acts.Where(static act => act.IsOfDraft)];
        var versions = drafts.Select(static act => new ArticleVersion(act.Version, act.After!, act)).ToList();
        if (drafts.Length == 0)
        {
            versions.Add(new ArticleVersion(article.Version, article.Draft, null));
        }
        else if (drafts[^1] is { Version: 2, Before: { } first })
        {
            versions.Add(new ArticleVersion(1, first, null));
        }

        return versions;
    }

    /// <summary>The last acts about all articles, the newest first.</summary>
    public ValueTask<IReadOnlyList<ArticleAct>> ActsAsync(ArticleBook book, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(book);
        var count = Math.Min(limit, book.Version);
        return ActsAsync(book, Enumerable.Range(0, count).Select(back => book.Version - back), cancellationToken);
    }

    /// <summary>What the deployment brings that the book does not know, or knows otherwise.</summary>
    public IEnumerable<Article> Differing(ArticleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Deployed.Where(article => book.Articles.GetValueOrDefault(article.Id)?.Deployed != KnownArticle.MarkOf(article));
    }

    private async ValueTask<IReadOnlyList<ArticleAct>> ActsAsync(
        ArticleBook book, IEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(numbers.Select(async number => book.Last?.Number == number
            ? book.Last
            : await store.FindActAsync(number, cancellationToken)));
        return [.. found.OfType<ArticleAct>()];
    }
}
