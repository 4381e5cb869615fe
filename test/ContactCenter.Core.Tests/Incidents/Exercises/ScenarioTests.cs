using System.Text.Json;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Incidents.Exercises;

/// <summary>Scenarios, as they are packaged and as people write them.</summary>
public sealed partial class ScenarioTests
{
    private static readonly ContactCenterConfiguration Sample =
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));

    public static TheoryData<string> Packaged => [.. PackagedScenarios.All.Select(static scenario => scenario.Name)];

    [Fact]
    public void Every_file_of_the_folder_is_packaged() => Assert.Equal(
        Directory.EnumerateFiles(Repository.File("src", "ContactCenter.Core", "Incidents", "Exercises", "Scenarios"), "*.json")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal),
        PackagedScenarios.All.Select(static scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Packaged))]
    public void A_packaged_scenario_can_be_played_with_the_sample_and_has_a_title_in_every_language(string name)
    {
        var scenario = PackagedScenarios.Find(name)!;
        var problems = new List<string>();

        var events = ExercisePlan.Bind(scenario, Sample, problems);

        Assert.Empty(problems);
        Assert.Equal(scenario.Events.Length, events.Length);
        Assert.Equal(["de", "en"], scenario.Title.Keys);
        Assert.Equal(
            events.Where(static one => one.State == AlarmState.Alarm).Select(static one => one.Alarm).Distinct().Order(),
            events.Where(static one => one.State == AlarmState.Ok).Select(static one => one.Alarm).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Packaged))]
    public async Task It_expects_as_many_steps_as_the_runbook_has_that_its_incident_names(string name)
    {
        var scenario = PackagedScenarios.Find(name)!;
        var store = new InMemoryIncidentStore();
        var pipeline = new IncidentDesk(Sample, store).Pipeline;
        foreach (var planned in ExercisePlan.Bind(scenario, Sample, []).Where(static one => one.State == AlarmState.Alarm))
        {
            var change = ExercisePlan.Change(planned, Desk.Monday, Sample)!;
            _ = await pipeline.ReceiveAsync(
                new ExerciseAlarm(change, "20260302-090000", Desk.Monday.AddHours(1)), change.At, TestContext.Current.CancellationToken);
        }

        var runbook = File.ReadAllText(Repository.File("docs", "runbooks", $"{Assert.Single(store.All).Runbook}.md"));

        var toDo = runbook[runbook.IndexOf("## What to do", StringComparison.Ordinal)..].Split("\n## ")[0];
        Assert.Equal(Step().Count(toDo), scenario.Expects.Steps);
    }

    [Fact]
    public void Events_are_played_in_order_of_time_and_those_of_a_resource_that_is_not_there_are_left_out()
    {
        var scenario = Own("""
            [{ "after": "2m", "alarm": "queue-size", "number": 2 }, { "alarm": "queue-wait-time", "resource": "Cards" },
             { "after": "3m", "alarm": "queue-size", "number": 9 }]
            """);

        var events = ExercisePlan.Bind(scenario, Desk.Center(), []);

        Assert.Equal(["cc-test/queue-wait-time/Cards", "cc-test/queue-size/Cards"], events.Select(static planned => planned.Alarm));
    }

    [Theory]
    [InlineData("""[{ "alarm": "queue-size", "resource": "Nowhere" }]""", "Event 1 must name what queue-size watches here, such as Billing, Cards; found Nowhere")]
    [InlineData("""[{ "alarm": "api-failures" }]""", "The configuration watches nothing that this scenario is about")]
    [InlineData("""[{ "alarm": "queue-size", "state": "ok" }]""", "The configuration watches nothing that this scenario is about")]
    [InlineData("""[{ "alarm": "queue-size", "number": 0 }]""", "The number in event 1 must be 1 to 1000; found 0")]
    [InlineData("[]", "There must be 1 to 50 events; found 0.")]
    public void What_cannot_be_played_is_told(string events, string problem)
    {
        var problems = new List<string>();

        _ = ExercisePlan.Bind(Own(events), Desk.Center(), problems);

        Assert.StartsWith(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "a" }""")]
    [InlineData("""{ "name": "a", "kind": "b", "title": {}, "events": [], "more": 1 }""")]
    [InlineData("null")]
    public void What_is_no_scenario_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Scenario.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private static Scenario Own(string events) => Scenario.Read(System.Text.Encoding.UTF8.GetBytes(
        $$"""{ "name": "own", "kind": "queue", "title": { "en": "Own" }, "events": {{events}} }"""));

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Step();
}
