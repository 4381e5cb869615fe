using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.ServiceNow;

namespace ContactCenter.Core.Tests.Notifications.ServiceNow;

public sealed class ServiceNowRendererTests
{
    private static readonly TimelineEvent[] Timeline =
    [
        new(Messages.IncidentId, 1, Messages.Opened, TimelineKind.Opened, "Opened as P1."),
        new(Messages.IncidentId, 2, Messages.Opened.AddMinutes(5), TimelineKind.Notified, "Told lead (Escalated)."),
        new(Messages.IncidentId, 3, Messages.Opened.AddMinutes(60), TimelineKind.Person, "After the message."),
    ];

    [Theory]
    [InlineData(Severity.P1, "1", "1")]
    [InlineData(Severity.P2, "2", "1")]
    [InlineData(Severity.P3, "2", "2")]
    [InlineData(Severity.P4, "2", "3")]
    public void Impact_and_urgency_give_the_priority_of_the_same_number(Severity severity, string impact, string urgency)
    {
        var call = Plan(Messages.Message(severity: severity), null)!;

        Assert.Equal((impact, urgency), ((string?)call.Body["impact"], (string?)call.Body["urgency"]));
        Assert.False(call.Body.ContainsKey("priority"));
    }

    [Fact]
    public void An_unknown_incident_is_created_with_its_correlation_id()
    {
        var call = Plan(Messages.Message(), null)!;

        Assert.Null(call.SysId);
        Assert.Equal(Messages.IncidentId, (string?)call.Body["correlation_id"]);
        Assert.Equal("P1 Queue Billing: customers wait too long", (string?)call.Body["short_description"]);
    }

    [Fact]
    public void Work_notes_hold_the_timeline_up_to_the_message()
    {
        var notes = (string)Plan(Messages.Message(), null)!.Body["work_notes"]!;

        Assert.Contains("2026-03-02 09:05:00 UTC  Told lead (Escalated).", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("After the message", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_timelines_lose_their_old_end()
    {
        TimelineEvent[] events =
        [
            .. Enumerable.Range(
                1, 500).Select(i => new TimelineEvent(Messages.IncidentId, i, Messages.Opened, TimelineKind.Alarm, $"Event {i}."))
        ];

        var call = ServiceNowRenderer.Plan(Effect(Messages.Message()), events, null, new ServiceNowSettings())!;
        var notes = (string)call.Body["work_notes"]!;

        Assert.True(notes.Length <= 4000);
        Assert.EndsWith("Event 500.", notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[code]<script>alert(1)</script>[/code]")]
    [InlineData("[CODE]<b>x</b>[/Code]")]
    public void No_name_is_shown_as_HTML_in_the_journal(string name)
    {
        var notes = (string)Plan(Messages.WithText(name), null)!.Body["work_notes"]!;

        Assert.DoesNotContain("[code]", notes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("[/code]", notes, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("(code)", notes, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_known_incident_is_changed()
    {
        var call = Plan(Messages.Message(Occasion.Escalated), Record("2", 4))!;

        Assert.Equal("0123", call.SysId);
        Assert.Equal("ContactCenterServerless 7Q2M9KXA-3.5", (string?)call.Body["correlation_display"]);
        Assert.False(call.Body.ContainsKey("state"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void What_was_written_already_or_comes_too_late_is_not_written_again(int writtenUpTo) =>
        Assert.Null(Plan(Messages.Message(), Record("2", writtenUpTo)));

    [Fact]
    public void A_resolved_incident_is_closed_with_code_and_notes()
    {
        var call = Plan(Messages.Message(Occasion.Resolved, IncidentState.Resolved) with { Remark = "Resolved by Ann." }, Record("2", 4))!;

        Assert.Equal(
            ("6", "Solution provided", "Resolved by Ann."),
            ((string?)call.Body["state"], (string?)call.Body["close_code"], (string?)call.Body["close_notes"]));
    }

    [Theory]
    [InlineData("6")]
    [InlineData("7")]
    [InlineData("8")]
    public void What_is_closed_there_is_not_closed_again(string state) =>
        Assert.Null(Plan(Messages.Message(Occasion.Resolved, IncidentState.Resolved), Record(state, 4)));

    [Fact]
    public void What_is_over_before_it_was_ever_created_is_not_created() =>
        Assert.Null(Plan(Messages.Message(Occasion.Resolved, IncidentState.Resolved), null));

    [Fact]
    public void An_incident_that_is_back_is_in_progress_again() =>
        Assert.Equal("2", (string?)Plan(Messages.Message(Occasion.Reopened), Record("6", 4))!.Body["state"]);

    [Fact]
    public void Long_names_are_cut_to_the_length_of_the_field() =>
        Assert.True(((string)Plan(Messages.WithText(new string('x', 5000)), null)!.Body["short_description"]!).Length <= 160);

    private static ServiceNowCall? Plan(IncidentMessage message, ServiceNowRecord? record) =>
        ServiceNowRenderer.Plan(Effect(message), Timeline, record, new ServiceNowSettings());

    private static NotifyEffect Effect(IncidentMessage message) => Messages.Effect(message, Channel.ServiceNow, "example.service-now.com");

    private static ServiceNowRecord Record(string state, int writtenUpTo) =>
        new("0123", state, $"ContactCenterServerless {Messages.IncidentId}.{writtenUpTo}");
}
