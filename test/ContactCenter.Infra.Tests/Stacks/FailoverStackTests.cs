using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>What may be failed over is named one by one, and without the section nothing of it is there.</summary>
public sealed class FailoverStackTests
{
    private static JsonObject Home => Synthesis.Equipped["cc-prod-failover"];

    private static JsonObject Standby => Synthesis.Equipped["cc-prod-standby-failover"];

    [Fact]
    public void Without_the_section_nothing_of_it_is_deployed() =>
        Assert.DoesNotContain(Synthesis.All.Keys, name => name.EndsWith("failover", StringComparison.Ordinal));

    [Fact]
    public void It_changes_the_flows_that_contacts_come_in_by_and_only_reads_the_emergency_flow()
    {
        var changed = Resources(Home, "connect:UpdateContactFlowContent");

        Assert.Equal(2, changed.Count);
        Assert.DoesNotContain(changed, resource => resource.Contains("emergency", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(3, Resources(Home, "connect:DescribeContactFlow").Count);
    }

    [Fact]
    public void It_shifts_the_group_that_is_configured_by_its_ARN() => Assert.Equal(
        [$"\"{EquippedSample.DistributionGroup}\""], Resources(Home, "connect:UpdateTrafficDistribution"));

    [Fact]
    public void The_Region_that_stands_by_shifts_traffic_and_changes_no_flow()
    {
        Assert.Equal([$"\"{EquippedSample.DistributionGroup}\""], Resources(Standby, "connect:UpdateTrafficDistribution"));
        Assert.Empty(Resources(Standby, "connect:UpdateContactFlowContent"));
    }

    [Fact]
    public void It_is_asked_for_what_it_can_do_and_nothing_else() => Assert.Equal(
        """["switch-to-emergency-flow","force-queue-fallback","shift-traffic"]""",
        Assert.Single(Home.Resources("AWS::SNS::Subscription")).Properties["FilterPolicy"]!["remediation"]!.ToJsonString());

    [Fact]
    public void What_was_agreed_to_is_no_change_that_nobody_knows_of() => Assert.Contains(
        Synthesis.Equipped["cc-prod-audit"].Resources("AWS::Logs::MetricFilter"),
        filter => filter.Properties["FilterPattern"]!.ToJsonString() is var pattern
            && pattern.Contains("UpdateContactFlow*", StringComparison.Ordinal)
            && pattern.Contains("cc-prod-failover", StringComparison.Ordinal));

    private static List<string> Resources(JsonObject template, string action) =>
    [
        .. template.Resources("AWS::IAM::Policy")
            .SelectMany(policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Where(statement => statement!["Action"]!.ToJsonString().Contains($"\"{action}\"", StringComparison.Ordinal))
            .SelectMany(statement => statement!["Resource"] is JsonArray many
                ? many.Select(resource => resource!.ToJsonString())
                : [statement["Resource"]!.ToJsonString()]),
    ];
}
