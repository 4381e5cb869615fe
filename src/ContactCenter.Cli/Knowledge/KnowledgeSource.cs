using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Knowledge;

/// <summary>Reads the articles and bases that commands name; what is wrong goes to the error stream, all of it at once.</summary>
internal static class KnowledgeSource
{
    private const string Packaged = "knowledge.cck";

    /// <summary>Where the base comes from unless a command says otherwise.</summary>
    public const string BuiltIn = "sample";

    /// <summary>A base built of a folder of Markdown files or of one JSON file; nothing when something is wrong.</summary>
    public static KnowledgeBase? Build(string path, SentenceEncoder? encoder = null)
    {
        var problems = new List<KnowledgeProblem>();
        var built = ArticleSource.Open(path, ArticleRules.Check, problems, encoder);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"{problem.File}: {Spoken.Now.Problem(problem.Text)}");
        }

        return built;
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

    /// <summary>What a configuration names as its articles. The built-in sample has those that come with the program.</summary>
    /// <param name="settings">The section of the configuration.</param>
    /// <param name="configuration">The file of the configuration; null: the one in the current folder, else the built-in sample.</param>
    /// <param name="known">The base; null where none is named, and where something is wrong.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public static bool TryOpen(SelfServiceSettings settings, string? configuration, out KnowledgeBase? known)
    {
        known = settings.Articles is null ? null
            : configuration is null && !File.Exists(Settings.FileName) ? Open(BuiltIn)
            : Build(settings.ArticlesOf(configuration ?? Settings.FileName)!);
        return known is not null || settings.Articles is null;
    }

    private static byte[] ReadPackaged()
    {
        using var stream = typeof(KnowledgeSource).Assembly.GetManifestResourceStream(Packaged)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
