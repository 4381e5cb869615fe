using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Knowledge;

/// <summary>Reads the articles and bases that commands name; what is wrong goes to the error stream, all of it at once.</summary>
internal static class KnowledgeSource
{
    private const string Packaged = "knowledge.cck";
    private const long LargestArticle = 256 * 1024;

    /// <summary>Where the base comes from unless a command says otherwise.</summary>
    public const string BuiltIn = "sample";

    /// <summary>A base built of a folder of Markdown files or of one JSON file; nothing when something is wrong.</summary>
    public static KnowledgeBase? Build(string path)
    {
        var problems = new List<KnowledgeProblem>();
        try
        {
            var articles = Directory.Exists(path)
                ? ReadFolder(path, problems)
                : ArticleList.Read(path, InputFile.Utf8(File.ReadAllBytes(path)), problems);
            problems.AddRange(problems.Count > 0 && articles.Count == 0 ? [] : ArticleRules.Check(articles, path));
            if (problems.Count == 0)
            {
                return ArticleRules.Index(articles);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, error));
        }

        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return null;
    }

    /// <summary>A built base; nothing when it cannot be read.</summary>
    public static KnowledgeBase? Open(string path)
    {
        try
        {
            return KnowledgeFile.Read(path == BuiltIn ? ReadPackaged() : File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or KnowledgeFileException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, error));
            return null;
        }
    }

    private static List<Article> ReadFolder(string folder, List<KnowledgeProblem> problems)
    {
        var articles = new List<Article>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(file).Length > LargestArticle)
            {
                problems.Add(new KnowledgeProblem(file, $"is larger than {LargestArticle} bytes"));
            }
            else if (ArticleMarkdown.Read(Path.GetFileNameWithoutExtension(file), file, File.ReadAllText(file), problems) is { } article)
            {
                articles.Add(article);
            }
        }

        return articles;
    }

    private static byte[] ReadPackaged()
    {
        using var stream = typeof(KnowledgeSource).Assembly.GetManifestResourceStream(Packaged)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
