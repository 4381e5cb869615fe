using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>What a webhook with a template posts.</summary>
public sealed class WebhookTemplateTests
{
    /// <summary>The example of the documentation.</summary>
    private static readonly Lazy<Endpoint> Documented = new(() =>
    {
        var page = File.ReadAllText(Repository.File("docs", "notifications.md"));
        var section = page.IndexOf("## The body of another tool", StringComparison.Ordinal);
        var begin = page.IndexOf("```json", section, StringComparison.Ordinal) + "```json".Length;
        var example = page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)];
        var endpoints = JsonNode.Parse(File.ReadAllText(Repository.File("samples", "energy.json")), documentOptions: new()
        {
            CommentHandling = JsonCommentHandling.Skip,
        })!;
        endpoints["audiences"]!["operations"] = new JsonArray(JsonNode.Parse(example));
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes(endpoints.ToJsonString()));
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Configuration!.Audiences["operations"]);
    });

    private static readonly Lazy<Endpoint> Chat = new(() =>
        ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "energy.json"))).Configuration!.Audiences["operations"]
            .Single(static endpoint => endpoint.Channel == Channel.Webhook));

    private static JsonObject Filled(IncidentMessage message, string body, string words = "{}") => Filled(message, new Endpoint
    {
        Channel = Channel.Webhook,
        To = "https://hooks.example.com",
        Body = JsonNode.Parse(body)!.AsObject(),
        Words = JsonNode.Parse(words)!.AsObject().ToDictionary(
            static one => one.Key,
            static one => (IReadOnlyDictionary<string, string>)one.Value!.AsObject().ToDictionary(
                static word => word.Key, static word => (string)word.Value!)),
    });

    private static JsonObject Filled(IncidentMessage message, Endpoint endpoint) => JsonNode.Parse(WebhookRenderer.Body(
        Messages.Effect(message, Channel.Webhook), endpoint, static name => $"secret {name}"))!.AsObject();

    [Theory]
    [InlineData(Occasion.Opened, IncidentState.Open, "trigger")]
    [InlineData(Occasion.Acknowledged, IncidentState.Acknowledged, "acknowledge")]
    [InlineData(Occasion.Resolved, IncidentState.Resolved, "resolve")]
    public void The_documented_example_has_what_the_other_tool_asks_for(Occasion occasion, IncidentState state, string action)
    {
        var sent = Filled(Messages.Message(occasion, state), Documented.Value);

        Assert.Equal(
            ["secret routingKey", action, Messages.IncidentId],
            new[] { "routing_key", "event_action", "dedup_key" }.Select(name => (string?)sent[name]));
        var payload = sent["payload"]!;
        Assert.Equal(("critical", "Queue Billing: customers wait too long"), ((string?)payload["severity"], (string?)payload["summary"]));
        Assert.NotEmpty((string)payload["source"]!);
    }

    [Fact]
    public void A_line_of_Google_Chat_is_one_text()
    {
        var sent = Filled(Messages.Message(), Chat.Value);

        Assert.StartsWith(
            "*P1 Queue Billing: customers wait too long* (Open)\n", (string)Assert.Single(sent).Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_an_alarm_ends_a_text_or_adds_a_member()
    {
        var hostile = "\",\"routing_key\":\"stolen\"} {secret.key} \\";

        var sent = Filled(Messages.WithText(hostile), """{"text":"<{subject}>"}""");

        Assert.Equal($"<{hostile}>", (string?)Assert.Single(sent).Value);
    }

    [Fact]
    public void What_is_one_placeholder_keeps_its_kind_and_what_is_not_there_is_left_out() => Assert.Equal(
        """{"n":2,"why":["The alarm catalog rates this P2.","12 min against a threshold of 3 min is severe: raised by one."],"fixed":true}""",
        Filled(Messages.Message() with { Remark = null }, """{"n":"{alarms}","why":"{reasons}","remark":"{remark}","fixed":true}""").ToJsonString());

    [Fact]
    public void A_body_that_would_be_too_long_has_shorter_texts()
    {
        var body = WebhookRenderer.Body(
            Messages.Effect(Messages.WithText(new string('ü', 5_000)), Channel.Webhook),
            new Endpoint
            {
                Channel = Channel.Webhook,
                To = "https://hooks.example.com",
                Body = new JsonObject { ["a"] = "{reasons}", ["b"] = "{description}{description}{description}" },
            },
            static _ => "");

        Assert.InRange(body.Length, 1_000, WebhookRenderer.MaximumBytes);
    }

    [Fact]
    public void Every_member_of_the_documented_JSON_is_a_placeholder()
    {
        var document = JsonNode.Parse(File.ReadAllText(Repository.File("docs", "webhook.schema.json")))!["properties"]!.AsObject();

        Assert.Equal(document.Select(static member => member.Key).Order(), WebhookTemplate.Placeholders.Order());
    }
}
