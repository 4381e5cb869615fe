using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Functions.Tests.Remediation;

public sealed class FailOverTests
{
    private const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    [Fact]
    public async Task A_flow_that_fails_waits_for_a_persons_approval()
    {
        var desk = new FailOverDesk();

        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));

        Assert.Equal("own", desk.Flows.Value);
        Assert.Equal(RemediationNames.EmergencyFlow, desk.Incident.PendingApproval!.Remediation);
    }

    [Fact]
    public async Task Approved_it_runs_the_emergency_flow_and_its_lease_knows_what_was_before()
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));

        await desk.AskAsync(await desk.ApproveAsync());

        Assert.Equal("emergency", desk.Flows.Value);
        Assert.Equal(
            "own",
            (await desk.Leases(RemediationNames.EmergencyFlow).ReadAsync(FailOverDesk.Inbound, FailOverDesk.Stop)).Lease!.Undo.To);
    }

    [Fact]
    public async Task What_was_failed_over_is_remembered_with_its_time_and_says_of_no_saving_that_nobody_counts()
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));
        Assert.Empty(await desk.History.OfResourceAsync(FailOverDesk.Inbound, 10, null, FailOverDesk.Stop));

        await desk.AskAsync(await desk.ApproveAsync());
        var running = Assert.Single(await desk.History.OfResourceAsync(FailOverDesk.Inbound, 10, null, FailOverDesk.Stop));
        desk.Clock.Advance(TimeSpan.FromHours(4));
        await desk.InvokeAsync(Schedule);

        var over = Assert.Single(await desk.History.OfResourceAsync(FailOverDesk.Inbound, 10, null, FailOverDesk.Stop));
        Assert.Equal((RemediationNames.EmergencyFlow, null), (running.Remediation, running.EndedAt));
        Assert.InRange(over.EndedAt!.Value - over.GrantedAt, TimeSpan.FromHours(4), TimeSpan.FromHours(4.1));
        Assert.Equal((0, null, null, null), (over.Dollars!.Value, over.MinutesSaved, over.RequestsSaved, over.Helped));
    }

    /// <summary>Whoever writes to the topic writes what they like: only a person's approval of what is ours changes anything.</summary>
    [Theory]
    [InlineData("approvedBy", "null")]
    [InlineData("approvedBy", "\"\"")]
    [InlineData("approvedBy", "\"  \\u200b \"")]
    [InlineData("approvedBy", "7")]
    [InlineData("approvedBy", "true")]
    [InlineData("approvedBy", "[\"ann\"]")]
    [InlineData("approvedBy", "{\"name\":\"ann\"}")]
    [InlineData("target", "null")]
    [InlineData("target", "\"\"")]
    [InlineData("target", "\"Somebody else's flow\"")]
    [InlineData("target", "[\"cc-test-inbound\"]")]
    [InlineData("target", "\"cc-test-inbound\\u0000\"")]
    [InlineData("remediation", "\"switch-to-emergency-flow \"")]
    [InlineData("remediation", "\"delete-everything\"")]
    [InlineData("remediation", "{}")]
    [InlineData("kind", "\"notify\"")]
    [InlineData("at", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("at", "\"9999-12-31T23:59:59Z\"")]
    [InlineData("at", "\"yesterday\"")]
    [InlineData("at", "17")]
    public async Task A_message_that_is_not_quite_an_approval_of_ours_changes_nothing(string member, string value)
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));
        var message = JsonNode.Parse(Events.Remediation(await desk.ApproveAsync()))!;
        message[member] = JsonNode.Parse(value);

        _ = await desk.InvokeAsync(Events.Sns(message.ToJsonString()));

        Assert.Equal(("own", desk.Traffic.Value), (desk.Flows.Value, "eu-central-1=100,eu-west-1=0;;"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[[[[[[[[[[1]]]]]]]]]]")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"kind\":\"remediate\",\"kind\":\"remediate\",\"target\":{}}")]
    public async Task A_broken_message_beside_an_approval_spoils_only_itself(string broken)
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));
        var approved = Events.Remediation(await desk.ApproveAsync());
        var records = new JsonArray(
            [.. new[] { broken, approved }.Select(static message => new JsonObject
            {
                ["EventSource"] = "aws:sns", ["Sns"] = new JsonObject { ["Message"] = message },
            })]);

        _ = await desk.InvokeAsync(new JsonObject { ["Records"] = records }.ToJsonString());

        Assert.Equal("emergency", desk.Flows.Value);
    }

    [Fact]
    public async Task A_flow_of_one_s_own_fails_over_where_it_is_named_and_not_elsewhere()
    {
        var desk = new FailOverDesk(new FailoverSettings { Flows = ["Hotline"] });

        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", "Hotline")));
        await desk.AskAsync(await desk.ApproveAsync());

        Assert.Equal("emergency", desk.Flows.Value);
        Assert.Empty(await new FailOverDesk().OpenAsync("flow-failed", "Hotline"));
    }

    [Fact]
    public async Task When_its_time_is_over_the_schedule_brings_it_back_and_the_incident_is_told()
    {
        var desk = new FailOverDesk(new FailoverSettings { Lease = TimeSpan.FromMinutes(30) });
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));
        await desk.AskAsync(await desk.ApproveAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(30));

        await desk.InvokeAsync(Schedule);

        Assert.Equal("own", desk.Flows.Value);
        Assert.Contains("goes back to own", desk.Incident.RepairReport, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_not_brought_back()
    {
        var desk = new FailOverDesk(new FailoverSettings { Lease = TimeSpan.FromMinutes(30) });
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));
        await desk.AskAsync(await desk.ApproveAsync());
        desk.Flows.Value = "mended by hand";
        desk.Clock.Advance(TimeSpan.FromMinutes(30));

        await desk.InvokeAsync(Schedule);

        Assert.Equal("mended by hand", desk.Flows.Value);
    }

    [Fact]
    public async Task A_queue_that_nobody_serves_is_forced_to_its_stand_by_after_an_approval()
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("nobody-serves-queue", "Billing")));
        var before = (await desk.Leases(RemediationNames.QueueFallback).ReadAsync("Billing", FailOverDesk.Stop)).Lease;

        await desk.AskAsync(await desk.ApproveAsync());

        Assert.Null(before);
        Assert.Contains(
            "its stand-by General",
            (await desk.Leases(RemediationNames.QueueFallback).ReadAsync("Billing", FailOverDesk.Stop)).Lease!.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_without_a_stand_by_is_not_asked_for() =>
        Assert.Empty(await new FailOverDesk().OpenAsync("nobody-serves-queue", "General"));

    [Fact]
    public async Task Calls_that_are_turned_away_are_shifted_after_an_approval()
    {
        var desk = new FailOverDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("calls-rejected", "acme")));
        var before = desk.Traffic.Value;

        await desk.AskAsync(await desk.ApproveAsync());

        Assert.Equal(("eu-central-1=100,eu-west-1=0;;", "eu-central-1=0,eu-west-1=100;;"), (before, desk.Traffic.Value));
    }

    [Fact]
    public async Task Without_a_group_traffic_is_not_asked_for() => Assert.Empty(
        await new FailOverDesk(new FailoverSettings()).OpenAsync("calls-rejected", "acme"));

    [Fact]
    public async Task In_the_Region_that_stands_by_traffic_is_shifted_and_nothing_else()
    {
        var desk = new FailOverDesk(region: "eu-west-1");

        await desk.AskAsync(new RemediateEffect("by-hand.1", "by-hand", desk.Clock.GetUtcNow(), RemediationNames.ShiftTraffic, "acme", "")
        {
            ApprovedBy = "ann"
        });
        await desk.AskAsync(new RemediateEffect(
            "by-hand.2", "by-hand", desk.Clock.GetUtcNow(), RemediationNames.EmergencyFlow, FailOverDesk.Inbound, "")
        {
            ApprovedBy = "ann"
        });

        Assert.Equal(("eu-central-1=0,eu-west-1=100;;", "own"), (desk.Traffic.Value, desk.Flows.Value));
    }

    [Fact]
    public async Task A_dry_run_is_told_and_nothing_is_changed()
    {
        var desk = new FailOverDesk(mode: RemediationMode.DryRun);
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("flow-failed", FailOverDesk.Inbound)));

        Assert.StartsWith("Dry run, nothing was done.", desk.Incident.RepairReport, StringComparison.Ordinal);
        Assert.Equal("own", desk.Flows.Value);
    }
}
