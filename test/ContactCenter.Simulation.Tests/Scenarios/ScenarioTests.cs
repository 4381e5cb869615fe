using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Simulation.Tests.Scenarios;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_quiet_day_wakes_nobody(int seed)
    {
        var (simulation, reports) = Run("quiet-day", seed);

        Assert.All(Events(reports), change => Assert.True(change.Change.Alarm.Definition.Severity >= Severity.P3, change.AlarmName));
        Assert.InRange(simulation.Totals.AlarmsTurnedRed, 0, 2);
        Assert.InRange(simulation.Totals.Last!.Total.ServiceLevel, 0.95, 1);
    }

    [Theory]
    [InlineData(
        "monday-peak",
        "queue-wait-time/General",
        "abandonment-rate/Billing",
        "service-level/Technical",
        "agent-availability/Cards",
        "call-volume-unusual")]
    [InlineData(
        "table-throttled",
        "table-read-throttled/customers",
        "index-read-throttled/customers/by-phone",
        "table-read-capacity/customers",
        "function-errors/look-up-customer",
        "flow-errors/Inbound")]
    [InlineData("api-down", "api-failures/crm", "api-latency/crm")]
    [InlineData("lex-degraded", "ivr-outage/ivr-main", "ivr-response-time/ivr-main", "speech-recognition-errors/ivr-main")]
    [InlineData(
        "alarm-storm",
        "flow-failed/Inbound",
        "calls-rejected",
        "nobody-serves-queue/Cards",
        "recording-upload-failed",
        "function-throttled/route-contact")]
    public void A_scenario_turns_its_alarms_red_and_all_of_them_green_again(string scenario, params string[] expected)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var (simulation, reports) = Run(scenario, seed);

            var red = Events(reports).Where(change => change.State is AlarmState.Alarm).Select(change => change.AlarmName).ToHashSet();
            Assert.All(expected, name => Assert.Contains($"cc-test/{name}", red));
            Assert.DoesNotContain("cc-test/heartbeat-missing", red);

            // Anomaly detection at three standard deviations may be wrong by chance at any time; what matters to customers may not.
            var last = Events(reports).GroupBy(change => change.AlarmName).Select(changes => changes.Last());
            Assert.DoesNotContain(last, change => change.State is AlarmState.Alarm && change.Change.Alarm.Definition.AnomalyBand is null);
            Assert.DoesNotContain(
                Before(simulation, reports, TimeSpan.FromMinutes(45)), change => change.Change.Alarm.Definition.Severity <= Severity.P2);
        }
    }

    [Fact]
    public void The_storm_turns_sixty_alarms_red_at_once_and_leaves_one_flapping()
    {
        var (simulation, reports) = Run("alarm-storm", 1);

        Assert.True(simulation.Totals.MostRedAtOnce >= 60, $"{simulation.Totals.MostRedAtOnce} at once");
        Assert.True(Events(reports).Count(change => change.AlarmName.EndsWith("flow-failed/Inbound", StringComparison.Ordinal)) >= 6);
    }

    [Fact]
    public void Repairing_the_table_ends_the_throttling_while_the_export_goes_on()
    {
        var repaired = Simulation("table-throttled", 1);
        _ = repaired.Run(TimeSpan.FromMinutes(70)).Count();
        _ = repaired.UpdateTable("customers", new TableUpdate().With(null, new Throughput(300, 15)));
        _ = repaired.Run(TimeSpan.FromMinutes(8)).Count();
        _ = repaired.UpdateTable("customers", new TableUpdate().With("by-phone", new Throughput(300, 15)));
        var after = repaired.Run(TimeSpan.FromMinutes(100)).ToList();
        var neglected = Simulation("table-throttled", 1);
        var before = neglected.Run(TimeSpan.FromMinutes(178)).ToList();

        Assert.Contains("an export reads the table customers at full speed", after[80].Snapshot.Broken);
        Assert.Equal(0, after[80].RedAlarms);
        Assert.True(before[^1].RedAlarms >= 4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Bytes(7), Bytes(7));
        Assert.NotEqual(Bytes(7), Bytes(8));
    }

    [Fact]
    public void State_changes_of_an_alarm_alternate()
    {
        var (_, reports) = Run("alarm-storm", 3);

        Assert.All(
            Events(reports).GroupBy(change => change.AlarmName),
            changes => Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.Equal(pair.First.State, pair.Second.Change.From)));
    }

    [Fact]
    public void Every_metric_of_the_catalog_is_published_by_a_center_with_all_channels() => Assert.Empty(new ContactCenterSimulation(
        ScenarioLibrary.Find("api-down")! with { Habits = new HabitsDescription() }, CenterDescription.Example, ExampleAlarms.All, 1)
        .Unwatched);

    [Fact]
    public void An_alarm_with_a_name_that_the_center_does_not_have_is_pointed_out()
    {
        var alarm = ExampleAlarms.All.First(candidate => candidate.Name.EndsWith("queue-size/Cards", StringComparison.Ordinal));
        var wrong = alarm.Metrics[0] with { Dimensions = [new("QueueName", "cards")] };
        var misnamed = alarm with { Metrics = [wrong, .. alarm.Metrics.Skip(1)] };

        var simulation = new ContactCenterSimulation(ScenarioLibrary.All[0], CenterDescription.Example, [misnamed], 1);

        Assert.Equal([misnamed], simulation.Unwatched);
    }

    [Fact]
    public void A_scenario_starts_on_the_clocks_of_the_center()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test");
        var simulation = new ContactCenterSimulation(ScenarioLibrary.All[0], CenterDescription.Example with { TimeZone = zone }, [], 1);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), simulation.Start);
        Assert.Equal(simulation.Start, simulation.Now);
        Assert.Equal(simulation.Start.AddMinutes(1), simulation.Advance().At);
    }

    [Fact]
    public void Faults_on_what_a_center_does_not_have_are_left_out()
    {
        var center = CenterDescription.Of(new CenterNames { InstanceId = "i", Queues = ["Only"] });

        Assert.Empty(ScenarioLibrary.Find("table-throttled")!.FaultsFor(center));
        Assert.Empty(ScenarioLibrary.Find("api-down")!.FaultsFor(center));
    }

    [Fact]
    public void An_unknown_scenario_is_not_found() => Assert.Null(ScenarioLibrary.Find("tuesday"));

    private static ContactCenterSimulation Simulation(string scenario, long seed) =>
        new(ScenarioLibrary.Find(scenario)!, CenterDescription.Example, ExampleAlarms.All, seed);

    private static (ContactCenterSimulation Simulation, List<MinuteReport> Reports) Run(string scenario, long seed)
    {
        var simulation = Simulation(scenario, seed);
        return (simulation, [.. simulation.Run(ScenarioLibrary.Find(scenario)!.Length)]);
    }

    private static IEnumerable<AlarmEvent> Events(IEnumerable<MinuteReport> reports) => reports.SelectMany(report => report.AlarmEvents);

    private static IEnumerable<AlarmEvent> Before(
        ContactCenterSimulation simulation, IEnumerable<MinuteReport> reports, TimeSpan elapsed) =>
        Events(reports.TakeWhile(report => report.At <= simulation.Start + elapsed));

    private static string Bytes(long seed) =>
        string.Join(
            '\n',
            Events(Simulation("monday-peak", seed).Run(TimeSpan.FromMinutes(100))).Select(change => Convert.ToHexString(change.Json.Span)));
}
