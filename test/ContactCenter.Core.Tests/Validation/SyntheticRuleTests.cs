using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

public sealed class SyntheticRuleTests
{
    private const string Own = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void An_empty_section_is_enough() => Assert.NotNull(With("{}").Configuration);

    [Fact]
    public void Function_and_alarm_are_deployed_with_it_and_not_otherwise()
    {
        var (without, with) = (SampleConfiguration.Read(), With("{}").Configuration!);

        Assert.DoesNotContain(SystemFunctions.RunSyntheticContacts, SystemFunctions.For(without));
        Assert.Contains(SystemFunctions.RunSyntheticContacts, SystemFunctions.For(with));
        Assert.DoesNotContain(AlarmPlan.For(without), static alarm => alarm.Definition.Id == AlarmIds.SyntheticContactsUnproven);
        Assert.Single(AlarmPlan.For(with), static alarm => alarm.Definition.Id == AlarmIds.SyntheticContactsUnproven);
    }

    [Theory]
    [InlineData("""{ "every": "1m" }""", "$.synthetic.every", "1m", "expected 5m to")]
    [InlineData("""{ "afterChange": "2h" }""", "$.synthetic.afterChange", "2h", "expected 1m to 1h")]
    [InlineData("""{ "contacts": [{ "flow": "nowhere", "hears": "Hello" }] }""", "$.synthetic.contacts[0].flow", "\"nowhere\"", "expected inbound, chat")]
    [InlineData("""{ "contacts": [{ "flow": "inbound", "language": "fr" }] }""", "$.synthetic.contacts[0].language", "\"fr\"", "expected a language of the flows")]
    [InlineData("""{ "contacts": [{ "flow": "inbound", "queue": "Nowhere" }] }""", "$.synthetic.contacts[0].queue", "\"Nowhere\"", "that has an id")]
    [InlineData("""{ "contacts": [{ "flow": "chat" }, { "flow": "chat" }] }""", "$.synthetic.contacts[1]", "\"chat\"", "named for this language already")]
    [InlineData("""{ "every": "5m", "atOnce": 1 }""", "$.synthetic.every", "5m", "take 8 minutes")]
    [InlineData("""{ "calls": { "from": "+4930901820", "to": [] } }""", "$.synthetic.calls.to", "0", "expected 1 to 20 numbers")]
    [InlineData("""{ "calls": { "from": "+4930901820", "to": ["+4930901820"] } }""", "$.synthetic.calls.to[0]", "\"+4930901820\"", "another number")]
    [InlineData("""{ "calls": { "from": "+4930901820", "to": ["030"] } }""", "$.synthetic.calls.to[0]", "\"030\"", "E.164")]
    [InlineData("""{ "calls": { "from": "+4969123456789", "to": ["+4930901821"] } }""", "$.synthetic.calls.from", "\"+4969123456789\"", "nothing else")]
    [InlineData("""{ "calls": { "from": "+4930901820", "to": ["+4930901821"], "every": "1h" } }""", "$.synthetic.calls.every", "1h", "expected 6h to")]
    public void What_would_not_work_is_told(string section, string path, string found, string expected) =>
        Rule.Broken(root => root["synthetic"] = JsonNode.Parse(section), path, found, expected);

    [Fact]
    public void A_flow_of_ones_own_needs_to_be_told_what_is_heard() => Rule.Broken(
        root =>
        {
            root["contactFlows"]!.AsArray().Add(new JsonObject { ["name"] = "Own line", ["id"] = Own });
            root["synthetic"] = JsonNode.Parse("""{ "contacts": [{ "flow": "Own line" }] }""");
        },
        "$.synthetic.contacts[0].hears", null, "what is heard first");

    [Fact]
    public void The_first_language_of_the_flows_is_named_twice_where_one_contact_names_it_and_another_none() => Rule.Broken(
        root =>
        {
            root["contactFlows"]!.AsArray().Add(new JsonObject { ["name"] = "Own line", ["id"] = Own });
            root["synthetic"] = JsonNode.Parse(
                """{ "contacts": [{ "flow": "Own line", "hears": "Hello" }, { "flow": "Own line", "language": "en", "hears": "Hello" }] }""");
        },
        "$.synthetic.contacts[1]", "\"Own line\"", "named for this language already");

    [Fact]
    public void A_queue_of_customers_is_none_to_lead_them_into() => Rule.Broken(
        root => root["synthetic"] = new JsonObject { ["queue"] = root["queues"]![0]!["id"]!.DeepClone() },
        "$.synthetic.queue", null, "expected one that nobody serves");

    [Fact]
    public void Where_nothing_can_be_tried_the_section_is_refused() => Rule.Broken(
        root =>
        {
            root["flows"]!["modulesOnly"] = true;
            root["synthetic"] = new JsonObject();
        },
        "$.synthetic", "no flow that could be tried", "contacts with flows of your own");

    [Fact]
    public void Without_a_queue_of_their_own_it_is_asked_whether_they_may_be_counted()
    {
        var question = Assert.Single(Questions("{}"), static one => one.Path == "$.synthetic.queue");

        Assert.Contains("a day may be counted as callers who gave up", question.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain(Questions($$"""{ "queue": "{{Own}}" }"""), static one => one.Path == "$.synthetic.queue");
    }

    [Fact]
    public void Where_calls_cannot_be_tried_that_is_told_and_nothing_refused()
    {
        var notice = Assert.Single(With("""{ "testCases": false }""").Notices, static one => one.Path == "$.synthetic");

        Assert.Contains("chats alone are tried", notice.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void What_they_cost_is_a_line_of_its_own()
    {
        var without = CostEstimate.For(SampleConfiguration.Read());
        var line = Assert.Single(CostEstimate.For(With("{}").Configuration!), line => !without.Any(one => one.What == line.What));

        Assert.Contains("at most 2 at a time", line.Quantity, StringComparison.Ordinal);
        Assert.InRange(line.Idle, 50, 400);
    }

    [Fact]
    public void Calls_that_are_dialled_have_a_line_of_costs()
    {
        var line = Assert.Single(
            CostEstimate.For(With("""{ "calls": { "from": "+4930901820", "to": ["+4930901821", "+4930901822"] } }""").Configuration!),
            static one => one.What.Contains("dialled", StringComparison.Ordinal));

        Assert.Equal(("61 a month, of a minute", 2.19), (line.Quantity, line.Idle));
    }

    private static ConfigurationReading With(string section) =>
        SampleConfiguration.With(root => root["synthetic"] = JsonNode.Parse(section));

    private static IReadOnlyList<ConfigurationProblem> Questions(string section) =>
        ConfigurationQuestions.About(With(section).Configuration!, DateTimeOffset.UnixEpoch);
}
