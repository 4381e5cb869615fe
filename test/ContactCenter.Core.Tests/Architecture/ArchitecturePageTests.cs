namespace ContactCenter.Core.Tests.Architecture;

public sealed class ArchitecturePageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.File("docs", "design", "architecture.md"));

    [Fact]
    public void The_page_of_the_architecture_tells_of_each_project_what_it_may_know()
    {
        var projects = ProjectGraph.Read(Repository.Root)
            .Where(static project => project.Folder is "src" or "infra")
            .Select(static project => project.Name);
        var rows = Rows("| project |").Select(static row => $"{row[0].Trim('`')}: {(row[2] == "nothing" ? "" : row[2])}");

        Assert.Equal(
            projects.Order(StringComparer.Ordinal).Select(static project =>
                $"{project}: {string.Join(", ", DependencyRules.MayKnow(project).Select(Short))}"),
            rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_of_the_architecture_lists_the_folders_of_Core_from_the_bottom() =>
        Assert.Equal(LayerRules.Layers, Rows("| folder |").Select(static row => row[0]));

    [Fact]
    public void Each_rule_on_the_page_of_the_architecture_stands_where_it_says()
    {
        var files = Rows("| rule |").Select(static row => row[1].Trim('`')).ToArray();

        Assert.NotEmpty(files);
        Assert.All(files, static file => Assert.True(File.Exists(Repository.File(file.Split('/'))), file));
    }

    /// <summary>The cells of the table that begins with a heading.</summary>
    private static IEnumerable<string[]> Rows(string heading) => Page
        .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string Short(string project) => project.Split('.')[^1];
}
