using System.Xml.Linq;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>A project as its file describes it.</summary>
/// <param name="Folder">The folder below the root: src, infra, standins, test, bench.</param>
/// <param name="Name">Name of the project.</param>
/// <param name="Projects">Names of the projects that it refers to.</param>
/// <param name="Packages">Names of the packages that it refers to, also by <c>AwsPackage</c> and <c>FrameworkReference</c>.</param>
internal sealed record Project(string Folder, string Name, string[] Projects, string[] Packages);

/// <summary>Reads project files.</summary>
internal static class ProjectGraph
{
    public static IReadOnlyList<Project> Read(string root) =>
    [
        .. new[] { "src", "infra", "standins", "test", "bench" }
            .Where(folder => Directory.Exists(Path.Combine(root, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.csproj", SearchOption.AllDirectories)
                .Select(file => Parse(folder, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))),
    ];

    public static Project Parse(string folder, string name, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToArray();
        string[] Includes(params string[] kinds) =>
            [
                .. items.Where(item => kinds.Contains(item.Name.LocalName) && item.Attribute("OutputItemType")?.Value != "Analyzer")
                    .Select(item => item.Attribute("Include")?.Value)
                    .OfType<string>()
                    .SelectMany(text => text.Split(';'))
            ];

        return new Project(
            folder,
            name,
            [.. Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Includes("PackageReference", "AwsPackage", "FrameworkReference"));
    }
}
