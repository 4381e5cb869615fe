using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

/// <summary>Every message links to a runbook; the runbook must be there and have the same four parts at three in the morning.</summary>
public sealed class RunbookTests
{
    /// <summary>Runbooks of incidents that are not in the catalog.</summary>
    private static readonly string[] Others =
        ["foreign-alarm", "unrecognised-alarm", "unknown-alarm", "alarm-storm", "customers-cut-off", "account-differs",
        "alarms-without-samples", "growth", "people-not-reached", "person-report", "synthetic-contact-fails", "unusual"];

    private static readonly string[] Parts = ["## What it means", "## Check first", "## What to do", "## When it is over"];

    public static TheoryData<string> Names =>
        [.. AlarmCatalog.Default.Definitions.Select(definition => definition.Runbook).Concat(Others).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_runbook_is_there_short_and_in_four_parts(string name)
    {
        var path = Repository.File("docs", "runbooks", $"{name}.md");
        Assert.True(File.Exists(path), $"docs/runbooks/{name}.md is missing");

        var lines = File.ReadAllLines(path);

        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        Assert.Equal(Parts, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.InRange(lines.Count(line => line.Length > 0), 10, 25);
    }

    [Fact]
    public void No_runbook_is_left_behind()
    {
        var known = Names.Select(row => row.Data).ToHashSet();

        var found = Directory.GetFiles(Repository.File("docs", "runbooks"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(known.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_runbook_names_the_alarms_that_lead_to_it()
    {
        var unnamed = AlarmCatalog.Default.Definitions
            .Where(definition =>
                !File.ReadAllText(Repository.File("docs", "runbooks", $"{definition.Runbook}.md")).Contains(
                    $"`{definition.Id}`", StringComparison.Ordinal))
            .Select(definition => $"{definition.Runbook}.md does not name {definition.Id}");

        Assert.Empty(unnamed);
    }
}
