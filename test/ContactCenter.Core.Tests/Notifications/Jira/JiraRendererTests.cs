using System.Text.Json.Nodes;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Notifications.Jira;

/// <summary>Requests as Atlassian's documentation has them.</summary>
public sealed class JiraRendererTests
{
    [Theory]
    [InlineData(Occasion.Opened, IncidentState.Open, "create")]
    [InlineData(Occasion.Reopened, IncidentState.Open, "create")]
    [InlineData(Occasion.Raised, IncidentState.Open, "create notes")]
    [InlineData(Occasion.Reminder, IncidentState.Open, "create notes")]
    [InlineData(Occasion.Escalated, IncidentState.Acknowledged, "create notes")]
    [InlineData(Occasion.Acknowledged, IncidentState.Acknowledged, "acknowledge")]
    [InlineData(Occasion.Acknowledged, IncidentState.Mitigated, "acknowledge")]
    [InlineData(Occasion.Mitigated, IncidentState.Mitigated, "notes")]
    [InlineData(Occasion.Resolved, IncidentState.Resolved, "close")]
    public void A_message_opens_notes_takes_or_closes_the_alert_of_the_incident(Occasion occasion, IncidentState state, string actions)
    {
        var calls = JiraRenderer.Plan(Messages.Effect(Messages.Message(occasion, state)));

        Assert.Equal(actions, string.Join(' ', calls.Select(static call => call.Action ?? "create")));
        Assert.All(calls, static call => Assert.Equal(Messages.IncidentId, call.Alias));
        Assert.All(calls.Where(static call => call.Action is not null), static call => Assert.Equal(
            $"/{Messages.IncidentId}/{call.Action}?identifierType=alias", call.Path));
    }

    [Fact]
    public void A_creation_tells_what_every_channel_tells_and_what_rules_route_by()
    {
        var body = JiraRenderer.Plan(Messages.Effect(Messages.Message()))[0].Body;

        Assert.Equal("[P1] Queue Billing: customers wait too long", (string?)body["message"]);
        Assert.Equal((Messages.IncidentId, "P1", "Billing"), ((string?)body["alias"], (string?)body["priority"], (string?)body["entity"]));
        Assert.Contains("Why this severity", (string)body["description"]!, StringComparison.Ordinal);
        Assert.Equal("queue", (string?)body["details"]!["group"]);
        Assert.Contains("contact-center", body["tags"]!.AsArray().Select(static tag => (string?)tag));
    }

    [Fact]
    public void Texts_of_any_length_stay_within_the_recorded_limits()
    {
        var limits = JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "tools", "jira.json")))!["limits"]!;
        var calls = JiraRenderer.Plan(Messages.Effect(Messages.WithText(string.Concat(Enumerable.Repeat("long words ", 10_000)))));
        var (created, noted) = (calls[0].Body, calls[1].Body);

        Assert.Equal(
            ((int)limits["messageCharacters"]!, (int)limits["descriptionCharacters"]!, (int)limits["noteCharacters"]!),
            (JiraRenderer.MaximumMessage, JiraRenderer.MaximumDescription, JiraRenderer.MaximumNote));
        Assert.True(((string)created["message"]!).Length <= JiraRenderer.MaximumMessage);
        Assert.True(((string)created["description"]!).Length <= JiraRenderer.MaximumDescription);
        Assert.True(((string)created["entity"]!).Length <= (int)limits["entityCharacters"]!);
        Assert.True(created["tags"]!.AsArray().Count <= (int)limits["tags"]!);
        Assert.All(created["tags"]!.AsArray(), tag => Assert.True(((string)tag!).Length <= (int)limits["tagCharacters"]!));
        Assert.True(
            created["details"]!.AsObject().Sum(static one => one.Key.Length + ((string)one.Value!).Length)
                <= (int)limits["detailsCharacters"]!);
        Assert.True(((string)noted["note"]!).Length <= JiraRenderer.MaximumNote);
    }

    [Fact]
    public void No_text_from_outside_is_a_tag()
    {
        var calls = JiraRenderer.Plan(Messages.Effect(Messages.WithText(Messages.Hostile)));

        Assert.All(
            calls.SelectMany(static call => new[] { "message", "description", "note", "entity" }.Select(name => (string?)call.Body[name])),
            static text => Assert.DoesNotContain('<', text ?? ""));
    }

    [Fact]
    public void Every_site_has_an_address_of_its_own() =>
        Assert.Equal(JiraSite.All.Count, JiraSite.All.Select(JiraSite.Alerts).OfType<Uri>().Distinct().Count());
}
