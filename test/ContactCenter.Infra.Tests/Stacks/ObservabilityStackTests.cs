using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class ObservabilityStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("observability");

    [Fact]
    public void There_is_a_dashboard_for_managers_and_one_for_engineers() => Assert.Equal(
        ["cc-prod-executive", "cc-prod-operations"],
        Template.Resources("AWS::CloudWatch::Dashboard")
            .Select(dashboard => (string?)dashboard.Properties["DashboardName"])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alarm_that_a_dashboard_shows_is_deployed()
    {
        var deployed = Templates.Resources.Where(resource => resource.Type.StartsWith("AWS::CloudWatch::", StringComparison.Ordinal))
            .Select(resource => (string?)resource.Properties["AlarmName"]).ToHashSet();

        var shown = Bodies()
            .SelectMany(widget => widget["properties"]!["alarms"]?.AsArray() ?? [])
            .Select(arn => ((string)arn!).Split(":alarm:")[1])
            .ToArray();

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(deployed));
    }

    [Fact]
    public void Where_the_dashboards_are_is_an_output()
    {
        var links = Template["Outputs"]!.AsObject().Select(output => (string?)output.Value!["Value"]);

        Assert.Contains(
            "https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#dashboards/dashboard/cc-prod-executive",
            links);
    }

    private static IEnumerable<JsonObject> Bodies() => Template.Resources("AWS::CloudWatch::Dashboard")
        .SelectMany(dashboard => JsonNode.Parse((string)dashboard.Properties["DashboardBody"]!)!["widgets"]!.AsArray())
        .Select(widget => widget!.AsObject());
}
