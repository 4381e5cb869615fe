using System.Text.Json;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// Reads articles from one JSON file: a list of objects with the members of <see cref="Article"/>, for bases that a program writes.
/// </summary>
public static class ArticleList
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">How problems name it.</param>
    /// <param name="json">Its content.</param>
    /// <param name="problems">Gets what is wrong with it.</param>
    public static IReadOnlyList<Article> Read(string file, ReadOnlySpan<byte> json, ICollection<KnowledgeProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var articles = JsonSerializer.Deserialize(json, KnowledgeJson.Default.IReadOnlyListArticle) ?? [];
            if (articles.Any(static article =>
                article is null or { Questions: null } || article.Questions.Any(static question => question is null)))
            {
                problems.Add(new KnowledgeProblem(file, Problems.ArticleNull));
                return [];
            }

            return articles;
        }
        catch (JsonException wrong)
        {
            problems.Add(new KnowledgeProblem(file, Problems.NoArticles(wrong.Message)));
            return [];
        }
    }
}

/// <summary>Something that is wrong in the articles.</summary>
/// <param name="File">The file, and the entry in it if it has several.</param>
/// <param name="Text">What was found, and what would be right.</param>
public sealed record KnowledgeProblem(string File, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Text}";
}
