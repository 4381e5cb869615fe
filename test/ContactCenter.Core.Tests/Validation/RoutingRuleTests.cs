using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

public sealed class RoutingRuleTests
{
    [Theory]
    [InlineData("defaultQueue", "\"Genral\"", "$.routing.defaultQueue", "did you mean General?")]
    [InlineData("answerWithin", "\"0s\"", "$.routing.answerWithin", "more than 0s")]
    [InlineData("languages", "[\"english\"]", "$.routing.languages[0]", "two-letter code")]
    [InlineData("topics", """{"fraud":{"queue":"Crds"}}""", "$.routing.topics.fraud.queue", "did you mean Cards?")]
    [InlineData("segments", """{"gold":{"answerWithin":"0m"}}""", "$.routing.segments.gold.answerWithin", "more than 0s")]
    [InlineData("learnsRoutes", "true", "$.routing.learnsRoutes", "contacts.promises and topics.next")]
    [InlineData("announcements", """{"apis":{"en":"Sorry."}}""", "$.routing.announcements.apis", "did you mean api?")]
    [InlineData("announcements", """{"api":{"en":"<speak>Sorry</speak>"}}""", "$.routing.announcements.api.en", "plain sentence")]
    [InlineData("announcements", """{"api":{"en-US":"Sorry."}}""", "$.routing.announcements.api.en-US", "two-letter code")]
    public void A_setting_that_cannot_work_is_refused_with_what_would_be_right(string setting, string value, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["routing"]![setting] = JsonNode.Parse(value)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_routing_section_may_be_left_out() =>
        Assert.Empty(SampleConfiguration.With(root => root.AsObject().Remove("routing")).Problems);
}
