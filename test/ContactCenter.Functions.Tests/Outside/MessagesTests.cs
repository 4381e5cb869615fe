using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>
/// Everything that leaves while one incident runs its course, word for word: what people read and what other systems take apart.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test test/ContactCenter.Functions.Tests --filter MessagesTests</c> takes it anew.
/// </summary>
[Collection("Stored")]
public sealed class MessagesTests(Emulator emulator)
{
    private static readonly string Snapshots = Repository.File("test", "ContactCenter.Functions.Tests", "Outside", "Snapshots");

    [Fact]
    public async Task Other_systems_and_people_are_told_in_the_words_that_they_know()
    {
        await using var world = await World.CreateAsync(emulator);
        var text = new MessageText(world);

        var id = await world.TriageAsync(OutsideEvents.QueueWait("Billing", world.At(0)));
        await world.DeliverAsync(id);
        text.Add("an incident opens");

        world.Functions.Http.ServiceNowRecord =
            $$"""
            {"sys_id":"9d385017c611228701d22104cc95c371","state":"1","correlation_id":"{{id}}","correlation_display":"Contact center"}
            """;
        text.Add(
            "a person clicks in Slack",
            await world.Functions.InvokeAsync("AnswerSlack", OutsideEvents.SlackClick(id, "acknowledge", world.At(1))));
        await world.DeliverAsync(id);
        text.Add("somebody has taken it");

        var link = world.LinkFor(id, 'e');
        text.Add("a person opens a link", await world.Functions.InvokeAsync("AnswerLink", OutsideEvents.Link(link, "GET")));
        text.Add("a person confirms", await world.Functions.InvokeAsync("AnswerLink", OutsideEvents.Link(link, "POST")));
        await world.DeliverAsync(id);
        text.Add("it is escalated");

        _ = await world.TriageAsync(OutsideEvents.QueueWait("Billing", world.At(5), "OK"));
        await world.DeliverAsync(id);
        text.Add("all alarms are quiet");

        text.Add(
            "ServiceNow calls back",
            await world.Functions.InvokeAsync("AnswerServiceNow", OutsideEvents.ServiceNowCallback(id, "6", world.At(6))));
        await world.DeliverAsync(id);
        text.Add("it is over");

        Holds("messages", text);
    }

    [Fact]
    public async Task A_repair_is_asked_for_and_its_approval_in_the_words_that_are_known()
    {
        await using var world = await World.CreateAsync(emulator);
        var text = new MessageText(world);
        await world.Capacity.CreateAsync("orders-recorded");
        await world.Capacity.ThrottleAsync("orders-recorded", world.At(-3), 3);

        var id = await world.TriageAsync(OutsideEvents.ReadThrottles("orders-recorded", world.At(0)));
        await world.DeliverAsync(id, effect => (string?)effect["kind"] == "remediate");
        text.Add("a repair is asked for");

        var asked = Assert.Single(world.Functions.Aws.PublishedTo(World.RemediationTopic));
        text.Add("it waits for an approval", await world.Functions.InvokeAsync("HealCapacity", Events.Sns(asked)));
        await world.DeliverAsync(id, effect => (string?)effect["message"]?["occasion"] == "ApprovalNeeded");
        text.Add("an approval is asked for");

        Holds("approval", text);
    }

    [Fact]
    public async Task An_exercise_is_told_as_one_from_the_first_word_to_its_end()
    {
        await using var world = await World.CreateAsync(emulator);
        var text = new MessageText(world);
        using var client = emulator.DynamoDb();
        var exercise = Exercise(world.At(0));
        var store = new DynamoDbExercises(client, world.Tables.Incidents, retentionDays: 800);
        Assert.True(await store.SaveAsync(exercise, TestContext.Current.CancellationToken));

        world.At(1);
        _ = await world.Functions.InvokeAsync("AdvanceEscalations", "{}");
        await world.DeliverAsync(exercise.IncidentId);
        text.Add("an exercise begins");

        world.At(40);
        _ = await world.Functions.InvokeAsync("AdvanceEscalations", "{}");
        await world.DeliverAsync(exercise.IncidentId);
        text.Add("its time is over");

        Assert.Equal(ExerciseEnd.Limit, (await store.NewestAsync(TestContext.Current.CancellationToken))!.Outcome?.Why);
        Holds("exercise", text);
    }

    private static Exercise Exercise(DateTimeOffset at)
    {
        const string Id = "20260504-120000";
        return new()
        {
            Id = Id,
            Version = 1,
            Scenario = PackagedScenarios.Find("storm-at-peak")!,
            StartedBy = "ada@example.com",
            StartedAt = at,
            EndsAt = at.AddMinutes(40),
            Events = [new PlannedEvent(TimeSpan.Zero, "cc-test/queue-wait-time/Billing", AlarmState.Alarm, 720)],
            IncidentId = $"{new CorrelationKey(CorrelationKey.ExerciseGroup, Id, "123456789012/eu-central-1").Code}-1",
        };
    }

    private static void Holds(string name, MessageText text)
    {
        var drift = TextSnapshot.Drift(Path.Combine(Snapshots, $"{name}.txt"), $"{text}");
        Assert.True(drift is null, drift);
    }
}
