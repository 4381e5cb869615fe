using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.ServiceNow;

namespace ContactCenter.Core.Tests.Notifications.ServiceNow;

/// <summary>What a configuration has written into an incident of ServiceNow.</summary>
public sealed class ServiceNowFieldsTests
{
    private static readonly ServiceNowSettings Settings = new()
    {
        Fields = new Dictionary<string, string>
        {
            ["assignment_group"] = "group-of-all",
            ["caller_id"] = "monitoring",
            ["close_code"] = "Solved",
            ["u_queue"] = "{queue}",
            ["u_what"] = "{severity} {group} {resource} of {owner} ({incident})",
        },
        Severities = new() { P1 = new() { ["assignment_group"] = "major-incidents" }, P2 = new() { ["close_code"] = "Worked around" } },
        Resources = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["Billing"] = new Dictionary<string, string> { ["cmdb_ci"] = "ci-of-billing" },
        },
    };

    [Fact]
    public void A_new_record_has_what_is_configured()
    {
        var body = Plan(Messages.Message(severity: Severity.P3));

        Assert.Equal("group-of-all", (string?)body["assignment_group"]);
        Assert.Equal("monitoring", (string?)body["caller_id"]);
        Assert.Equal("ci-of-billing", (string?)body["cmdb_ci"]);
    }

    [Fact]
    public void What_a_severity_says_comes_before_what_holds_for_all() =>
        Assert.Equal("major-incidents", (string?)Plan(Messages.Message(severity: Severity.P1))["assignment_group"]);

    [Fact]
    public void Placeholders_are_filled() =>
        Assert.Equal(
            "P1 queue Billing of workforce (7Q2M9KXA-3)", (string?)Plan(Messages.Message(severity: Severity.P1))["u_what"]);

    [Fact]
    public void A_value_that_comes_to_nothing_is_left_out()
    {
        var body = Plan(Messages.Message() with { Group = "table", Resource = "customers" });

        Assert.False(body.ContainsKey("u_queue"));
        Assert.False(body.ContainsKey("cmdb_ci"));
    }

    [Fact]
    public void A_name_with_braces_is_not_filled_again() =>
        Assert.Equal("{owner}", (string?)Plan(Messages.Message() with { Resource = "{owner}" })["u_queue"]);

    [Fact]
    public void A_name_with_lines_stays_on_one_and_in_the_column()
    {
        var value = (string)Plan(Messages.Message() with { Resource = "a\r\nb" + new string('x', 400) })["u_queue"]!;

        Assert.Equal(255, value.Length);
        Assert.DoesNotContain(value, char.IsControl);
    }

    [Fact]
    public void What_people_changed_since_is_left_alone() =>
        Assert.False(Plan(Messages.Message(Occasion.Escalated), Record).ContainsKey("assignment_group"));

    [Fact]
    public void A_raise_writes_what_its_severity_says_and_nothing_else()
    {
        var body = Plan(Messages.Message(Occasion.Raised, severity: Severity.P1), Record);

        Assert.Equal("major-incidents", (string?)body["assignment_group"]);
        Assert.False(body.ContainsKey("caller_id"));
    }

    [Theory]
    [InlineData(Severity.P1, "Solved")]
    [InlineData(Severity.P2, "Worked around")]
    public void The_close_code_is_written_when_it_is_over(Severity severity, string code)
    {
        Assert.Equal(code, (string?)Plan(Messages.Message(Occasion.Resolved, IncidentState.Resolved, severity), Record)["close_code"]);
        Assert.False(Plan(Messages.Message(severity: severity)).ContainsKey("close_code"));
    }

    [Fact]
    public void No_configuration_writes_over_what_a_message_tells()
    {
        var settings = new ServiceNowSettings { Fields = new Dictionary<string, string> { ["correlation_id"] = "mine" } };

        var call = ServiceNowRenderer.Plan(Effect(Messages.Message()), [], null, settings)!;

        Assert.Equal(Messages.IncidentId, (string?)call.Body["correlation_id"]);
    }

    private static ServiceNowRecord Record { get; } = new("0123", "2", $"ContactCenterServerless {Messages.IncidentId}.4");

    private static JsonObject Plan(IncidentMessage message, ServiceNowRecord? record = null) =>
        ServiceNowRenderer.Plan(Effect(message), [], record, Settings)!.Body;

    private static NotifyEffect Effect(IncidentMessage message) => Messages.Effect(message, Channel.ServiceNow, "example.service-now.com");
}
