using System.Text;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Knowledge;

/// <summary>Reads a base from where people keep it: a folder of Markdown files, one JSON list, or a file that was built before.</summary>
public static class ArticleSource
{
    /// <summary>What the name of a built file ends with.</summary>
    public const string BuiltEnding = ".cck";

    private const long MaximumArticle = 256 * 1024;

    /// <summary>Reads, checks and indexes; a built file is only read.</summary>
    /// <param name="path">A folder, a JSON file or a built file.</param>
    /// <param name="rules">What articles must keep; is told the articles and how problems name their place.</param>
    /// <param name="problems">Gets all that is wrong, also that nothing is there.</param>
    /// <param name="encoder">Knows what English means, for a base that is built; null: by words alone.</param>
    /// <returns>The base, or null when there is a problem.</returns>
    public static KnowledgeBase? Open(
        string path, Func<IReadOnlyList<Article>, string, IEnumerable<KnowledgeProblem>> rules, ICollection<KnowledgeProblem> problems,
        SentenceEncoder? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        try
        {
            if (path.EndsWith(BuiltEnding, StringComparison.OrdinalIgnoreCase) && File.Exists(path))
            {
                return KnowledgeFile.Read(File.ReadAllBytes(path));
            }

            var articles = Directory.Exists(path)
                ? ReadFolder(path, problems)
                : ArticleList.Read(path, Encoding.UTF8.GetBytes(File.ReadAllText(path)), problems);
            foreach (var problem in problems.Count > before && articles.Count == 0 ? [] : rules(articles, path))
            {
                problems.Add(problem);
            }

            return problems.Count == before ? KnowledgeBase.Build(articles, encoder) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or KnowledgeFileException)
        {
            problems.Add(new KnowledgeProblem(
                path,
                failure is FileNotFoundException or DirectoryNotFoundException ? Problems.NothingThere : failure.Message));
            return null;
        }
    }

    private static List<Article> ReadFolder(string folder, ICollection<KnowledgeProblem> problems)
    {
        var articles = new List<Article>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(file).Length > MaximumArticle)
            {
                problems.Add(new KnowledgeProblem(file, Problems.ArticleTooLarge($"{MaximumArticle}")));
            }
            else if (ArticleMarkdown.Read(Path.GetFileNameWithoutExtension(file), file, File.ReadAllText(file), problems) is { } article)
            {
                articles.Add(article);
            }
        }

        return articles;
    }
}
