namespace ContactCenter.Core.Tests.Architecture;

/// <summary>
/// Arrows between projects point towards Core, and from there to Language. Pure, so that the rules themselves can be tested.
/// </summary>
internal static class DependencyRules
{
    private const string Language = "ContactCenter.Language";
    private const string Core = "ContactCenter.Core";
    private const string Simulation = "ContactCenter.Simulation";
    private const string Aws = "ContactCenter.Aws";
    private const string Functions = "ContactCenter.Functions";
    private const string Embedded = "ContactCenter.Embedded";
    private const string Plots = "ContactCenter.Plots";
    private const string Documents = "ContactCenter.Documents";
    private const string Console = "ContactCenter.Console";

    /// <summary>What each project of the product may refer to; a project that is not named here must be added on purpose.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Language] = [],
        [Core] = [Language],
        [Simulation] = [Core, Language],
        [Aws] = [Core, Language],
        [Functions] = [Documents, Aws, Core, Language],
        [Embedded] = [Functions, Aws, Simulation, Core, Language],
        [Plots] = [],
        [Documents] = [Plots, Core, Language],
        [Console] = [Documents, Plots, Core, Language],
        ["ContactCenter.ConsoleFunction"] = [Console, Functions, Aws, Core],
        ["ContactCenter.Cli"] = [Console, Documents, Embedded, Functions, Aws, Simulation, Core, Language],
        ["ContactCenter.Infra"] = [Core, Language],
    };

    private static readonly HashSet<string> Pure = [Language, Core, Simulation, Plots, Documents];

    /// <summary>What a project of the product may refer to.</summary>
    public static IReadOnlyList<string> MayKnow(string project) => Allowed[project];

    /// <summary>Every arrow that points the wrong way, as a sentence.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<Project> projects)
    {
        var folders = projects.ToDictionary(project => project.Name, project => project.Folder, StringComparer.Ordinal);
        foreach (var project in projects.Where(project => project.Folder is "src" or "infra"))
        {
            if (!Allowed.TryGetValue(project.Name, out var allowed))
            {
                yield return $"{project.Name} is not known to the rules: say what it may refer to";
                continue;
            }

            // stand-ins take the place of packages
            foreach (var target in project.Projects.Where(target =>
                !allowed.Contains(target) && (IsPure(project) || folders.GetValueOrDefault(target) != "standins")))
            {
                yield return $"{project.Name} must not refer to {target}";
            }

            foreach (var package in project.Packages.Where(package => IsPure(project) && IsOutside(package)))
            {
                yield return $"{project.Name} is pure and must not refer to {package}";
            }
        }

        foreach (var project in projects.Where(project => project.Folder == "standins"))
        {
            foreach (var target in project.Projects.Where(target => folders.GetValueOrDefault(target) != "standins"))
            {
                yield return $"the stand-in {project.Name} must not refer to {target}";
            }
        }
    }

    private static bool IsPure(Project project) => Pure.Contains(project.Name);

    private static bool IsOutside(string package) =>
        package.StartsWith("AWSSDK", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("Constructs", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("Microsoft.AspNetCore", StringComparison.OrdinalIgnoreCase);
}
