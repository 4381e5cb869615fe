using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Routing;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class RoutingCriteriaTests
{
    [Fact]
    public void Criteria_ask_for_less_and_less()
    {
        var criteria = Route(new RoutingNeed { Topic = "billing", Language = "de" }).Criteria;

        Assert.Equal(
            "Skill Billing 4, Language de 3 for 5 s; Skill Billing 1, Language de 3 for 5 s; Language de 3 for 5 s", criteria.ToString());
    }

    [Theory]
    [InlineData("difficult", true, 5)]
    [InlineData("simple", true, 3)]
    [InlineData("usual", true, 4)]
    [InlineData("none", true, 4)]
    [InlineData("difficult", false, 4)]
    public void A_difficult_contact_asks_for_more_and_a_simple_one_for_less_where_the_configuration_says_what_is(
        string complexity, bool isConfigured, int level)
    {
        var center = Center() with { Topics = new TopicSettings { Complexity = isConfigured ? new ComplexitySettings() : null } };

        var decision = new ContactRouter(center).Route(
            new RoutingNeed { Topic = "billing", Complexity = complexity }, new RoutingSituation(Now, null, null));

        Assert.Equal(level, decision.SkillLevel);
        Assert.StartsWith($"Skill Billing {level} ", decision.Criteria.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simple", 0, 3)]
    [InlineData("simple", 1, 4)]
    [InlineData("usual", 1, 4)]
    [InlineData("usual", 2, 5)]
    [InlineData("difficult", 2, 5)]
    public void Who_was_in_touch_before_is_more_difficult_than_was_known_when_the_contact_was_classified(
        string complexity, int recentContacts, int level)
    {
        var center = Center() with { Topics = new TopicSettings { Complexity = new ComplexitySettings() } };

        var decision = new ContactRouter(center).Route(
            new RoutingNeed { Topic = "billing", Complexity = complexity, RecentContacts = recentContacts },
            new RoutingSituation(Now, null, null));

        Assert.Equal(level, decision.SkillLevel);
    }

    [Fact]
    public void A_language_without_a_proficiency_is_not_asked_for() =>
        Assert.Equal(
            "Skill Billing 4 for 5 s; Skill Billing 1 for 5 s",
            Route(new RoutingNeed { Topic = "billing", Language = "fr" }).Criteria.ToString());

    [Fact]
    public void Who_is_promised_an_answer_soon_is_not_kept_waiting_for_the_best_agent() =>
        Assert.Equal("Skill Billing 4 for 5 s", Route(new RoutingNeed { Topic = "billing", Segment = "gold" }).Criteria.ToString());

    [Fact]
    public void Without_skill_and_language_any_agent_will_do()
    {
        var decision = Route(new RoutingNeed());

        Assert.Equal("any agent", decision.Criteria.ToString());
        Assert.Equal("no", decision.ToHookAnswer().Values["criteria"]);
    }

    [Fact]
    public void They_are_written_as_Amazon_Connect_reads_them()
    {
        var expected = JsonNode.Parse("""
            {"Steps":[
              {"Expression":{"AndExpression":[
                {"AttributeCondition":{"Name":"Skill","Value":"Cards","ProficiencyLevel":5,"ComparisonOperator":"NumberGreaterOrEqualTo"}},
                {"AttributeCondition":{"Name":"Language","Value":"de","ProficiencyLevel":3,"ComparisonOperator":"NumberGreaterOrEqualTo"}}]},
               "Expiry":{"DurationInSeconds":5}},
              {"Expression":{"AndExpression":[
                {"AttributeCondition":{"Name":"Skill","Value":"Cards","ProficiencyLevel":1,"ComparisonOperator":"NumberGreaterOrEqualTo"}},
                {"AttributeCondition":{"Name":"Language","Value":"de","ProficiencyLevel":3,"ComparisonOperator":"NumberGreaterOrEqualTo"}}]},
               "Expiry":{"DurationInSeconds":5}},
              {"Expression":{"AttributeCondition":{"Name":"Language","Value":"de","ProficiencyLevel":3,"ComparisonOperator":"NumberGreaterOrEqualTo"}},
               "Expiry":{"DurationInSeconds":5}}]}
            """);

        Assert.True(JsonNode.DeepEquals(
            expected, JsonNode.Parse(Route(new RoutingNeed { Topic = "fraud", Language = "de" }).Criteria.ToJson())));
    }
}
