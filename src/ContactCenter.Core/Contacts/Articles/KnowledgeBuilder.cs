using System.Collections.Immutable;
using System.Security.Cryptography;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Contacts.Articles;

/// <summary>What came of building.</summary>
/// <param name="Built">What was built last.</param>
/// <param name="IsNew">Whether this time; false: there was nothing new to build, or nothing that may be.</param>
/// <param name="Remark">Why articles are found by words alone although an encoder was deployed, for the log; or null.</param>
public sealed record KnowledgeBuild(BuiltKnowledge Built, bool IsNew, string? Remark = null);

/// <summary>
/// Builds the base of what is published: the one place in which articles become what answers customers. What would be a base with problems
/// is none, and the one before it stays.
/// </summary>
/// <param name="store">Where articles and bases are.</param>
/// <param name="open">Opens what knows English, where it was deployed; null, or nothing: articles are found by words alone.</param>
/// <param name="deployed">What the deployment brought, which answers until a base is built; null, or nothing: nobody does.</param>
public sealed class KnowledgeBuilder(IArticleStore store, Func<SentenceEncoder?>? open = null, Func<KnowledgeBase?>? deployed = null)
{
    private const int MaximumAttempts = 5;

    /// <summary>How problems name where they are.</summary>
    private const string Place = "articles";

    /// <summary>Builds it, unless that of what is published was tried already.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidOperationException">Others were faster every time.</exception>
    public async ValueTask<KnowledgeBuild> BuildAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            // in this order, so that what is built is no older than what was seen to be needed
            var read = await store.BuiltAsync(cancellationToken);
            var book = (await store.ReadAsync(cancellationToken)).Book;
            if (book is null || read.Built.Tried >= book.Publication)
            {
                return new(read.Built, false);
            }

            var (encoder, remark) = OpenEncoder();
            var built = await BuildAsync(book, read.Built, encoder, now, cancellationToken);
            if (await store.TryWriteBuiltAsync(built, read, cancellationToken))
            {
                return new(built, built.Problems.IsEmpty, remark);
            }
        }

        throw new InvalidOperationException($"somebody else has built {MaximumAttempts} times meanwhile; the next try may be sooner");
    }

    private (SentenceEncoder? Encoder, string? Remark) OpenEncoder()
    {
        try
        {
            return (open?.Invoke(), null);
        }
#pragma warning disable CA1031 // articles by words are worth more than the ones before them
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return (null, $"There is no encoder, and articles are found by words alone: {failure.Message}");
        }
    }

    private async ValueTask<BuiltKnowledge> BuildAsync(
        ArticleBook book, BuiltKnowledge before, SentenceEncoder? encoder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Article[] articles = [.. book.Published];
        ImmutableArray<string> problems = [.. ArticleRules.Check(articles, Place).Select(static problem => $"{problem}")];
        if (!problems.IsEmpty)
        {
            return before with { Tried = book.Publication, At = now, Problems = problems };
        }

        var knowledge = KnowledgeBase.Build(
            articles, encoder, encoder is null ? null : await ServingAsync(before.Id, cancellationToken));
        var file = KnowledgeFile.Write(knowledge);
        var id = IdOf(file);
        await store.SaveBaseAsync(id, file, cancellationToken);
        return new BuiltKnowledge
        {
            Id = id,
            Publication = book.Publication,
            Tried = book.Publication,
            At = now,
            Articles = articles.Length,
            Calibration = knowledge.Calibration,
        };
    }

    /// <summary>
    /// The base that answers, whose texts are encoded already; one that cannot be read keeps nobody from building another.
    /// </summary>
    private async ValueTask<KnowledgeBase?> ServingAsync(string? id, CancellationToken cancellationToken)
    {
        try
        {
            return id is null ? deployed?.Invoke()
                : await store.FindBaseAsync(id, cancellationToken) is { } file && IdOf(file.Span) == id ? KnowledgeFile.Read(file)
                : null;
        }
#pragma warning disable CA1031 // it only saves time
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>What stands for the file of a base.</summary>
    internal static string IdOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
