using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Rules about bodies for other tools, and about the name of links.</summary>
public sealed class WebhookRuleTests
{
    private const string Path = "$.audiences.workforce[0]";

    private static JsonObject Hook(string body, string words = "{}") => new()
    {
        ["channel"] = "webhook",
        ["to"] = "https://tools.example.com/hook",
        ["secret"] = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:x-AbCdEf",
        ["body"] = JsonNode.Parse(body),
        ["words"] = JsonNode.Parse(words),
    };

    [Theory]
    [InlineData("""{"a":{"b":["{subjekt}"]}}""", "{}", ".body.a.b[0]", "{subjekt}", "did you mean subject?")]
    [InlineData("""{"a":"{secret.}"}""", "{}", ".body.a", "{secret.}", "secret. with a field of the endpoint's secret")]
    [InlineData("{}", "{}", ".body", "{}", "leave body out")]
    [InlineData("""{"a":"{state}"}""", """{"state":{"open":"trigger"}}""", ".words.state.open", "\"open\"", "Open, Acknowledged")]
    [InlineData("""{"a":"{state}"}""", """{"subject":{"x":"y"}}""", ".words.subject", "\"subject\"", "occasion, severity or state")]
    public void A_body_and_its_words_are_those_that_there_are(string body, string words, string below, string found, string expected) =>
        Broken(root => root["audiences"]!["workforce"]![0] = Hook(body, words), Path + below, found, expected);

    [Fact]
    public void A_body_can_be_sent_when_it_is_filled() => Broken(
        root => root["audiences"]!["workforce"]![0] = Hook("""{"a":"{reasons}{reasons}{reasons}{reasons}"}"""),
        $"{Path}.body",
        null,
        "expected at most 65,536");

    [Fact]
    public void Only_a_webhook_has_a_body() => Broken(
        root => root["audiences"]!["workforce"]![0]!["body"] = new JsonObject { ["a"] = "b" }, $"{Path}.body", "a body", "only a webhook");

    [Fact]
    public void Words_without_a_body_are_told()
    {
        var hook = Hook("{}", """{"state":{"Open":"trigger"}}""");
        hook.Remove("body");

        Broken(root => root["audiences"]!["workforce"]![0] = hook, $"{Path}.words", "words", "this endpoint has no body");
    }

    [Theory]
    [InlineData("CC.bank.example", "eu-central-1", "name", "in lower case")]
    [InlineData("bank", "eu-central-1", "name", "in lower case")]
    [InlineData("a.execute-api.eu-central-1.amazonaws.com", "eu-central-1", "name", "a name of your own")]
    [InlineData("cc.bank.example", "us-east-1", "certificate", "eu-central-1, where the API is")]
    public void A_name_for_links_is_ones_own_with_a_certificate_beside_its_API(string name, string region, string below, string expected)
    {
        var problems = SampleConfiguration.With(root => root["answers"]!["domain"] = new JsonObject
        {
            ["name"] = name,
            ["certificate"] = $"arn:aws:acm:{region}:123456789012:certificate/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        }).Problems;

        Assert.Equal($"$.answers.domain.{below}", problems[0].Path);
        Assert.Contains(expected, problems[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_for_links_is_taken() => Assert.Empty(SampleConfiguration.With(root => root["answers"]!["domain"] = new JsonObject
    {
        ["name"] = "cc.bank.example",
        ["certificate"] = "arn:aws:acm:eu-central-1:123456789012:certificate/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        ["hostedZone"] = "Z0123456789ABCDEFGHIJ",
    }).Problems);
}
