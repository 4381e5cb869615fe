using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Support;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Core.Notifications.Webhooks;

namespace ContactCenter.Core.Tests.Notifications;

public sealed class OtherRendererTests
{
    [Fact]
    public void A_task_names_queue_incident_and_links_and_starts_once()
    {
        var effect = Messages.Effect(Messages.Message(), Channel.Task, "Supervisors");

        var task = TaskRenderer.Render(effect, Messages.Links(effect, "agents"));

        Assert.Equal("[P1] Queue Billing: customers wait too long", task.Name);
        Assert.Equal(("Supervisors", Messages.IncidentId), (task.Attributes["queue"], task.Attributes["incident"]));
        Assert.Equal(
            ["Acknowledge", "Alarm", "Dashboard", "Escalate", "Metric", "Resolve", "Runbook", "Snooze 30 min"], task.References.Keys);
        Assert.Equal(effect.Id, task.ClientToken);
    }

    [Theory]
    [InlineData(Occasion.Escalated, true)]
    [InlineData(Occasion.Resolved, false)]
    [InlineData(Occasion.Mitigated, false)]
    public void A_task_is_only_started_for_work(Occasion occasion, bool isWork) =>
        Assert.Equal(isWork, TaskRenderer.IsWork(Messages.Message(occasion)));

    [Fact]
    public void A_task_keeps_the_limits_of_Amazon_Connect()
    {
        var effect = Messages.Effect(Messages.WithText(new string('ü', 20_000)), Channel.Task, "Supervisors");

        var task = TaskRenderer.Render(effect, ActionLinks.None);

        Assert.True(task.Name.Length <= 512);
        Assert.True(task.Description.Length <= 4096);
    }

    [Theory]
    [InlineData(Severity.P1, 61, Occasion.Reminder, null)]
    [InlineData(Severity.P1, 59, Occasion.Reminder, "a P1 has 1 h to be solved before a case is opened, and this one has lasted 59 min")]
    [InlineData(Severity.P2, 600, Occasion.Reminder, "cases are opened for P1 only, and this is P2")]
    [InlineData(Severity.P1, 61, Occasion.Mitigated, "the trouble is over")]
    public void A_case_is_opened_for_a_P1_that_lasts_longer_than_promised(
        Severity severity, int minutes, Occasion occasion, string? withheld) =>
        Assert.Equal(withheld, SupportRenderer.Withheld(
            Messages.Message(occasion, severity: severity) with { At = Messages.Opened.AddMinutes(minutes), PromisedFrom = null },
            new SlaSettings { Resolve = TimeSpan.FromHours(1) }));

    [Fact]
    public void No_case_is_opened_for_a_P1_that_only_means_that_nobody_could_tell() =>
        Assert.Equal("no alarm of this trouble says that customers cannot get through or are not served", SupportRenderer.Withheld(
            Messages.Message(Occasion.Reminder) with { At = Messages.Opened.AddHours(2), IsInternal = true },
            new SlaSettings { Resolve = TimeSpan.FromHours(1) }));

    [Theory]
    [InlineData("amazon-connect", "amazon-connect", "other")]
    [InlineData("amazon-connect/telephony", "amazon-connect", "telephony")]
    public void A_case_names_service_category_and_instance(string to, string service, string category)
    {
        var asked = SupportRenderer.Render(Messages.Effect(Messages.Message(), Channel.Support, to), "arn:aws:connect:x");

        Assert.Equal((service, category), (asked.ServiceCode, asked.CategoryCode));
        Assert.StartsWith("[7Q2M9KXA-3] Queue Billing", asked.Subject, StringComparison.Ordinal);
        Assert.Contains("arn:aws:connect:x", asked.Body, StringComparison.Ordinal);
        Assert.EndsWith("Customers cannot get through or are not served.", asked.Body.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_webhook_gets_every_field_by_name()
    {
        var document = WebhookRenderer.Render(Messages.Effect(Messages.Message(), Channel.Webhook, "https://hooks.example.com"));

        Assert.Equal(1, (int?)document["version"]);
        Assert.Equal("7Q2M9KXA-3.5", (string?)document["id"]);
        Assert.Equal("2026-03-02T09:00:00.000Z", (string?)document["openedAt"]);
        Assert.Equal(
            ["The alarm catalog rates this P2.", "12 min against a threshold of 3 min is severe: raised by one."],
            document["reasons"]!.AsArray().Select(reason => (string?)reason));
    }

    [Fact]
    public void A_webhook_gets_clean_texts_and_no_address_that_is_none()
    {
        var bytes = JsonText.Bytes(WebhookRenderer.Render(Messages.Effect(
            Messages.WithText(Messages.Hostile + new string('x', 100_000)), Channel.Webhook)));

        Assert.True(bytes.Length <= WebhookRenderer.MaximumBytes);
        var document = JsonNode.Parse(bytes)!;
        Assert.Null(document["runbook"]);
        Assert.DoesNotContain('\u202e', (string)document["subject"]!);
        Assert.DoesNotContain('\n', (string)document["subject"]!);
    }
}
