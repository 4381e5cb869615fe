using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;
using ContactCenter.Simulation.Scenarios;
using ContactCenter.Simulation.Tests.Scenarios;

namespace ContactCenter.Simulation.Tests.Evaluation;

/// <summary>What the simulation writes, the parser of the system reads.</summary>
public sealed class AlarmRoundTripTests
{
    [Fact]
    public void Every_event_of_a_storm_is_read_back_as_the_change_that_it_was()
    {
        var simulation = new ContactCenterSimulation(ScenarioLibrary.Find("alarm-storm")!, CenterDescription.Example, ExampleAlarms.All, 1);
        var events = simulation.Run(TimeSpan.FromHours(4)).SelectMany(report => report.AlarmEvents).ToList();

        // Plain, percentile, math and anomaly-detection alarms are all among them.
        Assert.Contains(events, change => change.Change.Alarm.Definition.Expression is not null);
        Assert.Contains(events, change => change.Change.Alarm.Definition.AnomalyBand is not null);
        Assert.Contains(events, change => change.Change.Alarm.Metrics[0].Statistic == "p99");
        Assert.All(events, change => AssertSame(change.Change, Read(change)));
    }

    private static AlarmChange Read(AlarmEvent change) =>
        Assert.IsType<ChangedAlarm>(Assert.Single(AlarmParser.Parse(change.Json, change.Change.At))).Change;

    private static void AssertSame(AlarmTransition expected, AlarmChange actual)
    {
        var definition = expected.Alarm.Definition;
        Assert.Equal(expected.Alarm.Name, actual.AlarmName);
        Assert.Equal(AlarmSelfDescription.Of(expected.Alarm, new AlarmSource().RunbookUrl), actual.Description);
        Assert.Equal("eu-central-1", actual.Region);
        Assert.Equal("123456789012", actual.AccountId);
        Assert.Equal(expected.From, actual.PreviousState);
        Assert.Equal(expected.To, actual.State);
        Assert.Equal(expected.At, actual.At);
        Assert.Equal(expected.Reason, actual.Reason);
        Assert.Equal(definition.Comparison, actual.Comparison);
        Assert.Equal(definition.AnomalyBand is null ? definition.Threshold : null, actual.Threshold);
        Assert.Equal(
            expected.Alarm.Metrics.Select(MetricKey.Of),
            actual.Metrics.Select(MetricKey.Of));
    }
}
