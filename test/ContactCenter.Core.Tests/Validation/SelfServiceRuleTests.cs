using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Rules of the customer system and of recommendations.</summary>
public sealed class SelfServiceRuleTests
{
    [Theory]
    [InlineData("http://crm.bank.example/{phone}")]
    [InlineData("https://{phone}.bank.example/")]
    [InlineData("https://user@bank.example/{phone}")]
    [InlineData("https://localhost/{phone}")]
    [InlineData("https://127.0.0.1/{phone}")]
    [InlineData("https://169.254.169.254/{phone}")]
    [InlineData("https://[::1]/{phone}")]
    [InlineData("https://crm.bank.example/all")]
    public void The_address_is_an_https_address_of_another_machine_with_a_key_of_the_customer(string url) =>
        Assert.Equal("$.crm.url", Assert.Single(SampleConfiguration.With(root => root["crm"]!["url"] = url).Problems).Path);

    [Fact]
    public void The_customer_system_is_one_of_the_apis() =>
        Broken(root => root["crm"]!["api"] = "crn", "$.crm.api", "did you mean crm?");

    [Theory]
    [InlineData("status", "a")]
    [InlineData("first name", "a")]
    [InlineData("name", "a..b")]
    [InlineData("name", "")]
    public void An_attribute_has_a_name_and_a_path(string name, string path) =>
        Assert.StartsWith(
            "$.crm.attributes",
            Assert.Single(SampleConfiguration.With(root => root["crm"]!["attributes"] = new JsonObject { [name] = path }).Problems).Path,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("ticketLink")]
    [InlineData("nextTopic")]
    [InlineData("customerWords")]
    [InlineData("dialogueSaid")]
    public void A_name_of_something_that_is_off_is_free(string name) => Assert.Empty(
        SampleConfiguration.With(root => root["crm"]!["attributes"] = new JsonObject { [name] = "a" }).Problems);

    [Fact]
    public void A_name_of_something_that_is_on_is_taken() => Assert.Equal(
        "$.crm.attributes.ticketLink",
        Assert.Single(SampleConfiguration.With(root =>
        {
            root["crm"]!["attributes"] = new JsonObject { ["ticketLink"] = "a" };
            root["contacts"] = new JsonObject
            {
                ["tickets"] = new JsonObject { ["system"] = "cases", ["to"] = "d", ["template"] = "t" },
            };
        }).Problems).Path);

    [Fact]
    public void A_second_request_comes_before_the_time_is_over() =>
        Broken(root => root["crm"]!["hedgeAfterMilliseconds"] = 1600, "$.crm.hedgeAfterMilliseconds", "less than budgetMilliseconds");

    [Fact]
    public void A_recommendation_has_a_name_of_its_own() =>
        Broken(root => root["recommendations"]![1]!["name"] = "apologise", "$.recommendations[1].name", "stands above already");

    [Fact]
    public void An_operator_must_be_known() =>
        Broken(
            root => root["recommendations"]![0]!["when"]![1]!["operator"] = "atleast", "$.recommendations[0].when[1].operator", "atLeast");

    [Theory]
    [InlineData("exists", "1")]
    [InlineData("atLeast", "many")]
    [InlineData("below", "1,2")]
    public void An_operator_takes_the_values_that_it_can_compare(string how, string value) =>
        Assert.StartsWith("$.recommendations[0].when[1].values", Assert.Single(SampleConfiguration.With(root =>
        {
            root["recommendations"]![0]!["when"]![1]!["operator"] = how;
            root["recommendations"]![0]!["when"]![1]!["values"] = new JsonArray(value);
        }).Problems).Path, StringComparison.Ordinal);

    [Fact]
    public void An_operator_that_compares_needs_a_value() =>
        Broken(
            root => root["recommendations"]![0]!["when"]![0]!["values"] = new JsonArray(),
            "$.recommendations[0].when[0].values",
            "one value or more");

    private static void Broken(Action<JsonNode> change, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(change).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }
}
