using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class TriageAlarmTests(Emulator emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alarm_from_SNS_opens_an_incident_with_effects_in_the_outbox()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        var outcome = await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));

        Assert.True(outcome.Succeeded, outcome.Body);
        var reply = Assert.Single(JsonNode.Parse(outcome.Body)!.AsArray())!;
        var incident = await deployment.IncidentAsync();
        Assert.Equal((incident.Id, "Opened"), ((string?)reply["incident"], (string?)reply["action"]));
        Assert.Equal(("Queue Billing", Noon), (incident.Subject, incident.OpenedAt));
        Assert.Equal((int)reply["effects"]!, (await deployment.EffectsAsync()).Count);
        Assert.NotEmpty(await deployment.EffectsAsync());
    }

    [Theory]
    [InlineData("severity", "\"P4\"", "P4")]
    [InlineData("severe", "400", "P1")]
    [InlineData("threshold", "200", "P2")]
    public async Task What_the_configuration_says_of_an_alarm_counts_in_a_deployment(string setting, string value, string expected)
    {
        var configuration = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "contactcenter.test.json"), Stop))!;
        configuration["alarms"] = JsonNode.Parse($$$"""{ "queue-wait-time": { "{{{setting}}}": {{{value}}} } }""");
        var file = Path.Combine(AppContext.BaseDirectory, $"contactcenter.{setting}.json");
        await File.WriteAllTextAsync(file, configuration.ToJsonString(), Stop);
        await using var deployment = (await Deployment.CreateAsync(emulator)).With("CONTACTCENTER_CONFIG", file);

        var outcome = await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon, ofCallers: true));

        Assert.True(outcome.Succeeded, outcome.Body);
        Assert.Equal(expected, (await deployment.IncidentAsync()).Severity.ToString());
    }

    [Fact]
    public async Task The_same_event_again_changes_nothing()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));
        var before = await deployment.IncidentAsync();

        var outcome = await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));

        Assert.Equal("Ignored", (string?)JsonNode.Parse(outcome.Body)![0]!["action"]);
        Assert.Equivalent(Comparable(before), Comparable(await deployment.IncidentAsync()), strict: true);

        // a list that is not stored is none, which cannot be walked through
        static Incident Comparable(Incident incident) => incident with { GivenUp = [], Acts = [], Roles = [], Steps = [], Repairs = [] };
    }

    [Theory]
    [InlineData("{\"AlarmName\":")]
    [InlineData("\"the queue is on fire\"")]
    public async Task What_cannot_be_understood_becomes_an_incident_that_somebody_reads(string message)
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        var outcome = await deployment.InvokeAsync("TriageAlarm", message);

        Assert.True(outcome.Succeeded, outcome.Body);
        var incident = await deployment.IncidentAsync();
        Assert.Equal((CorrelationKey.UnrecognisedGroup, Severity.P3), (incident.Key.Group, incident.Severity));
        Assert.NotEmpty(await deployment.EffectsAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_told_and_bounded()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);

        await deployment.InvokeAsync("TriageAlarm", Events.Sns(new string('x', 300_000)));

        var incident = await deployment.IncidentAsync();
        Assert.InRange(incident.Description.Length, 1, 2000);
    }

    [Fact]
    public async Task A_variable_that_is_missing_is_named()
    {
        await using var deployment = (await Deployment.CreateAsync(emulator)).With("INCIDENTS_TABLE", "");

        Assert.Contains("INCIDENTS_TABLE", await deployment.FailToStartAsync("TriageAlarm"), StringComparison.Ordinal);
    }
}
