using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Rules about what is written into incidents of ServiceNow.</summary>
public sealed class ServiceNowRuleTests
{
    [Fact]
    public void Columns_of_the_instance_and_placeholders_are_taken() => Assert.Empty(SampleConfiguration.With(root => root["serviceNow"] =
        JsonNode.Parse("""
            {
              "fields": { "assignment_group": "287ebd7da9fe198100f92cc8d1d2154e", "u_category": "{queue}", "opened_at": "x" },
              "severities": { "P1": { "assignment_group": "0a0a" } },
              "resources": { "customers": { "cmdb_ci": "0b0b" } }
            }
            """)).Problems);

    [Theory]
    [InlineData("correlation_id", "writes it itself")]
    [InlineData("priority", "writes it itself")]
    [InlineData("assignement_group", "did you mean assignment_group?")]
    [InlineData("Assignment group", "name of a column")]
    public void A_column_may_be_written(string column, string expected) =>
        Broken(root => Fields(root)[column] = "x", $"$.serviceNow.fields.{column}", $"\"{column}\"", expected);

    [Fact]
    public void A_placeholder_is_known() =>
        Broken(root => Fields(root)["u_x"] = "{resorce}", "$.serviceNow.fields.u_x", "\"{resorce}\"", "did you mean resource?");

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void A_value_is_a_line(string value) =>
        Broken(root => Fields(root)["u_x"] = value, "$.serviceNow.fields.u_x", null, "1 to 255 characters on one line");

    [Fact]
    public void Values_of_a_severity_are_checked_too() => Broken(
        root => root["serviceNow"] = new JsonObject { ["severities"] = new JsonObject { ["P2"] = new JsonObject { ["state"] = "1" } } },
        "$.serviceNow.severities.P2.state",
        "\"state\"",
        "writes it itself");

    private static JsonObject Fields(JsonNode root)
    {
        var fields = new JsonObject();
        root["serviceNow"] = new JsonObject { ["fields"] = fields };
        return fields;
    }
}
