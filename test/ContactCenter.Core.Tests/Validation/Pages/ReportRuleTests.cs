using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation.Pages;

public sealed class ReportRuleTests
{
    [Theory]
    [InlineData("""{ "to": [] }""", "$.reports.to", "nobody", "expected names of audiences")]
    [InlineData("""{ "to": ["managment"] }""", "$.reports.to[0]", "\"managment\"", "management")]
    [InlineData("""{ "to": ["aws-support"] }""", "$.reports.to[0]", "\"aws-support\"", "with an e-mail address")]
    [InlineData("""{ "to": ["management"], "weekly": false, "monthly": false }""", "$.reports", "neither a week nor a month", "expected weekly, monthly")]
    [InlineData("""{ "to": ["management"], "linkHours": 48 }""", "$.reports.linkHours", "48", "12")]
    public void What_nobody_would_get_is_told(string section, string path, string found, string expected) =>
        Rule.Broken(root => root["reports"] = JsonNode.Parse(section), path, found, expected);

    [Fact]
    public void The_function_and_its_costs_come_with_the_section_and_not_otherwise()
    {
        var without = SampleConfiguration.Read();
        var with = without with { Reports = new ReportSettings { To = ["management"] } };

        Assert.DoesNotContain(SystemFunctions.WriteReport, SystemFunctions.For(without));
        Assert.Contains(SystemFunctions.WriteReport, SystemFunctions.For(with));
        var line = Assert.Single(CostEstimate.For(with).Except(CostEstimate.For(without)), static line => line.Busy < 1);
        Assert.Equal("5 a month", line.Quantity);
    }
}
