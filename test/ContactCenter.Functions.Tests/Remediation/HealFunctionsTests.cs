using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Tests.Remediation;

public sealed class HealFunctionsTests(Emulator emulator)
{
    private const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_throttled_function_gets_more_and_the_incident_is_told()
    {
        var desk = new HealFunctionsDesk();

        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "hook")));

        Assert.Equal([94], desk.Lambda.Reservations);
        Assert.Equal(LeaseState.Held, (await desk.Leases.ReadAsync("hook", Stop)).Lease!.State);
        Assert.Contains(
            await desk.RepairsToldAsync(),
            text =>
                text.StartsWith(
                    "lift-reserved-concurrency on hook: The reservation of function hook goes from 50 to 94", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_without_limits_is_not_asked_for()
    {
        var desk = new HealFunctionsDesk(allowsHook: false);

        Assert.Empty(await desk.OpenAsync("function-throttled", "hook"));
    }

    [Fact]
    public async Task When_it_is_calm_the_schedule_takes_the_reservation_back()
    {
        var desk = new HealFunctionsDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "hook")));
        desk.Lambda.Throttles = new long[30];
        desk.Clock.Advance(TimeSpan.FromMinutes(20));

        await desk.InvokeAsync(Schedule);

        Assert.Equal([94, 50], desk.Lambda.Reservations);
        Assert.Null((await desk.Leases.ReadAsync("hook", Stop)).Lease);
    }

    [Fact]
    public async Task A_lease_outlives_neither_its_limits_nor_its_request()
    {
        var desk = new HealFunctionsDesk(allowsHook: false);
        desk.Lambda.Reserved = 94;
        var now = desk.Clock.GetUtcNow();
        var lease = new RemediationLease<ReservedConcurrencyChange>(
            "hook", new(50), "throttled", now, now.AddMinutes(30), now.AddHours(24), LeaseState.Held);
        await desk.Leases.WriteAsync("hook", lease, 0, Stop);

        await desk.InvokeAsync(Schedule);

        Assert.Equal([50], desk.Lambda.Reservations);
    }

    [Fact]
    public async Task A_lease_that_cannot_be_given_back_is_told_once()
    {
        var desk = new HealFunctionsDesk();
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "hook")));
        desk.Lambda.IsRefused = true;

        await desk.InvokeAsync(Schedule);
        await desk.InvokeAsync(Schedule);

        Assert.Single(await desk.RepairsToldAsync(), static text => text.Contains(
            "Function hook has something on lease, and it cannot be given back: not authorized", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repair_that_does_not_help_within_ten_minutes_is_told_with_what_was_tried()
    {
        var desk = new HealFunctionsDesk();
        var repair = Assert.Single(await desk.OpenAsync("function-throttled", "hook"));
        var granted = desk.Clock.GetUtcNow().AddMinutes(-12);
        desk.Lambda.Reserved = 94;
        desk.Lambda.Throttles = [.. Enumerable.Repeat(40L, 30)];
        await desk.Leases.WriteAsync(
            "hook",
            new RemediationLease<ReservedConcurrencyChange>(
                "hook", new(50), "It went from 50 to 94.", granted, granted.AddMinutes(30), granted.AddHours(24), LeaseState.Held),
            0,
            Stop);

        await desk.AskAsync(repair);

        Assert.Equal("lift-reserved-concurrency hook", Assert.Single(desk.Incident.FailedRemediations));
        Assert.Contains("10 minutes after it was tried: It went from 50 to 94.", desk.Incident.RepairReport, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_raise_waits_for_a_person_and_is_made_when_one_approves()
    {
        var desk = new HealFunctionsDesk(approvalAbove: 60);
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "hook")));
        Assert.Empty(desk.Lambda.Reservations);
        Assert.NotNull(desk.Incident.PendingApproval);

        await desk.AskAsync(Assert.Single((await desk.ActAsync(PersonAction.Approve)).Effects.OfType<RemediateEffect>()));

        Assert.Equal([94], desk.Lambda.Reservations);
        Assert.Null(desk.Incident.PendingApproval);
    }

    [Theory]
    [InlineData(RemediationMode.DryRun)]
    [InlineData(RemediationMode.Off)]
    public async Task Neither_a_dry_run_nor_the_kill_switch_changes_anything(RemediationMode mode)
    {
        var desk = new HealFunctionsDesk(mode);
        desk.Lambda.Source = Disabled("PROBLEM: Function call failed");

        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "hook")));
        await desk.AskAsync(Request("enable-event-source", "deliver"));

        Assert.Empty(desk.Lambda.Reservations);
        Assert.Empty(desk.Lambda.Enabled);
    }

    [Fact]
    public async Task Disabled_event_sources_are_counted_every_minute_those_of_this_system_too()
    {
        var desk = new HealFunctionsDesk();
        desk.Lambda.Source = Disabled("PROBLEM: Function call failed");
        await desk.InvokeAsync(Schedule);
        var metrics = desk.Metrics.Trim().Split('\n').Select(line => JsonNode.Parse(line)!);

        Assert.Equal(
            [("cc-test-deliver-effects", 0), ("cc-test-keep-history", 0), ("deliver", 1)],
            metrics.Select(metric => ((string?)metric["FunctionName"], (int?)metric["EventSourcesDisabled"])));
    }

    [Fact]
    public async Task A_disabled_event_source_is_enabled_when_its_alarm_asks_and_the_incident_is_told()
    {
        var desk = new HealFunctionsDesk();
        desk.Lambda.Source = Disabled("PROBLEM: Function call failed");

        await desk.AskAsync(Assert.Single(await desk.OpenAsync("event-source-disabled", "deliver")));

        Assert.Equal(["u-1"], desk.Lambda.Enabled);
        Assert.Contains(await desk.RepairsToldAsync(), text => text.Contains("is enabled again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disabled_event_source_is_enabled_by_the_schedule_also_when_nobody_can_ask()
    {
        var desk = new HealFunctionsDesk();
        desk.Lambda.Source = Disabled("PROBLEM: Function call failed");

        await desk.InvokeAsync(Schedule);

        Assert.Equal(["u-1"], desk.Lambda.Enabled);
    }

    [Fact]
    public async Task A_throttled_hook_of_this_system_is_lifted_within_the_limits_of_all_hooks()
    {
        var desk = new HealFunctionsDesk(hooks: 80);

        await desk.AskAsync(Assert.Single(await desk.OpenAsync("function-throttled", "cc-test-classify-contact")));

        Assert.Equal([80], desk.Lambda.Reservations);
    }

    [Fact]
    public async Task An_event_source_that_keeps_falling_over_is_left_to_people()
    {
        var desk = new HealFunctionsDesk(perDay: 1);
        var repair = Assert.Single(await desk.OpenAsync("event-source-disabled", "deliver"));
        desk.Lambda.Source = Disabled("PROBLEM: Function call failed");
        await desk.AskAsync(repair);
        desk.Lambda.Source = Disabled("PROBLEM: Function call failed");

        await desk.InvokeAsync(Schedule);

        Assert.Single(desk.Lambda.Enabled);
        Assert.Equal("enable-event-source deliver", Assert.Single(desk.Incident.FailedRemediations));
        Assert.Contains("Find out why", desk.Incident.RepairReport, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_disabled_is_enabled_only_when_a_person_approves()
    {
        var desk = new HealFunctionsDesk();
        desk.Lambda.Source = Disabled("USER_INITIATED");
        await desk.AskAsync(Assert.Single(await desk.OpenAsync("event-source-disabled", "deliver")));
        Assert.Empty(desk.Lambda.Enabled);

        await desk.AskAsync(Assert.Single((await desk.ActAsync(PersonAction.Approve)).Effects.OfType<RemediateEffect>()));

        Assert.Equal(["u-1"], desk.Lambda.Enabled);
    }

    [Fact]
    public async Task A_repair_that_another_function_makes_is_left_to_it()
    {
        var desk = new HealFunctionsDesk();

        var reply = await desk.AskAsync(Request("heal-capacity", "customers"));

        Assert.Empty(reply["looks"]!.AsArray());
    }

    [Fact]
    public async Task The_deployed_function_answers_the_schedule()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        var outcome = await deployment.InvokeAsync("HealFunctions", Schedule);

        Assert.True(outcome.Succeeded, outcome.Body);
        Assert.Equal(
            [
                ("cc-test-deliver-effects", "No event source of function cc-test-deliver-effects is disabled."),
                ("cc-test-keep-history", "No event source of function cc-test-keep-history is disabled."),
            ],
            JsonNode.Parse(outcome.Body)!["looks"]!.AsArray().Select(look => ((string?)look!["resource"], (string?)look["text"])));
    }

    private static EventSourceMapping Disabled(string reason) =>
        new("u-1", "arn:aws:sqs:eu-central-1:123456789012:orders", EventSourceMapping.Disabled) { StateTransitionReason = reason };

    private static RemediateEffect Request(string remediation, string target) =>
        new("e-1", "i-1", new DateTimeOffset(2026, 1, 7, 12, 0, 0, TimeSpan.Zero), remediation, target, "alarm");
}
