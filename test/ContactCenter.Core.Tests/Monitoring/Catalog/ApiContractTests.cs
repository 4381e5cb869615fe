using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

/// <summary>What docs/apis.md tells others to publish is what the alarms on external systems read.</summary>
public sealed class ApiContractTests
{
    private static readonly MetricSource[] Read =
    [
        .. AlarmCatalog.Default.Definitions
            .Where(alarm => alarm.Scope == AlarmScope.Api)
            .SelectMany(alarm => alarm.Metrics)
            .DistinctBy(metric => metric.Name)
            .OrderBy(metric => metric.Name, StringComparer.Ordinal),
    ];

    private static readonly string Page = File.ReadAllText(Repository.File("docs", "apis.md"));

    private static readonly JsonNode Line = JsonNode.Parse(Page.Split("```json")[1].Split("```")[0])!;

    private static readonly JsonNode Directive = Line["_aws"]!["CloudWatchMetrics"]![0]!;

    [Fact]
    public void The_line_has_the_metrics_that_alarms_read()
    {
        var told = Directive["Metrics"]!.AsArray().Select(metric => (string)metric!["Name"]!).Order(StringComparer.Ordinal);

        Assert.Equal(Read.Select(metric => metric.Name), told);
        Assert.All(Read, metric => Assert.Equal(metric.Namespace, (string?)Directive["Namespace"]));
    }

    [Fact]
    public void The_line_has_the_dimensions_that_alarms_read()
    {
        var dimensions = Assert.Single(Directive["Dimensions"]!.AsArray())!.AsArray().Select(name => (string)name!).ToArray();

        Assert.All(Read, metric => Assert.Equal(metric.Dimensions.Select(dimension => dimension.Name), dimensions));
    }

    [Fact]
    public void Every_name_has_a_value_in_the_line() => Assert.All(
        Read.SelectMany(metric => metric.Dimensions.Select(dimension => dimension.Name).Append(metric.Name)),
        name => Assert.NotNull(Line[name]));

    [Theory]
    [InlineData("```python")]
    [InlineData("```javascript")]
    public void Each_language_tells_the_same_names(string language)
    {
        var code = Page.Split(language)[1].Split("```")[0];

        Assert.All(Read.Select(metric => metric.Name), name => Assert.Contains(name, code, StringComparison.Ordinal));
        Assert.Single(code.Trim().Split('\n'));
    }
}
