namespace ContactCenter.Infra.Packaging;

/// <summary>What the console is deployed from: a package of its own, so that no hook carries a web server.</summary>
internal static class ConsoleFunction
{
    /// <summary>The assembly that is its handler on the managed runtime.</summary>
    public const string Handler = "ContactCenter.ConsoleFunction";

    /// <summary>What the functions bring along and the console does not read.</summary>
    private static readonly string[] OfFunctions = ["contact-topics.ccm", "knowledge.cck", "encoder.cce"];

    /// <summary>Whether the console was published into a folder.</summary>
    public static bool IsPublished(string folder) => File.Exists(Path.Combine(folder, $"{Handler}.dll"));

    /// <summary>The files that it needs: the articles of this deployment where they are edited, never those of the sample.</summary>
    /// <param name="published">What was published.</param>
    /// <param name="articles">The articles; null: nobody edits them.</param>
    public static IEnumerable<KeyValuePair<string, byte[]>> Files(
        IEnumerable<KeyValuePair<string, byte[]>> published, KeyValuePair<string, byte[]>? articles = null) =>
    [
        .. published.Where(static file => !OfFunctions.Contains(file.Key)),
        .. articles is { } some ? [some] : Array.Empty<KeyValuePair<string, byte[]>>(),
    ];
}

/// <summary>What a function is deployed from.</summary>
/// <param name="Handler">Its handler on the managed runtime.</param>
/// <param name="Folder">A folder, or a file as it is uploaded.</param>
internal readonly record struct FunctionCode(string Handler, string Folder);
