using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>An item of the table that cannot be read holds back nobody else, and people hear of it.</summary>
public sealed class UnreadableItemTests(Emulator emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_clock_looks_after_every_incident_but_the_one_that_it_cannot_read_and_tells_of_that()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await deployment.Store.CommitAsync(Opening("Sales", Noon), Stop);
        await deployment.Store.CommitAsync(Opening("Billing", Noon), Stop);
        await deployment.SpoilAsync(Key("Billing").Code, "correlation");

        var reply = JsonNode.Parse((await deployment.InvokeAsync("AdvanceEscalations", "{}")).Body)!;

        Assert.Equal((false, 1, 1), ((bool)reply["passed"]!, (int)reply["active"]!, (int)reply["handled"]!));
        Assert.Contains($"{Key("Billing").Code}/correlation cannot be read", reply["problems"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public async Task An_alarm_whose_own_item_cannot_be_read_opens_an_incident_with_the_next_number_and_the_item_is_kept()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));
        var first = await deployment.IncidentAsync();
        await deployment.SpoilAsync(first.Key.Code, "correlation");

        var outcome = await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon.AddHours(1)));

        Assert.True(outcome.Succeeded, outcome.Body);
        var second = await deployment.IncidentAsync();
        Assert.Equal((first.Key, 2), (second.Key, second.Number));
        Assert.Contains(
            await deployment.Store.TimelineAsync(second.Id, Stop),
            entry => entry.Text.Contains($"{first.Key.Code}/unreadable#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alarm_that_is_over_takes_no_item_away_that_may_hold_an_incident()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));
        var code = (await deployment.IncidentAsync()).Key.Code;
        await deployment.SpoilAsync(code, "correlation");

        var outcome = await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon.AddMinutes(9), "OK"));

        Assert.True(outcome.Succeeded, outcome.Body);
        var reply = JsonNode.Parse((await deployment.InvokeAsync("AdvanceEscalations", "{}")).Body)!;
        Assert.Contains($"{code}/correlation cannot be read", reply["problems"]!.AsArray().Select(text => (string?)text));
    }

    [Fact]
    public async Task An_effect_that_cannot_be_read_is_given_up_and_stands_on_the_timeline()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));
        var incident = await deployment.IncidentAsync();
        var effect = (await deployment.EffectsAsync())[0];
        await deployment.SpoilAsync(effect[TableLayout.PartitionKey].S, effect[TableLayout.SortKey].S);

        var outcome = await deployment.InvokeAsync("DeliverEffects", Events.Inserted(await deployment.EffectsAsync()));

        Assert.Equal("""{"batchItemFailures":[]}""", outcome.Body);
        Assert.Contains(
            await deployment.Store.TimelineAsync(incident.Id, Stop),
            entry => entry.Text.Contains("was not carried out", StringComparison.Ordinal));
        Assert.DoesNotContain("dueIn", (await deployment.EffectsAsync())[0].Keys);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_keeps_no_other_from_the_timeline()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var minute in (int[])[-1, -2, -3])
        {
            await deployment.Changes.AddAsync(
                new ConfigurationChange($"event{minute}", now.AddMinutes(minute), Location, $"ada did {minute}."), Stop);
        }

        await deployment.SpoilAsync("changes", $"{now.AddMinutes(-2).ToUnixTimeMilliseconds():D15}#event-2");
        var opening = Opening("Billing", now);
        await deployment.Store.CommitAsync(opening, Stop);

        await deployment.InvokeAsync("AdvanceEscalations", "{}");

        var timeline = await deployment.Store.TimelineAsync(opening.Correlation.Incident!.Id, Stop);
        Assert.Equal(
            ["ada did -3.", "ada did -1."],
            timeline.Where(entry => entry.Kind == TimelineKind.Context).Select(entry => entry.Text[(entry.Text.IndexOf("UTC: ") + 5)..]));
    }
}
