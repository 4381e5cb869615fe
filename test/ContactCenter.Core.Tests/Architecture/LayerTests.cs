using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>
/// Folders tell the truth: in which order they know each other, what their namespace is, and that they can be looked over.
/// </summary>
public sealed class LayerTests
{
    /// <summary>More files flat in one folder can no longer be looked over.</summary>
    private const int MaximumFiles = 25;

    private const int MaximumLines = 400;

    private static readonly IReadOnlyList<SourceFile> All = SourceFile.Read(Repository.Root, "src", "infra", "bench", "test");

    private static readonly IReadOnlyList<SourceFile> Core =
    [
        .. All.Where(static file => file.Path.StartsWith("src/ContactCenter.Core/", StringComparison.Ordinal))
    ];

    /// <summary>
    /// The console is Web: in a namespace of its own name no program beside it could say <c>Console</c> for that of the system.
    /// </summary>
    private static string NamespaceOf(string folder) =>
        string.Join('.', folder.Split('/').Skip(1)).Replace("ContactCenter.Console", "ContactCenter.Web", StringComparison.Ordinal);

    [Fact]
    public void A_folder_of_Core_knows_only_those_before_it()
    {
        Assert.True(Core.Count > 100);
        Assert.Empty(LayerRules.Broken(Core));
    }

    [Fact]
    public void No_folders_beside_each_other_know_each_other_in_a_circle() => Assert.Equal([], LayerRules.Circles(
    [
        .. All.Where(static file => file.Path.Split('/')[0] is "src" or "infra")
    ]));

    [Theory]
    [InlineData(TableLayout.PartitionKey)]
    [InlineData(TableLayout.SortKey)]
    [InlineData(TableLayout.DueIn)]
    [InlineData(TableLayout.NextDueAt)]
    [InlineData(TableLayout.ExpiresAt)]
    [InlineData(RemediationNames.ReservedConcurrency)]
    [InlineData(RemediationNames.EventSource)]
    [InlineData(OwnMetricNames.TrailNamespace)]
    public void A_name_that_several_projects_know_stands_once(string name) => Assert.InRange(
        All.Where(static file =>
            file.Folder.StartsWith("src", StringComparison.Ordinal) || file.Folder.StartsWith("infra", StringComparison.Ordinal))
            .Count(file => file.Text.Contains($"\"{name}\"", StringComparison.Ordinal)),
        0,
        1);

    [Fact]
    public void A_namespace_is_the_folder() => Assert.Empty(All
        .Where(static file => !file.IsGenerated && file.Namespace is { } name && name != NamespaceOf(file.Folder))
        .Select(static file => $"{file.Path} declares {file.Namespace}"));

    [Fact]
    public void No_folder_has_more_files_than_can_be_looked_over() => Assert.Empty(All
        .CountBy(static file => file.Folder)
        .Where(static folder => folder.Value > MaximumFiles)
        .Select(static folder => $"{folder.Key} has {folder.Value} files, more than {MaximumFiles}"));

    [Fact]
    public void No_file_is_too_long_to_read() => Assert.Empty(All
        .Where(static file => !file.IsGenerated && file.Lines > MaximumLines)
        .Select(static file => $"{file.Path} has {file.Lines} lines, more than {MaximumLines}"));

    [Theory]
    [InlineData(
        "Monitoring/Triage/A.cs",
        "using ContactCenter.Core.Incidents;",
        "src/ContactCenter.Core/Monitoring/Triage/A.cs reaches for Incidents, which stands above Monitoring")]
    [InlineData(
        "Remediation/Runs/A.cs",
        "using ContactCenter.Core.Notifications.Text;",
        "src/ContactCenter.Core/Remediation/Runs/A.cs reaches for Notifications, which stands beside Remediation")]
    [InlineData(
        "Common/A.cs",
        "/// <see cref=\"Incidents.Incident\"/>",
        "src/ContactCenter.Core/Common/A.cs reaches for Incidents, which stands above Common")]
    [InlineData("Utilities/A.cs", "", "src/ContactCenter.Core/Utilities/A.cs: Utilities is no layer; say where it stands")]
    public void An_arrow_that_points_upwards_is_found(string path, string text, string expected) =>
        Assert.Equal(
            [expected],
            LayerRules.Broken(
            [
                new($"src/ContactCenter.Core/{path}", text), new("src/ContactCenter.Core/Incidents/Incident.cs", "record Incident")
            ]));

    [Fact]
    public void An_arrow_that_points_downwards_is_none() =>
        Assert.Empty(LayerRules.Broken(
        [
            new("src/ContactCenter.Core/Validation/A.cs", "using ContactCenter.Core.Contacts.Flows; using ContactCenter.Core.Common;")
        ]));

    [Fact]
    public void Folders_that_know_each_other_are_found() => Assert.Equal(
        ["ContactCenter.Core.Incidents.A knows ContactCenter.Core.Incidents.B knows ContactCenter.Core.Incidents.A: a circle"],
        LayerRules.Circles([Knows("Incidents.A", "Incidents.B"), Knows("Incidents.B.Deeper", "Incidents.A")]));

    [Fact]
    public void A_circle_of_more_than_two_is_found_and_told_once() => Assert.Equal(
        [
            "ContactCenter.Core.Contacts.A knows ContactCenter.Core.Contacts.C knows ContactCenter.Core.Contacts.B "
                + "knows ContactCenter.Core.Contacts.A: a circle"
        ],
        LayerRules.Circles([Knows("Contacts.A", "Contacts.C"), Knows("Contacts.C", "Contacts.B"), Knows("Contacts.B", "Contacts.A")]));

    [Fact]
    public void A_folder_and_what_stands_in_it_are_one() =>
        Assert.Empty(LayerRules.Circles([Knows("Incidents", "Incidents.Engine"), Knows("Incidents.Engine", "Incidents")]));

    private static SourceFile Knows(string from, string to) => new(
        $"src/ContactCenter.Core/{from.Replace('.', '/')}/X.cs",
        $"using ContactCenter.Core.{to};\n\nnamespace ContactCenter.Core.{from};");
}
