using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Rules about who is told, by which endpoints and when.</summary>
public sealed class AudienceRuleTests
{
    [Fact]
    public void An_email_address_is_the_same_in_capitals() =>
        Broken(
            root =>
                root["audiences"]!["workforce"]!.AsArray().Add(new JsonObject { ["channel"] = "email", ["to"] = "Workforce@Bank.example" }),
            "$.audiences.workforce[1].to", "\"Workforce@Bank.example\"", "told everything twice");

    [Fact]
    public void An_audience_with_a_long_name_is_told_its_length()
    {
        var name = new string('a', 300);

        Broken(
            root => root["audiences"]![name] = root["audiences"]!["workforce"]!.DeepClone(),
            $"$.audiences.{name}",
            "a name of 300 characters",
            "1 to 64");
    }

    [Fact]
    public void An_audience_reaches_somebody() =>
        Broken(root => root["audiences"]!["nobody"] = new JsonArray(), "$.audiences.nobody", "no endpoint", "reaches nobody");

    [Theory]
    [InlineData("email", "oncall", "e-mail address")]
    [InlineData("email", "on call@example.com", "e-mail address")]
    [InlineData("sms", "015112345678", "E.164")]
    [InlineData("sms", "+49 151 12345678", "E.164")]
    public void An_endpoint_has_an_address_of_its_channel(string channel, string to, string expected) =>
        Broken(
            root => root["audiences"]!["workforce"]![0] = new JsonObject { ["channel"] = channel, ["to"] = to },
            "$.audiences.workforce[0].to",
            $"\"{to}\"",
            expected);

    [Theory]
    [InlineData("serviceNow", "https://example.service-now.com", "host of an instance")]
    [InlineData("pagerDuty", "events.pagerduty.com", "expected us or eu")]
    [InlineData("pagerDuty", "EU", "expected us or eu")]
    [InlineData("jira", "bank.atlassian.net", "expected jsm, opsgenie-us or opsgenie-eu")]
    [InlineData("webhook", "http://example.com/hook", "https address")]
    [InlineData("webhook", "example.com", "https address")]
    [InlineData("webhook", "https://localhost/hook", "another machine")]
    [InlineData("webhook", "https://127.0.0.1:2773/hook", "another machine")]
    [InlineData("webhook", "https://169.254.169.254/latest", "another machine")]
    [InlineData("webhook", "https://[::ffff:127.0.0.1]/hook", "another machine")]
    public void An_endpoint_of_a_tool_has_an_address_of_its_channel(string channel, string to, string expected) =>
        Broken(
            root => root["audiences"]!["workforce"]![0] = new JsonObject
            {
                ["channel"] = channel,
                ["to"] = to,
                ["secret"] = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:x-AbCdEf",
            },
            "$.audiences.workforce[0].to",
            $"\"{to}\"",
            expected);

    [Theory]
    [InlineData("slack", "#ops")]
    [InlineData("teams", "Ops")]
    [InlineData("serviceNow", "example.service-now.com")]
    [InlineData("webhook", "https://example.com/hook")]
    public void A_channel_that_needs_a_secret_has_one(string channel, string to) =>
        Broken(
            root => root["audiences"]!["workforce"]![0] = new JsonObject { ["channel"] = channel, ["to"] = to },
            "$.audiences.workforce[0].secret",
            "nothing",
            "Secrets Manager");

    [Theory]
    [InlineData("https://ann:hunter2@example.com/hook")]
    [InlineData("https://hunter2@example.com/hook")]
    public void A_password_does_not_stand_in_an_address_and_is_not_repeated(string to) =>
        Broken(
            root => root["audiences"]!["workforce"]![0] = new JsonObject
            {
                ["channel"] = "webhook",
                ["to"] = to,
                ["secret"] = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:x-AbCdEf",
            },
            "$.audiences.workforce[0].to",
            "\"https://…@example.com/hook\"",
            "without user and password");

    [Fact]
    public void An_endpoint_stands_in_an_audience_once() =>
        Broken(
            root => root["audiences"]!["workforce"]!.AsArray().Add(root["audiences"]!["workforce"]![0]!.DeepClone()),
            "$.audiences.workforce[1].to",
            null,
            "told everything twice");

