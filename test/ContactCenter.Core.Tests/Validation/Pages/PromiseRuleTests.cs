using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation.Pages;

public sealed class PromiseRuleTests
{
    [Theory]
    [InlineData("""{ "promises": [{ "name": "a", "answerWithin": "8d" }] }""", "$.contacts.promises[0].answerWithin", "\"8d\"", "at most 7d")]
    [InlineData("""{ "promises": [{ "name": "A b" }] }""", "$.contacts.promises[0].name", "\"A b\"", "business-cards")]
    [InlineData("""{ "promises": [{ "name": "a", "satisfaction": 6 }] }""", "$.contacts.promises[0].satisfaction", "6", "5")]
    [InlineData("""{ "promises": [{ "name": "a", "channels": ["fax"] }] }""", "$.contacts.promises[0].channels[0]", "\"fax\"", "email")]
    [InlineData("""{ "promises": [{ "name": "all" }, { "name": "b", "topics": ["fraud"] }] }""", "$.contacts.promises[1]", "no contact comes to it: all, which stands before it, fits all of them", "the narrower promise before")]
    [InlineData("""{ "promises": [{ "name": "a" }], "escalation": { "audience": "managment" } }""", "$.contacts.escalation.audience", "\"managment\"", "management")]
    [InlineData("""{ "promises": [{ "name": "a" }], "escalation": { "audience": "aws-support" } }""", "$.contacts.escalation.audience", "\"aws-support\"", "text message")]
    [InlineData("""{ "promises": [{ "name": "a", "audience": "management" }] }""", "$.contacts.promises[0].audience", "\"management\"", "contacts.escalation as well")]
    [InlineData("""{ "escalation": { "audience": "management" } }""", "$.contacts.escalation", "no promise", "expected promises as well")]
    [InlineData("""{ "promises": [{ "name": "a" }], "escalation": { "audience": "management", "every": "5s" } }""", "$.contacts.escalation.every", "\"5s\"", "1m to 1h")]
    public void What_would_not_be_watched_or_told_is_said(string section, string path, string found, string expected) =>
        Rule.Broken(root => root["contacts"] = JsonNode.Parse(section), path, found, expected);

    [Fact]
    public void The_sample_has_nothing_wrong() => Assert.Empty(
        ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "promises.json"))).Problems);

    [Fact]
    public void A_topic_that_no_model_knows_is_asked_about() => Assert.Contains(
        ConfigurationQuestions.About(
            SampleConfiguration.Read() with { Contacts = new() { Promises = [new() { Name = "a", Topics = ["card_lots"] }] } },
            new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero)),
        static question => question.Path == "$.contacts.promises[0].topics[0]");

    [Fact]
    public void Nobody_asks_whether_an_audience_is_meant_that_is_told_of_contacts()
    {
        var asked = ConfigurationQuestions.About(
            ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "promises.json"))).Configuration!,
            new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));

        Assert.DoesNotContain(asked, static question => question.Path.StartsWith("$.audiences", StringComparison.Ordinal));
    }

    [Fact]
    public void The_function_comes_with_a_promise_and_not_otherwise()
    {
        var without = SampleConfiguration.Read();
        var with = without with { Contacts = new ContactSettings { Promises = [new() { Name = "a" }] } };

        Assert.DoesNotContain(SystemFunctions.WatchPromises, SystemFunctions.For(without));
        Assert.Contains(SystemFunctions.WatchPromises, SystemFunctions.For(with));
    }
}
