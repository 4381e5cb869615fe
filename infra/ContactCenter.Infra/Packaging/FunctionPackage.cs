using ContactCenter.Language.Knowledge;

namespace ContactCenter.Infra.Packaging;

/// <summary>
/// The folder that every function is deployed from: one executable, or assemblies, and the configuration of this deployment.
/// </summary>
internal static class FunctionPackage
{
    /// <summary>The assembly that is every function's handler on the managed runtime.</summary>
    public const string Handler = "ContactCenter.Functions";

    /// <summary>What Lambda starts on a runtime of one's own (Lambda developer guide, "Building a custom runtime").</summary>
    public const string Executable = "bootstrap";

    private const string ConfigurationName = "contactcenter.json";

    private const string KnowledgeName = "knowledge.cck";

    private const string GroupsName = "aws-packages.txt";
    private const string StandIn = " stand-in";

    /// <summary>Whether the functions were published into a folder.</summary>
    public static bool IsPublished(string folder) => IsNative(folder) || File.Exists(Path.Combine(folder, $"{Handler}.dll"));

    /// <summary>Whether the functions in a folder are natively compiled.</summary>
    public static bool IsNative(string folder) => File.Exists(Path.Combine(folder, Executable));

    /// <summary>
    /// The groups of AWS packages for which stand-ins were published; null where the publication does not say. Its project writes a line
    /// for each group, with its name and the kind that was taken.
    /// </summary>
    public static IReadOnlyList<string>? StandIns(string folder)
    {
        var file = Path.Combine(folder, GroupsName);
        return File.Exists(file)
            ? [.. File.ReadLines(file).Where(IsStandIn).Select(line => line[..^StandIn.Length])]
            : null;
    }

    /// <summary>The value of the tag that says with which AWS packages the functions of a stack were built.</summary>
    public static string Tag(IReadOnlyList<string> standIns) =>
        standIns.Count == 0 ? "official" : $"stand-ins: {string.Join(' ', standIns)}";

    /// <summary>
    /// Copies what was published beside the configuration of this deployment, and returns the folder that it made, which the caller
    /// deletes.
    /// </summary>
    /// <param name="published">Folder into which <c>dotnet publish</c> wrote.</param>
    /// <param name="configuration">The file that takes the place of the packaged configuration.</param>
    /// <param name="knowledge">What takes the place of the packaged articles, or null: then they answer nobody.</param>
    public static string Stage(string published, string configuration, KnowledgeBase? knowledge)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-package-").FullName;
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.Copy(configuration, Path.Combine(folder, ConfigurationName), overwrite: true);
        if (knowledge is not null)
        {
            File.WriteAllBytes(Path.Combine(folder, KnowledgeName), KnowledgeFile.Write(knowledge));
        }

        return folder;
    }

    private static bool IsStandIn(string line) => line.EndsWith(StandIn, StringComparison.Ordinal);
}
