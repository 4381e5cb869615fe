using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Tests.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Functions.Tests.Remediation;

public sealed class HealCapacityTests(Emulator emulator)
{
    private const string Schedule = """{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repair_that_an_incident_asks_for_is_made_and_stands_on_its_timeline()
    {
        var desk = new HealCapacityDesk(Short);

        var reply = await desk.AskAsync(await desk.OpenAsync());

        Assert.True(desk.Table.Changes[0].Update.Table is { Reads: > 150 });
        Assert.Equal("Done", (string?)reply["looks"]![0]!["outcome"]);
        Assert.Contains(
            await desk.RepairsToldAsync(),
            text => text.StartsWith("heal-capacity on customers: Reads of table customers go from 100 to", StringComparison.Ordinal));
        Assert.Equal(LeaseState.Held, (await desk.Leases.ReadAsync("customers", Stop)).Lease!.State);
    }

    [Fact]
    public async Task While_the_incident_lasts_it_looks_again_every_quarter_of_a_minute_until_its_time_is_over()
    {
        var desk = new HealCapacityDesk(Short);

        await desk.AskAsync(await desk.OpenAsync());

        Assert.Equal([0, 15, 30, 45], desk.Table.ReadAt.Select(at => (at - Now).TotalSeconds));
    }

    [Fact]
    public async Task A_table_that_is_calm_is_looked_at_once()
    {
        var desk = new HealCapacityDesk(Calm);

        await desk.AskAsync(await desk.OpenAsync());

        Assert.Single(desk.Table.ReadAt);
        Assert.Empty(desk.Table.Changes);
    }

    [Fact]
    public async Task A_change_that_another_one_blocks_is_made_a_quarter_of_a_minute_later()
    {
        var desk = new HealCapacityDesk(Short);
        desk.Table.Answers.Enqueue(ChangeOutcome.InUse);

        await desk.AskAsync(await desk.OpenAsync());

        var told = await desk.RepairsToldAsync();
        Assert.Contains(told, text => text.Contains("did not take the change (InUse)", StringComparison.Ordinal));
        Assert.True(desk.Table.Changes.Count >= 2);
        Assert.Equal(LeaseState.Held, (await desk.Leases.ReadAsync("customers", Stop)).Lease!.State);
        Assert.Equal(Severity.P2, desk.Incident.Severity);
    }

    [Fact]
    public async Task An_alarm_that_comes_straight_from_its_topic_remediates_the_table_and_tells_the_open_incident()
    {
        var desk = new HealCapacityDesk(Short);
        await desk.OpenAsync();

        await desk.InvokeAsync(Events.TableAlarm(Now, "customers"));

        Assert.NotEmpty(desk.Table.Changes);
        Assert.Contains(await desk.RepairsToldAsync(), text => text.Contains("go from 100 to", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("INSUFFICIENT_DATA")]
    public async Task An_alarm_that_is_not_red_asks_for_nothing(string state)
    {
        var desk = new HealCapacityDesk(Short);

        await desk.InvokeAsync(Events.TableAlarm(Now, "customers", state));

        Assert.Empty(desk.Table.ReadAt);
    }

    [Fact]
    public async Task The_schedule_looks_at_nothing_that_nobody_asked_for()
    {
        var desk = new HealCapacityDesk(Short);

        var reply = await desk.InvokeAsync(Schedule);

        Assert.Empty(reply["looks"]!.AsArray());
        Assert.Empty(desk.Table.ReadAt);
    }

    [Fact]
    public async Task The_schedule_looks_once_a_minute_at_what_was_asked_for_lately_and_tells_only_what_is_new()
    {
        var desk = new HealCapacityDesk(Calm);
        await desk.AskAsync(await desk.OpenAsync());
        var told = await desk.RepairsToldAsync();

        await desk.InvokeAsync(Schedule);
        desk.Clock.Advance(ResourceRemediation.LookAfterFor);
        await desk.InvokeAsync(Schedule);

        Assert.Equal(2, desk.Table.ReadAt.Count);
        Assert.Equal(told, await desk.RepairsToldAsync());
    }

    [Fact]
    public async Task A_table_that_follows_its_demand_is_looked_at_every_minute_and_its_decreases_are_remembered()
    {
        var desk = new HealCapacityDesk(at => Table(1000, Level(20), now: at), followDemand: true);

        await desk.InvokeAsync(Schedule);

        Assert.True(Assert.Single(desk.Table.Changes).Update.Table is { Reads: < 100 });
        Assert.Equal([(null, Now)], await desk.Decreases.SinceAsync("customers", Now.AddDays(-1), Stop));
    }

    [Fact]
    public async Task A_lease_that_a_crash_left_unconfirmed_is_settled_by_the_schedule()
    {
        var desk = new HealCapacityDesk(at => Table(200, Level(150), now: at));
        await desk.Leases.WriteAsync("customers", Lease(desk, minutesAgo: 5, LeaseState.Intended), 0, Stop);

        await desk.InvokeAsync(Schedule);

        Assert.Equal(LeaseState.Held, (await desk.Leases.ReadAsync("customers", Stop)).Lease!.State);
    }

    [Fact]
    public async Task A_repair_that_does_not_help_within_its_window_is_told_with_what_was_tried()
    {
        var desk = new HealCapacityDesk(at => Table(5000, Level(9000), now: at));
        var repair = await desk.OpenAsync();
        await desk.Leases.WriteAsync("customers", Lease(desk, minutesAgo: 20, LeaseState.Held), 0, Stop);

        await desk.AskAsync(repair);

        Assert.Equal("heal-capacity customers", Assert.Single(desk.Incident.FailedRemediations));
        Assert.Contains("15 minutes after it was tried: Reads go from 100 to 200.", desk.Incident.RepairReport, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hot_key_leads_to_no_change_and_to_people()
    {
        var desk = new HealCapacityDesk(at => Table(200, Level(100), now: at).With(table => table with
        {
            Reads = [.. table.Reads.Select(minute => minute with { Throttled = new ThrottleCounts(0, KeyRange: 600, 0, 0) })],
        }));

        await desk.AskAsync(await desk.OpenAsync());

        Assert.Empty(desk.Table.Changes);
        Assert.Equal("heal-capacity customers", Assert.Single(desk.Incident.FailedRemediations));
        Assert.Contains("hot key", desk.Incident.RepairReport, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_dry_run_the_plan_is_told_and_nothing_is_changed()
    {
        var desk = new HealCapacityDesk(Short, RemediationMode.DryRun);

        await desk.AskAsync(await desk.OpenAsync());

        Assert.Empty(desk.Table.Changes);
        Assert.Contains(await desk.RepairsToldAsync(), text => text.Contains("Dry run, nothing was done.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_kill_switch_stops_everything()
    {
        var desk = new HealCapacityDesk(Short, RemediationMode.Off);

        await desk.AskAsync(await desk.OpenAsync());

        Assert.Empty(desk.Table.Changes);
        Assert.Contains(await desk.RepairsToldAsync(), text => text.EndsWith("is switched off.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_costly_change_waits_for_a_person_and_is_made_when_one_approves()
    {
        var desk = new HealCapacityDesk(Short, approvalAbove: 0.001);
        await desk.AskAsync(await desk.OpenAsync());
        Assert.Empty(desk.Table.Changes);
        Assert.Contains("Needs approval.", desk.Incident.PendingApproval!.Text, StringComparison.Ordinal);

        desk.Table.State = at => desk.Table.Changes.Count == 0 ? Short(at) : Calm(at);
        var approved = Assert.Single((await desk.ActAsync(PersonAction.Approve)).Effects.OfType<RemediateEffect>());
        await desk.AskAsync(approved);

        Assert.Single(desk.Table.Changes);
        Assert.Null(desk.Incident.PendingApproval);
    }

    [Fact]
    public async Task A_table_without_limits_is_only_watched()
    {
        var desk = new HealCapacityDesk(Short, tableName: "another");

        await desk.AskAsync(await desk.OpenEarlierAsync());

        Assert.Empty(desk.Table.ReadAt);
        Assert.Contains(await desk.RepairsToldAsync(), text => text.Contains("only watched", StringComparison.Ordinal));
        Assert.Equal(Severity.P2, desk.Incident.Severity);
    }

    [Fact]
    public async Task What_is_on_lease_for_a_table_that_left_the_configuration_is_given_back_by_the_schedule()
    {
        var desk = new HealCapacityDesk(at => Table(200, Level(150), now: at), tableName: "another");
        await desk.Leases.WriteAsync("customers", Lease(desk, minutesAgo: 5, LeaseState.Held), 0, Stop);

        var reply = await desk.InvokeAsync(Schedule);

        Assert.Equal(new Throughput(100, 5), Assert.Single(desk.Table.Changes).Update.Table);
        Assert.Null((await desk.Leases.ReadAsync("customers", Stop)).Lease);
        Assert.Contains("given back", (string?)reply["looks"]![0]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_was_deleted_meanwhile_is_told_to_people()
    {
        var desk = new HealCapacityDesk(at => new TableState { Name = "customers", ReadAt = at, Exists = false, Resources = [] });

        await desk.AskAsync(await desk.OpenAsync());

        Assert.Contains(await desk.RepairsToldAsync(), text => text.Contains("There is no table customers.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_deployed_function_looks_at_a_table_in_the_account()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        using var client = emulator.DynamoDb();
        await client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = "customers",
                BillingMode = Amazon.DynamoDBv2.BillingMode.PROVISIONED,
                ProvisionedThroughput = new ProvisionedThroughput(10, 5),
                AttributeDefinitions = [new("id", ScalarAttributeType.S)],
                KeySchema = [new("id", KeyType.HASH)],
            },
            Stop);

        var asked = await deployment.InvokeAsync("HealCapacity", Events.TableAlarm(TimeProvider.System.GetUtcNow(), "customers"));
        var again = await deployment.InvokeAsync("HealCapacity", Schedule);

        Assert.True(asked.Succeeded, asked.Body);
        Assert.Equal("customers", (string?)JsonNode.Parse(asked.Body)!["looks"]![0]!["resource"]);
        Assert.Equal("Table customers has the capacity that it needs.", (string?)JsonNode.Parse(again.Body)!["looks"]![0]!["text"]);
    }

    [Fact]
    public async Task A_mode_that_is_none_is_named()
    {
        await using var deployment = (await Deployment.CreateAsync(emulator)).With("REMEDIATION_MODE", "sometimes");

        Assert.Contains("expected act, dryRun or off", await deployment.FailToStartAsync("HealCapacity"), StringComparison.Ordinal);
    }

    /// <summary>100 units and 150 asked for, for ten minutes.</summary>
    private static TableState Short(DateTimeOffset at) => Table(100, [.. Level(50, 50), .. Level(150, 10)], now: at);

    private static TableState Calm(DateTimeOffset at) => Table(100, Level(60), now: at);

    private static RemediationLease<CapacityChange> Lease(HealCapacityDesk desk, int minutesAgo, LeaseState state)
    {
        var granted = desk.Clock.GetUtcNow().AddMinutes(-minutesAgo);
        return new RemediationLease<CapacityChange>(
            "customers",
            new CapacityChange { Update = new TableUpdate { Table = new Throughput(100, 5) } },
            "Reads go from 100 to 200.",
            granted,
            granted.AddMinutes(30),
            granted.AddHours(24),
            state);
    }
}
