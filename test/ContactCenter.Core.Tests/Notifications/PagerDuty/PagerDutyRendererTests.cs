using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.PagerDuty;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Notifications.PagerDuty;

/// <summary>Events as PagerDuty's documentation has them.</summary>
public sealed class PagerDutyRendererTests
{
    private static readonly Uri Dashboard = new("https://dash.example.com/d");

    [Theory]
    [InlineData(Occasion.Opened, IncidentState.Open, "trigger")]
    [InlineData(Occasion.Escalated, IncidentState.Acknowledged, "trigger")]
    [InlineData(Occasion.Reopened, IncidentState.Acknowledged, "trigger")]
    [InlineData(Occasion.Acknowledged, IncidentState.Acknowledged, "acknowledge")]
    [InlineData(Occasion.Acknowledged, IncidentState.Mitigated, "acknowledge")]
    [InlineData(Occasion.Resolved, IncidentState.Resolved, "resolve")]
    public void An_event_opens_takes_or_ends_the_alert_of_the_incident(Occasion occasion, IncidentState state, string action)
    {
        var sent = Render(Messages.Message(occasion, state))!;

        Assert.Equal(
            ["key", action, Messages.IncidentId], new[] { "routing_key", "event_action", "dedup_key" }.Select(name => (string?)sent[name]));
        Assert.Equal(action == "trigger", sent.ContainsKey("payload"));
    }

    [Fact]
    public void Quiet_alarms_open_nothing_that_was_ended_there() =>
        Assert.Null(Render(Messages.Message(Occasion.Mitigated, IncidentState.Mitigated)));

    [Theory]
    [InlineData(Severity.P1, "critical")]
    [InlineData(Severity.P2, "error")]
    [InlineData(Severity.P3, "warning")]
    [InlineData(Severity.P4, "info")]
    public void A_severity_has_the_word_of_the_other_side(Severity severity, string word) =>
        Assert.Equal(word, (string?)Render(Messages.Message(severity: severity))!["payload"]!["severity"]);

    [Fact]
    public void A_trigger_tells_what_every_channel_tells()
    {
        var sent = Render(Messages.Message())!;
        var payload = sent["payload"]!;

        Assert.Equal("[P1] Queue Billing: customers wait too long", (string?)payload["summary"]);
        Assert.Equal("2026-03-02T09:00:00.000Z", (string?)payload["timestamp"]);
        Assert.NotEmpty((string)payload["source"]!);
        Assert.Equal(Messages.IncidentId, (string?)payload["custom_details"]!["Incident"]);
        Assert.StartsWith("https://runbooks.example.com/", (string?)sent["links"]![0]!["href"], StringComparison.Ordinal);
        Assert.Equal(Dashboard.AbsoluteUri, (string?)sent["client_url"]);
    }

    [Fact]
    public void Texts_of_any_length_stay_within_the_recorded_limits()
    {
        var limits = JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "tools", "pagerduty.json")))!["limits"]!;

        var sent = Render(Messages.WithText(new string('中', 100_000)))!;

        Assert.True(((string)sent["payload"]!["summary"]!).Length <= (int)limits["summaryCharacters"]!);
        Assert.True(JsonText.Bytes(sent).Length <= (int)limits["eventBytes"]!);
        Assert.Equal(
            ((int)limits["summaryCharacters"]!, (int)limits["eventBytes"]!, (int)limits["keyCharacters"]!),
            (PagerDutyRenderer.MaximumSummary, PagerDutyRenderer.MaximumBytes, PagerDutyRenderer.MaximumKey));
    }

    [Fact]
    public void No_text_from_outside_forges_a_line()
    {
        var sent = Render(Messages.WithText(Messages.Hostile))!;

        Assert.DoesNotContain('\n', (string)sent["payload"]!["summary"]!);
        Assert.DoesNotContain("\\u202E", sent.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    private static JsonObject? Render(IncidentMessage message) => PagerDutyRenderer.Render(Messages.Effect(message), "key", Dashboard);
}
