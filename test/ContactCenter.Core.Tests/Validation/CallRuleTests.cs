using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Rules about calls that tell people of incidents.</summary>
public sealed class CallRuleTests
{
    private const string Number = "+4915112345678";

    [Fact]
    public void People_are_called_from_a_number_in_voices_of_their_languages() => Assert.Empty(SampleConfiguration.With(root =>
    {
        Call(root);
        root["calls"] = JsonNode.Parse("""
            { "sourceNumber": "+4969123456", "ringSeconds": 20, "voices": { "de": { "voice": "Daniel", "engine": "neural" } } }
            """);
    }).Problems);

    [Fact]
    public void Somebody_must_be_seen_calling()
    {
        Broken(
            root =>
            {
                Call(root);
                root.AsObject().Remove("calls");
            },
            "$.audiences.team-lead[0].channel", "\"call\"", "\"sourceNumber\"");
        Broken(
            root =>
            {
                Call(root);
                root["calls"] = new JsonObject();
            },
            "$.calls", "nothing", "sourceNumber or queue");
        Broken(
            root =>
            {
                Call(root);
                root["calls"]!["queue"] = "Billing";
            },
            "$.calls.queue", "\"Billing\"", "one of the two");
        Broken(
            root =>
            {
                Call(root);
                root["calls"] = new JsonObject { ["queue"] = "Nowhere" };
            },
            "$.calls.queue", "\"Nowhere\"", "a queue of $.queues with an id");
    }

    [Theory]
    [InlineData("0151 12345678", "E.164")]
    [InlineData("+4969123456", "cannot be called")]
    [InlineData("+1206555", "ten digits")]
    public void A_number_can_be_called(string number, string expected) =>
        Broken(root => Call(root, number), "$.audiences.team-lead[0].to", $"\"{number}\"", expected);

    [Fact]
    public void A_voice_speaks_the_language()
    {
        Broken(
            root =>
            {
                Call(root);
                root["calls"]!["voices"] = JsonNode.Parse("""{ "de": { "voice": "Joanna" } }""");
            },
            "$.calls.voices.de.voice", "\"Joanna\"", "Vicki");
        Broken(
            root =>
            {
                Call(root);
                root["calls"]!["voices"] = JsonNode.Parse("""{ "fr": { "voice": "Lea" } }""");
            },
            "$.calls.voices.fr", "\"fr\"", "en");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("task", true)]
    [InlineData("sms", false)]
    public void A_call_is_not_the_only_way_for_a_P1(string? other, bool isTold)
    {
        var result = SampleConfiguration.With(root =>
        {
            root["calls"] = new JsonObject { ["sourceNumber"] = "+4969123456" };
            root["audiences"]!["callers"] = new JsonArray(
            [
                new JsonObject { ["channel"] = "call", ["to"] = Number },
                .. other is null ? Array.Empty<JsonNode>()
                    : [new JsonObject { ["channel"] = other, ["to"] = other == "task" ? "Billing" : Number, ["fallback"] = true }],
            ]);
            root["escalation"]!["P1"]!["steps"]!.AsArray().Add(new JsonObject { ["after"] = "20m", ["audience"] = "callers" });
        });

        Assert.Equal(isTold, result.Notices.Any(static notice =>
            notice.Path.StartsWith("$.escalation.P1.steps[", StringComparison.Ordinal)
            && notice.Expected.Contains("may be what is down", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("+447911123456", "+447")]
    [InlineData("+819012345678", "+8190")]
    public void Some_mobiles_need_a_request_to_AWS_first(string number, string prefix) => Assert.Contains(
        SampleConfiguration.With(root => Call(root, number)).Notices,
        notice => notice.Path == "$.audiences.team-lead[0].to" && notice.Expected.Contains(prefix, StringComparison.Ordinal));

    private static void Call(JsonNode root) => Call(root, Number);

    /// <summary>The first of an audience is called.</summary>
    private static void Call(JsonNode root, string number)
    {
        root["calls"] ??= new JsonObject { ["sourceNumber"] = "+4969123456" };
        root["audiences"]!["team-lead"]!.AsArray().Insert(0, new JsonObject { ["channel"] = "call", ["to"] = number });
    }
}
