using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Dashboards;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

/// <summary>Documents that are made from the code are those that are checked in.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_document_of_the_alarms_is_current() => AssertCurrent(
        CatalogDocument.Markdown(AlarmCatalog.Default),
        "docs/alarms.md",
        "dotnet run --project src/ContactCenter.Cli -- alarms --markdown > docs/alarms.md");

    [Fact]
    public void The_schema_of_the_configuration_is_current() => AssertCurrent(
        ConfigurationSchema.Text,
        "contactcenter.schema.json",
        "dotnet run --project src/ContactCenter.Cli -- validate --schema > contactcenter.schema.json");

    [Theory]
    [InlineData(DashboardPlan.Executive)]
    [InlineData(DashboardPlan.Operations)]
    public void The_dashboards_for_Grafana_are_current(string id)
    {
        var sample = SampleConfiguration.Read();

        AssertCurrent(
            GrafanaDashboard.File(
                DashboardPlan.For(sample).Single(dashboard => dashboard.Id == id), sample.Instance, DeploymentNames.Of(sample)),
            $"docs/grafana/{id}.json",
            "dotnet run --project src/ContactCenter.Cli -- dashboards --out docs/grafana");
    }

    [Theory]
    [InlineData("queue-wait-time", ">= 2 min, 8 of 10 x 1m")]
    [InlineData("concurrent-calls", ">= 80 %, 3 of 3 x 1m")]
    [InlineData("call-volume-gone", "below band of 3 deviations, 5 of 5 x 1m")]
    [InlineData("service-level", "< 60 %, 10 of 15 x 1m")]
    [InlineData("sentiment", "<= -0.3, 3 of 4 x 15m")]
    [InlineData("calls-rejected", "> 0, 1 of 1 x 1m")]
    [InlineData("function-duration", "> 3,200 ms, 3 of 5 x 1m")]
    public void A_condition_reads_like_a_sentence(string id, string expected) =>
        Assert.Equal(expected, CatalogDocument.Condition(AlarmCatalog.Default.Find(id)!));

    private static void AssertCurrent(string text, string path, string command)
    {
        var stored = File.ReadAllText(Repository.File(path)).ReplaceLineEndings("\n");
        Assert.True(stored == text.ReplaceLineEndings("\n"), $"{path} is not current; run: {command}");
    }
}
