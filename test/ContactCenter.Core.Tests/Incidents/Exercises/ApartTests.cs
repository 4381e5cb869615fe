using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents.Exercises;

/// <summary>An exercise is an ordinary incident that nothing real can be mixed with, in either direction.</summary>
public sealed class ApartTests
{
    private const string Id = "20260302-090000";

    private readonly Desk _desk = new();
    private readonly IncidentPipeline _pipeline;

    public ApartTests() => _pipeline = new IncidentDesk(_desk.Configuration, _desk.Store).Pipeline;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Incident Exercise => Assert.Single(_desk.Store.All, static incident => incident.Exercise is not null);

    [Fact]
    public async Task The_same_alarm_when_it_is_real_opens_an_incident_of_its_own()
    {
        await PlayAsync("queue-wait-time", "Billing", 0);

        var real = _desk.Red("queue-wait-time", "Billing", 1);

        Assert.Equal((IncidentAction.Opened, 2), (real.Action, _desk.Store.All.Count));
        Assert.Null(real.After.Incident!.Exercise);
        Assert.Equal(1, Exercise.Alarms);
    }

    [Fact]
    public async Task A_real_alarm_that_is_OK_ends_no_exercise_and_one_of_an_exercise_ends_nothing_real()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        await PlayAsync("queue-wait-time", "Billing", 1);

        _desk.Ok("queue-wait-time", "Billing", 2);
        await PlayAsync("queue-wait-time", "Billing", 3, AlarmState.Ok);
        _desk.Red("queue-size", "Billing", 4);

        Assert.Equal(IncidentState.Mitigated, Exercise.State);
        Assert.Equal(IncidentState.Open, Assert.Single(_desk.Store.All, static incident => incident.Exercise is null).State);
    }

    [Fact]
    public async Task Its_alarms_make_no_storm_and_are_in_none()
    {
        for (var i = 0; i < 6; i++)
        {
            await PlayAsync(i % 2 == 0 ? "queue-wait-time" : "queue-size", i < 3 ? "Billing" : "Cards", i * 0.1);
        }

        _desk.Red("queue-wait-time", "Billing", 1);

        Assert.DoesNotContain(_desk.Store.All, static incident => incident.Key.Group == CorrelationKey.StormGroup);
        Assert.Equal(4, Exercise.Alarms);
    }

    [Fact]
    public void No_alarm_can_say_that_it_belongs_to_an_exercise()
    {
        var change = Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Desk.At(0)) with
        {
            AlarmName = Id,
            AlarmArn = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{Id}",
            Description = """{"group":"exercise","severity":"P4"}""",
            Metrics = [],
        };

        Assert.NotEqual(CorrelationKey.ExerciseGroup, _desk.Receive(change).After.Key.Group);
    }

    [Fact]
    public async Task Its_promises_are_not_missed_and_it_does_not_get_worse_by_lasting_long()
    {
        await PlayAsync("queue-size", "Billing", 0, ends: 60 * 48);

        foreach (var minute in new[] { 300, 1500, 2000 })
        {
            _ = await _pipeline.ActAsync(Exercise.Id, DeadlinePassed.Instance, Desk.At(minute), Stop);
        }

        Assert.Equal((Severity.P3, false, false), (Exercise.Severity, Exercise.AcknowledgeMissed, Exercise.ResolveMissed));
    }

    [Fact]
    public async Task Its_end_is_a_deadline_of_its_own_whatever_becomes_of_the_plan()
    {
        await PlayAsync("queue-size", "Billing", 0, ends: 30);

        _ = await _pipeline.ActAsync(Exercise.Id, DeadlinePassed.Instance, Desk.At(30), Stop);

        Assert.Equal((IncidentState.Resolved, Desk.At(30)), (Exercise.State, Exercise.Resolution!.At));
    }

    [Fact]
    public async Task What_comes_after_its_end_brings_it_not_back()
    {
        await PlayAsync("queue-size", "Billing", 0);
        _ = await _pipeline.ActAsync(Exercise.Id, new ExerciseEnded(ExerciseEnd.Stopped, "Ann"), Desk.At(1), Stop);

        await PlayAsync("queue-size", "Cards", 2);

        Assert.Equal((IncidentState.Resolved, 1), (Exercise.State, Exercise.Alarms));
    }

    [Fact]
    public async Task Contact_flows_do_not_know_of_it()
    {
        await PlayAsync("queue-full", "Cards", 0);

        Assert.True(Exercise.Severity <= Severity.P2);
        Assert.Empty((await OpenIncidents.ReadAsync(_desk.Store, _desk.Configuration, Stop)).All);
    }

    [Fact]
    public async Task No_repair_is_asked_for()
    {
        await PlayAsync("table-read-throttled", "customers", 0);

        Assert.Empty(Exercise.Remediations);
    }

    [Theory]
    [InlineData(Severity.P1, IncidentState.Acknowledged, true)]
    [InlineData(Severity.P2, IncidentState.Acknowledged, true)]
    [InlineData(Severity.P2, IncidentState.Mitigated, false)]
    [InlineData(Severity.P3, IncidentState.Open, true)]
    [InlineData(Severity.P3, IncidentState.Acknowledged, false)]
    [InlineData(Severity.P4, IncidentState.Open, false)]
    public void What_people_must_act_on_now_ends_it(Severity severity, IncidentState state, bool ends)
    {
        var real = _desk.Red("queue-wait-time", "Billing", 0).After.Incident! with { Severity = severity, State = state };

        Assert.Equal(ends, ExerciseRules.Ends(real, Desk.At(1)));
        Assert.False(ExerciseRules.Ends(real with { HeldUntil = Desk.At(5) }, Desk.At(1)));
        Assert.False(ExerciseRules.Ends(real with { Exercise = new ExerciseMark(Id, Desk.At(60)) }, Desk.At(1)));
    }

    private async Task PlayAsync(
        string alarm, string resource, double minute, AlarmState state = AlarmState.Alarm, double ends = 60) =>
        _ = await _pipeline.ReceiveAsync(
            new ExerciseAlarm(Alarms.Change(alarm, resource, state, Desk.At(minute)), Id, Desk.At(ends)), Desk.At(minute), Stop);
}