    [Fact]
    public void Only_Slack_mentions() => Broken(
        root => root["audiences"]!["workforce"]![0]!["mention"] = "S012AB3CD",
        "$.audiences.workforce[0].mention",
        "\"S012AB3CD\"",
        "only Slack");

    [Theory]
    [InlineData("@oncall")]
    [InlineData("<!channel>")]
    [InlineData("s012ab3cd")]
    public void A_mention_is_an_id(string mention) => Broken(
        root => root["audiences"]!["on-call"]![0]!["mention"] = mention,
        "$.audiences.on-call[0].mention",
        null,
        "the id of a user");

    [Theory]
    [InlineData("CC ALERT")]
    [InlineData("12345")]
    [InlineData("CONTACTCENTER")]
    public void The_name_of_a_sender_is_one_that_phones_show(string name) => Broken(
        root => root["sms"] = new JsonObject { ["senderId"] = name }, "$.sms.senderId", $"\"{name}\"", "1 to 11 letters and digits");

    [Theory]
    [InlineData("P1")]
    [InlineData("P2")]
    [InlineData("P3")]
    public void Somebody_is_told_of_everything_but_P4(string severity) =>
        Broken(
            root => root["escalation"]![severity]!["steps"] = new JsonArray(),
            $"$.escalation.{severity}.steps",
            "no step",
            "somebody must be told");

    [Fact]
    public void Nobody_need_be_told_of_a_P4() =>
        Assert.Empty(SampleConfiguration.With(root => root["escalation"]!["P4"]!["steps"] = new JsonArray()).Problems);

    [Fact]
    public void A_step_tells_an_audience_that_exists() =>
        Broken(
            root => root["escalation"]!["P1"]!["steps"]![2]!["audience"] = "managment",
            "$.escalation.P1.steps[2].audience",
            "\"managment\"",
            "did you mean management?");

    [Fact]
    public void Steps_stand_in_order() =>
        Broken(
            root => root["escalation"]!["P1"]!["steps"]![2]!["after"] = "4m",
            "$.escalation.P1.steps[2].after",
            "4m",
            "order of their delay");

    [Fact]
    public void A_repetition_is_no_faster_than_the_clock() =>
        Broken(root => root["escalation"]!["P1"]!["repeatEvery"] = "59s", "$.escalation.P1.repeatEvery", "59s", "at least 1m");

    [Fact]
    public void An_acknowledgement_holds_for_a_minute_at_least() =>
        Broken(
            root => root["escalation"]!["P2"]!["acknowledgementExpires"] = "0m",
            "$.escalation.P2.acknowledgementExpires",
            "0s",
            "at least 1m");

    [Theory]
    [InlineData("0s")]
    [InlineData("5h")]
    public void Acknowledging_comes_before_resolving(string acknowledge) =>
        Broken(root => root["sla"]!["P2"]!["acknowledge"] = acknowledge, "$.sla.P2.acknowledge", acknowledge, "at most the 4h to resolve");

    [Theory]
    [InlineData("07:59")]
    [InlineData("19:01")]
    [InlineData("02:00")]
    public void A_test_of_who_can_be_reached_comes_by_day(string at) =>
        Broken(
            root => root["messages"] = new JsonObject { ["reachTest"] = new JsonObject { ["at"] = at } },
            "$.messages.reachTest.at",
            $"\"{at}\"",
            "08:00 to 19:00");

    [Fact]
    public void Only_Slack_has_channels_of_an_incidents_own() =>
        Broken(
            root => root["audiences"]!["workforce"]![0]!["ownChannel"] = true,
            "$.audiences.workforce[0].ownChannel",
            "true",
            "only Slack");

    [Fact]
    public void An_incident_has_one_channel_of_its_own() =>
        Broken(
            root =>
            {
                var first = root["audiences"]!["on-call"]![0]!;
                first["ownChannel"] = true;
                var second = first.DeepClone();
                second["to"] = "#another";
                root["audiences"]!["workforce"]!.AsArray().Add(second);
            },
            "$.audiences.workforce[1].ownChannel",
            "true",
            "$.audiences.on-call[0]");
}
