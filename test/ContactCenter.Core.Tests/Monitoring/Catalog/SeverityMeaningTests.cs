using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

/// <summary>P1 has one meaning, and every document tells the same one.</summary>
public sealed partial class SeverityMeaningTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs/design/severity.md"));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/alarms.md")]
    [InlineData("docs/design/severity.md")]
    public void Every_document_that_explains_P1_uses_the_same_words(string path) =>
        Assert.Contains(SeverityMeaning.Critical, Spaces().Replace(File.ReadAllText(Repository.File(path)), " "), StringComparison.Ordinal);

    [Fact]
    public void The_page_gives_a_verdict_on_every_P1_of_the_catalog() => Assert.Equal(
        AlarmCatalog.Default.Definitions.Where(static definition => definition.Severity == Severity.P1)
            .Select(static definition => definition.Id)
            .Concat(CompositeCatalog.All.Where(static composite => composite.Severity == Severity.P1).Select(static composite =>
                composite.Id))
            .Order(),
        Verdicts().Where(static row => row.Now == Severity.P1).Select(static row => row.Alarm).Order());

    [Fact]
    public void The_page_tells_the_severity_that_the_catalog_has() => Assert.All(Verdicts(), static row =>
        Assert.Equal(
            row.Now,
            AlarmCatalog.Default.Find(row.Alarm)?.Severity
                ?? CompositeCatalog.All.Single(composite => composite.Id == row.Alarm).Severity));

    [Fact]
    public void The_page_names_every_alarm_that_a_severe_breach_makes_a_P1() => Assert.Equal(
        AlarmCatalog.Default.Definitions
            .Where(static definition =>
                definition is { Severity: Severity.P2, Severe: not null, Customers: CustomerService.NotServedWhenSevere })
            .Select(static definition => definition.Id).Order(),
        SevereRow()
            .Matches(Page)
            .Where(static row => row.Groups["now"].Value == "yes")
            .Select(static row => row.Groups["alarm"].Value)
            .Order());

    [Fact]
    public void The_page_names_every_alarm_that_a_severe_breach_makes_a_P1_no_longer() => Assert.Equal(
        AlarmCatalog.Default.Definitions
            .Where(static definition =>
                definition is { Severity: Severity.P2, Severe: not null, Customers: CustomerService.Served }
                    && definition.Id != "concurrent-calls-critical")
            .Select(static definition => definition.Id).Order(),
        SevereRow()
            .Matches(Page)
            .Where(static row => row.Groups["now"].Value == "no")
            .Select(static row => row.Groups["alarm"].Value)
            .Order());

    private static IEnumerable<(string Alarm, Severity Now)> Verdicts() =>
        VerdictRow().Matches(Page).Select(static row => (row.Groups["alarm"].Value, Enum.Parse<Severity>(row.Groups["now"].Value)));

    [GeneratedRegex(@"^\| `(?<alarm>[a-z-]+)` \| P\d \| (?<now>P\d) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex VerdictRow();

    [GeneratedRegex(@"^\| `(?<alarm>[a-z-]+)` \| (yes|no) \| (?<now>yes|no) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SevereRow();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
