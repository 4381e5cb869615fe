using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Infra.Packaging;

/// <summary>What the package of the functions is made from, as a hash: it is made again only when this changes.</summary>
internal static class PackageInputs
{
    private static readonly string[] Folders =
    [
        "src/ContactCenter.Core", "src/ContactCenter.Language", "src/ContactCenter.Aws", "src/ContactCenter.Documents", "src/ContactCenter.Plots",
        "src/ContactCenter.Functions", "models", "standins",
        "eng/aws-packages", "eng/ContactCenter.Readers", "eng/ContactCenter.Sentences", "eng/ContactCenter.Lexicon",
    ];

    /// <summary>What the console is made from besides: no function is made anew because a page has changed.</summary>
    private static readonly string[] OfConsole =
        ["src/ContactCenter.Console", "src/ContactCenter.ConsoleFunction", "docs/runbooks"];

    private static readonly string[] Alone =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "eng/package.proj",
    ];

    private static readonly string[] Made = ["bin", "obj"];

    /// <summary>Environment variables that choose AWS packages.</summary>
    private static readonly string[] Variables = ["AwsPackages", "OfficialPackages"];

    /// <summary>The hash of the names and contents of all sources, in hexadecimal digits.</summary>
    /// <param name="root">The folder of the repository.</param>
    /// <param name="sdk">The version of the .NET SDK, which makes another package of the same sources.</param>
    /// <param name="withConsole">True: of the console, which the functions are a part of.</param>
    public static string Hash(string root, string sdk, bool withConsole = false)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(sdk);
        foreach (var variable in Variables)
        {
            Add($"{variable}={System.Environment.GetEnvironmentVariable(variable)}");
        }

        foreach (var file in Files(root, withConsole ? [.. Folders, .. OfConsole] : Folders))
        {
            Add(file);
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
    }

    private static IEnumerable<string> Files(string root, string[] folders) => folders
        .Select(folder => Path.Combine(root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Concat(Alone.Select(file => Path.Combine(root, file)).Where(File.Exists))
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Intersect(Made).Any())
        .Order(StringComparer.Ordinal);
}
