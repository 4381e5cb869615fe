using System.IO.Compression;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Infra.Packaging;

/// <summary>
/// What every function is deployed from: an executable, or assemblies, and the configuration of this deployment; and the layers of those
/// that classify.
/// </summary>
internal static class FunctionPackage
{
    /// <summary>The assembly that is every function's handler on the managed runtime.</summary>
    public const string Handler = "ContactCenter.Functions";

    /// <summary>What Lambda starts on a runtime of one's own (Lambda developer guide, "Building a custom runtime").</summary>
    public const string Executable = "bootstrap";

    /// <summary>The executable that holds the hooks alone, which callers wait for; beside the other one.</summary>
    public const string HookExecutable = $"hooks/{Executable}";

    private const string ConfigurationName = "contactcenter.json";

    private const string KnowledgeName = "knowledge.cck";

    private const string GroupsName = "aws-packages.txt";

    /// <summary>Characters of a tag's value, of which CloudFormation takes no more (AWS::CloudFormation::Stack, tags).</summary>
    private const int MaximumTag = 256;
    private const string StandIn = " stand-in";

    // a regular file that its owner writes, everybody reads, and Lambda starts: the mode of Unix, in the upper half of what a zip keeps
    private const int ExecutableMode = 0x81ED;
    private const int FileMode = 0x81A4;

    // no zip can say an earlier time
    private static readonly DateTimeOffset ZipBegin = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the functions were published into a folder, with the packaged model.</summary>
    public static bool IsPublished(string folder) =>
        (IsNative(folder) || File.Exists(Path.Combine(folder, $"{Handler}.dll")))
        && File.Exists(Path.Combine(folder, PackagedModel.FileName));

    /// <summary>Whether the functions in a folder are natively compiled.</summary>
    public static bool IsNative(string folder) => File.Exists(Path.Combine(folder, Executable));

    /// <summary>The natively compiled executables in a folder: that of most functions and, where it was made, that of the hooks.</summary>
    public static IEnumerable<string> Executables(string folder) =>
        [Path.Combine(folder, Executable), .. new[] { Path.Combine(folder, HookExecutable) }.Where(File.Exists)];

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

    /// <summary>
    /// The value of the tag that says with which AWS packages the functions of a stack were built: <c>official</c>, or the groups for which
    /// stand-ins were taken, or how many these are where their names are too long for a tag.
    /// </summary>
    public static string Tag(IReadOnlyList<string> standIns)
    {
        ArgumentNullException.ThrowIfNull(standIns);
        var named = $"stand-ins: {string.Join(' ', standIns)}";
        return standIns.Count == 0 ? "official" : named.Length <= MaximumTag ? named : $"stand-ins: {standIns.Count} groups";
    }

    /// <summary>
    /// Packs what was published with the configuration of this deployment, as it is uploaded. The command line of the CDK would compress
    /// a folder less: by a twentieth of a natively compiled package.
    /// </summary>
    /// <param name="published">Folder into which <c>dotnet publish</c> wrote.</param>
    /// <param name="configuration">The file that takes the place of the packaged configuration.</param>
    /// <param name="knowledge">What takes the place of the packaged articles, or null: then they answer nobody.</param>
    /// <param name="console">Folder of the published console; null: none is deployed.</param>
    /// <param name="isEdited">Whether people edit articles in the console, which then begins with these.</param>
    public static PackedFunctions Pack(
        string published, string configuration, KnowledgeBase? knowledge, string? console = null, bool isEdited = false)
    {
        var files = Files(published, configuration);
        KeyValuePair<string, byte[]>? articles = knowledge is null ? null : new(KnowledgeName, KnowledgeFile.Write(knowledge));
        if (articles is { } own)
        {
            files[own.Key] = own.Value;
        }

        KeyValuePair<string, byte[]> model = new(PackagedModel.FileName, files[PackagedModel.FileName]);
        _ = files.Remove(PackagedModel.FileName);
        var encoder = files.Remove(EncoderLocation.FileName, out var weights)
            ? Zip([new(EncoderLocation.FileName, weights)])
            : null;
        string? hooks = null;
        if (files.Remove(HookExecutable, out var executable))
        {
            hooks = Zip(new SortedDictionary<string, byte[]>(files, StringComparer.Ordinal) { [Executable] = executable });
        }

        return new PackedFunctions(
            Zip(files), hooks, Zip([model]), encoder,
            console is null ? null : Zip(ConsoleFunction.Files(Files(console, configuration), isEdited ? articles : null)));
    }

    private static SortedDictionary<string, byte[]> Files(string published, string configuration)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(published, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        files[ConfigurationName] = File.ReadAllBytes(configuration);
        return files;
    }

    private static string Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var path = Path.Combine(Path.GetTempPath(), $"contactcenter-package-{Guid.NewGuid():N}.zip");
        using var package = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            Add(package, name, content);
        }

        return path;
    }

    // the same content is the same file, so that it is not uploaded again
    private static void Add(ZipArchive package, string name, byte[] content)
    {
        var entry = package.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = ZipBegin;
        entry.ExternalAttributes = (name == Executable ? ExecutableMode : FileMode) << 16;
        using var target = entry.Open();
        target.Write(content);
    }

    private static bool IsStandIn(string line) => line.EndsWith(StandIn, StringComparison.Ordinal);
}

/// <summary>Files as they are uploaded; they are deleted with this.</summary>
/// <param name="Functions">What functions are deployed from.</param>
/// <param name="Hooks">What the hooks are deployed from; null: the same as all others.</param>
/// <param name="Model">The layer with the packaged model, which most functions do not need and which is a seventh of all.</param>
/// <param name="Encoder">The layer with the encoder, which two functions take; null: none was made.</param>
/// <param name="Console">What the console is deployed from; null: it is not.</param>
internal sealed record PackedFunctions(string Functions, string? Hooks, string Model, string? Encoder, string? Console) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in new[] { Functions, Hooks, Model, Encoder, Console }.OfType<string>())
        {
            File.Delete(file);
        }
    }
}
