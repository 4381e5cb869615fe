using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.World;

/// <summary>
/// The functions in a center in which somebody begins to read a table as never before: what they tell of it, from the schedule's event
/// to the incident.
/// </summary>
public sealed class UnusualTests
{
    private const int BeginsAt = 60;
    private const int Length = BeginsAt + 8;

    /// <summary>As few as it takes before anything is told.</summary>
    private const int WeeksLearned = 2;

    [Fact]
    public async Task What_is_unusual_opens_the_incident_of_its_table_and_says_what_was_expected()
    {
        var withHighThresholds = Sample.Configuration with
        {
            Alarms = new[]
            {
                AlarmIds.TableReadCapacity, AlarmIds.IndexReadCapacity, AlarmIds.TableReadThrottled, AlarmIds.IndexReadThrottled,
            }.ToDictionary(static id => id, static _ => new AlarmOverride { Threshold = 1_000_000 }),
        };
        using var system = await PlayAsync(AnomalyMode.Tell, static system => OfTable(system).Length > 0, withHighThresholds);

        var incident = Assert.Single(OfTable(system));
        Assert.Equal((Severity.P3, "unusual"), (incident.Severity, incident.Runbook));
        Assert.Matches("ConsumedReadCapacityUnits.*expected.*, got ", incident.Description);
        Assert.InRange(incident.OpenedAt - system.Start, TimeSpan.FromMinutes(BeginsAt), TimeSpan.FromMinutes(BeginsAt + 3));
    }

    [Fact]
    public async Task A_threshold_and_what_is_unusual_are_one_incident()
    {
        using var system = await PlayAsync(
            AnomalyMode.Tell, static system => system.Signs is { Threshold: not null, Anomaly: not null });

        Assert.True(Assert.Single(OfTable(system)).Alarms > 1);
    }

    [Fact]
    public async Task Who_did_not_ask_for_it_is_told_by_thresholds_alone()
    {
        using var system = await PlayAsync(AnomalyMode.Off, static system => system.Signs!.Threshold is not null);

        Assert.Null(system.Signs!.Anomaly);
        Assert.Equal("table-capacity", Assert.Single(OfTable(system)).Runbook);
    }

    private static Incident[] OfTable(SimulatedSystem system) =>
        [.. system.Store.All.Where(static one => one.Key is { Group: AlarmGroups.Table, Resource: "customers" })];

    private static async Task<SimulatedSystem> PlayAsync(
        AnomalyMode mode, Func<SimulatedSystem, bool> isOver, ContactCenterConfiguration? center = null)
    {
        var configuration = (center ?? Sample.Configuration) with { Monitoring = new() { Anomalies = mode } };
        var system = new SimulatedSystem(
            configuration, ScenarioLibrary.Find("table-throttled")!, seed: 1, new AnomalyModel(),
            weeks: mode == AnomalyMode.Off ? 0 : WeeksLearned);
        for (var minute = 0; minute < Length && !isOver(system); minute++)
        {
            _ = await system.AdvanceAsync(TestContext.Current.CancellationToken);
        }

        return system;
    }
}
