using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>What a webhook is sent is what <c>docs/webhook.schema.json</c> says.</summary>
public sealed class WebhookSchemaTests
{
    private static JsonObject Schema { get; } =
        JsonNode.Parse(File.ReadAllText(Repository.File("docs", "webhook.schema.json")))!.AsObject();

    [Theory]
    [InlineData(Occasion.Opened)]
    [InlineData(Occasion.Raised)]
    [InlineData(Occasion.Acknowledged)]
    [InlineData(Occasion.Resolved)]
    public void A_document_fits_the_schema_and_has_no_member_that_it_does_not_name(Occasion occasion)
    {
        var check = new SchemaCheck(Schema);
        var sent = WebhookRenderer.Render(Messages.Effect(Messages.Message(occasion), Channel.Webhook)).ToJsonString();

        var fits = check.Check(JsonNode.Parse(sent), Schema, "$");

        Assert.Empty(check.Problems);
        Assert.True(fits);
    }

    [Fact]
    public void The_schema_requires_every_member_that_it_names() => Assert.Equal(
        Schema["properties"]!.AsObject().Select(property => property.Key),
        Schema["required"]!.AsArray().Select(required => required!.GetValue<string>()));

    [Fact]
    public void Every_occasion_state_and_severity_is_in_the_schema()
    {
        Assert.Equal(Enum.GetNames<Occasion>(), Values("occasion"));
        Assert.Equal(Enum.GetNames<IncidentState>(), Values("state"));
        Assert.Equal(Enum.GetNames<Severity>(), Values("severity"));
        Assert.Equal(WebhookRenderer.Version, Schema["properties"]!["version"]!["enum"]![0]!.GetValue<int>());
    }

    private static IEnumerable<string> Values(string member) =>
        Schema["properties"]![member]!["enum"]!.AsArray().Select(value => value!.GetValue<string>());
}
