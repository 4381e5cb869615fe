using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class AdvanceEscalationsTests(Emulator emulator) : IDisposable
{
    private readonly StringWriter _metrics = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_step_is_taken_when_it_is_due_and_the_heartbeat_is_told()
    {
        var desk = new Desk();
        var id = (await desk.OpenAsync("Billing")).Correlation.Incident!.Id;
        desk.Clock.Now = Noon.AddMinutes(15);

        var reply = await LookAsync(desk);

        Assert.Equal((true, 1, 1), ((bool)reply["passed"]!, (int)reply["handled"]!, (int)reply["active"]!));
        Assert.Contains(
            (await desk.Store.TimelineAsync(id, Stop)), entry => entry.Text.StartsWith("Told managers", StringComparison.Ordinal));
        Assert.Single(_metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_heartbeat_is_the_metric_that_its_alarm_watches()
    {
        await LookAsync(new Desk());

        var watched = AlarmCatalog.Default.Find("heartbeat-missing")!.Metrics[0];
        var told = JsonNode.Parse(_metrics.ToString())!;
        var declared = told["_aws"]!["CloudWatchMetrics"]![0]!;
        Assert.Equal(Noon.ToUnixTimeMilliseconds(), (long)told["_aws"]!["Timestamp"]!);
        Assert.Equal(watched.Namespace, (string?)declared["Namespace"]);
        Assert.Equal(watched.Name, (string?)declared["Metrics"]![0]!["Name"]);
        Assert.Equal("Component", (string?)declared["Dimensions"]![0]![0]);
        Assert.Equal((HeartbeatComponents.Clock, 1), ((string?)told["Component"], (int)told["Heartbeat"]!));
    }

    [Fact]
    public async Task A_deadline_that_is_later_than_it_should_be_is_repaired()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        var incident = opening.Correlation.Incident!;
        var broken = opening.Correlation with { Version = 1, Incident = incident with { NextDueAt = Noon.AddYears(1) } };
        Assert.True(await desk.Memory.CommitAsync(new IncidentCommit(broken, [], []), Stop));

        var reply = await LookAsync(desk);

        Assert.Equal([incident.Id], reply["repaired"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(incident.NextDueAt, (await desk.Store.FindAsync(incident.Id, Stop))!.Incident!.NextDueAt);
        Assert.NotEmpty(_metrics.ToString());
    }

    [Fact]
    public async Task A_deadline_that_is_missing_is_repaired()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        var incident = opening.Correlation.Incident!;
        var broken = opening.Correlation with { Version = 1, Incident = incident with { NextDueAt = null } };
        Assert.True(await desk.Memory.CommitAsync(new IncidentCommit(broken, [], []), Stop));

        await LookAsync(desk);

        Assert.Equal(incident.NextDueAt, (await desk.Store.FindAsync(incident.Id, Stop))!.Incident!.NextDueAt);
    }

    [Fact]
    public async Task An_incident_that_cannot_be_handled_holds_back_no_other_but_the_heartbeat()
    {
        var memory = new InMemoryIncidentStore();
        var poisoned = Opening("Billing", Noon).Correlation.Incident!.Id;
        var desk = new Desk(new PoisonedStore(memory, poisoned));
        await memory.CommitAsync(Opening("Billing", Noon), Stop);
        await memory.CommitAsync(Opening("Sales", Noon.AddSeconds(1)), Stop);
        desk.Clock.Now = Noon.AddMinutes(16);

        var reply = await LookAsync(desk);

        Assert.False((bool)reply["passed"]!);
        Assert.Equal(1, (int)reply["handled"]!);
        Assert.All(reply["problems"]!.AsArray(), problem => Assert.StartsWith(poisoned, (string?)problem, StringComparison.Ordinal));
        Assert.Empty(_metrics.ToString());
    }

    [Fact]
    public async Task An_effect_that_the_stream_left_behind_is_carried_out()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        desk.Clock.Now = Noon + EffectDelivery.Grace;

        await LookAsync(desk);
        await LookAsync(desk);

        Assert.Equal(opening.Effects.Select(effect => effect.Id), desk.Handled);
    }

    [Fact]
    public async Task A_channel_that_takes_all_the_time_does_not_silence_the_heartbeat()
    {
        using var time = new CancellationTokenSource();
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        desk.Result = _ =>
        {
            time.Cancel();
            throw new OperationCanceledException(time.Token);
        };

        var report = await desk.Escalations.LookAsync(Noon + EffectDelivery.Grace, time.Token);

        Assert.True(report.Passed);
        Assert.Equal([opening.Effects[0].Id], desk.Handled);
        Assert.Equal(2, (await desk.Outbox.DueAsync(Noon.AddMinutes(10), 10, static problem => throw problem, Stop)).Count);
    }

    [Fact]
    public async Task A_change_shortly_before_an_incident_stands_on_its_timeline_once_whichever_was_heard_of_first()
    {
        var desk = new Desk();
        await ChangeAsync(desk, "early", -31);
        await ChangeAsync(desk, "before", -29);
        var id = (await desk.OpenAsync("Billing")).Correlation.Incident!.Id;
        desk.Clock.Now = Noon.AddMinutes(1);
        await LookAsync(desk);
        await ChangeAsync(desk, "heard of late", -2);
        await ChangeAsync(desk, "after", 1);

        await LookAsync(desk);
        await LookAsync(desk);

        var context = (await desk.Store.TimelineAsync(id, Stop)).Where(entry => entry.Kind == TimelineKind.Context).Select(entry =>
            entry.Text);
        Assert.Equal(["11:31:00 UTC: before", "11:58:00 UTC: heard of late"], context);
    }

    [Fact]
    public async Task A_busy_account_does_not_flood_a_timeline()
    {
        var desk = new Desk();
        for (var i = 1; i <= 25; i++)
        {
            await ChangeAsync(desk, $"change {i}", -i);
        }

        var id = (await desk.OpenAsync("Billing")).Correlation.Incident!.Id;

        await LookAsync(desk);
        await LookAsync(desk);

        var context = (await desk.Store.TimelineAsync(id, Stop)).Where(entry => entry.Kind == TimelineKind.Context).ToArray();
        Assert.Equal(21, context.Length);
        Assert.StartsWith("More was changed", context[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_changes_cost_one_decision_of_each_incident_and_then_nothing()
    {
        var desk = new Desk();
        for (var i = 1; i <= 2000; i++)
        {
            await ChangeAsync(desk, $"change {i}", -i / 100.0);
        }

        string[] resources = ["Billing", "Sales", "Support", "Cards", "Loans"];
        foreach (var resource in resources)
        {
            await desk.OpenAsync(resource);
        }

        var commits = 0;
        desk.Memory.Committed += _ => commits++;

        await LookAsync(desk);
        Assert.Equal(resources.Length, commits);

        await LookAsync(desk);
        Assert.Equal(resources.Length, commits);
    }

    [Fact]
    public async Task The_deployed_clock_looks_at_the_table()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await deployment.Store.CommitAsync(Opening("Billing", Noon), Stop);

        var outcome = await deployment.InvokeAsync("AdvanceEscalations", "{}");

        var reply = JsonNode.Parse(outcome.Body)!;
        Assert.Equal((true, 1), ((bool)reply["passed"]!, (int)reply["active"]!));
        Assert.InRange((int)reply["handled"]!, 1, 1);
    }

    [Fact]
    public async Task An_exercise_that_cannot_be_played_keeps_the_clock_from_nothing()
    {
        var desk = new Desk();
        _ = await desk.OpenAsync("Billing");
        desk.Clock.Now = Noon.AddMinutes(15);
        var broken = new ExercisePlayer(null!, desk.Store, null!, desk.Exercises, Configuration);

        var reply = await LookAsync(desk, broken);

        Assert.Equal((true, 1), ((bool)reply["passed"]!, (int)reply["handled"]!));
    }

    public void Dispose() => _metrics.Dispose();

    private static async Task ChangeAsync(Desk desk, string text, double minutes) =>
        await desk.Changes.AddAsync(new ConfigurationChange(text, Noon.AddMinutes(minutes), Location, text), Stop);

    private async Task<JsonNode> LookAsync(Desk desk, ExercisePlayer? player = null)
    {
        var function = new AdvanceEscalationsFunction(
            desk.Escalations,
            desk.Thresholds,
            player ?? desk.Player,
            desk.HandOvers,
            new HeartbeatMetric(new MetricLine(_metrics)),
            desk.GivenUp,
            desk.Clock);
        return JsonNode.Parse((await RuntimeLoop.InvokeAsync(function.AdvanceEscalations, "{}")).Body)!;
    }
}
