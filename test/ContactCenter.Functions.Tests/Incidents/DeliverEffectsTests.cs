using System.Text.Json.Nodes;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class DeliverEffectsTests(Emulator emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Effects_go_out_through_their_topic_and_are_done()
    {
        await using var deployment = await Deployment.CreateAsync(emulator);
        await using var topic = await EmulatedTopic.CreateAsync(emulator.Address);
        deployment.With("AUDIENCE_TOPICS", $$"""{"on-call":"{{topic.Arn}}"}""");
        await deployment.InvokeAsync("TriageAlarm", Events.Alarm(Noon));
        var effects = await deployment.EffectsAsync();

        var outcome = await deployment.InvokeAsync("DeliverEffects", Events.Inserted(effects));

        Assert.Equal("""{"batchItemFailures":[]}""", outcome.Body);
        Assert.Contains("Queue Billing", Assert.Single(topic.Messages), StringComparison.Ordinal);
        Assert.All(await deployment.EffectsAsync(), item => Assert.Contains("doneAt", item.Keys));
        Assert.All(await deployment.EffectsAsync(), item => Assert.DoesNotContain("failure", item.Keys));
    }

    [Fact]
    public async Task A_poisoned_effect_does_not_hold_back_the_others_and_is_tried_again_by_the_clock()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        var poisoned = opening.Effects[0].Id;
        desk.Result = effect => effect.Id == poisoned ? throw new InvalidOperationException("boom") : new Delivered();

        var failures = await DeliverAsync(desk, opening.Effects);

        Assert.Empty(failures);
        Assert.Equal([.. opening.Effects.Select(effect => effect.Id).Order()], desk.Handled.Order());
        Assert.Equal([poisoned], await desk.Outbox.DueAsync(Noon.AddHours(1), 10, static problem => throw problem, Stop));
    }

    [Fact]
    public async Task Only_records_whose_fate_could_not_be_stored_come_again()
    {
        var memory = new InMemoryIncidentStore();
        var opening = Opening("Billing", Noon);
        var desk = new Desk(memory, new FailingOutbox(memory.Outbox, opening.Effects[1].Id));
        await desk.OpenAsync("Billing");

        var failures = await DeliverAsync(desk, opening.Effects);

        Assert.Equal([$"{2:D21}"], failures);
        Assert.Equal([opening.Effects[0].Id], desk.Handled);
    }

    [Fact]
    public async Task What_is_given_up_is_counted_by_its_channel_and_nothing_else_is()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        var first = opening.Effects.OfType<NotifyEffect>().First();
        desk.Result = effect => effect.Id == first.Id
            ? new DeliveryFailed("Slack answered token_revoked")
            : new RetryLater(Noon.AddMinutes(1), "it answered HTTP 503");

        await DeliverAsync(desk, opening.Effects);

        var line = JsonNode.Parse(Assert.Single(desk.Metrics.ToString().Trim().Split('\n')))!;
        Assert.Equal(1, (int)line["MessagesGivenUp"]!);
        Assert.Equal(first.Channel.ToString(), (string)line["Channel"]!, ignoreCase: true);
        Assert.Equal(Configuration.Instance.Id, (string?)line["InstanceId"]);
    }

    [Fact]
    public async Task A_batch_that_comes_twice_tells_nobody_twice()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");

        await DeliverAsync(desk, opening.Effects);
        await DeliverAsync(desk, opening.Effects);

        Assert.Equal([.. opening.Effects.Select(effect => effect.Id).Order()], desk.Handled.Order());
    }

    [Fact]
    public async Task What_is_no_new_effect_is_passed_over()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        var lease = Events.Stream(opening.Effects.Select(Events.Item), "MODIFY");
        var correlation = Events.Inserted(
        [
            new() { [TableLayout.Kind] = new("correlation"), [TableLayout.Id] = new(opening.Correlation.Incident!.Id) }
        ]);

        Assert.Empty(Failures((await RuntimeLoop.InvokeAsync<DynamoDBEvent, StreamsEventResponse>(
            Function(desk).DeliverEffects, lease)).Body));
        Assert.Empty(Failures((await RuntimeLoop.InvokeAsync<DynamoDBEvent, StreamsEventResponse>(
            Function(desk).DeliverEffects, correlation)).Body));
        Assert.Empty(desk.Handled);
    }

    [Fact]
    public async Task An_effect_whose_outcome_is_known_is_brought_again_at_once()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        var first = opening.Effects[0];
        desk.Result = _ => new RetryLater(Noon.AddMinutes(6), "it rings") { IsUnderway = true };
        await DeliverAsync(desk, [first]);
        Assert.True(await desk.Outbox.HastenAsync(first.Id, Noon, Stop));
        var item = new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>(Events.Item(first))
        {
            [TableLayout.HastenedAt] = new() { N = "1777896000000" },
        };

        Assert.Empty(Failures((await RuntimeLoop.InvokeAsync<DynamoDBEvent, StreamsEventResponse>(
            Function(desk).DeliverEffects, Events.Stream([item], "MODIFY"))).Body));

        Assert.Equal([first.Id, first.Id], desk.Handled);
    }

    [Fact]
    public async Task A_telephone_that_nobody_answers_is_not_counted_as_a_broken_channel()
    {
        var desk = new Desk { Result = static _ => new DeliveryFailed("nobody pressed a key") { IsUnanswered = true } };
        var opening = await desk.OpenAsync("Billing");

        await DeliverAsync(desk, opening.Effects);

        Assert.Empty(desk.Metrics.ToString());
    }

    [Fact]
    public async Task What_went_otherwise_stands_on_the_timeline()
    {
        var desk = new Desk();
        var opening = await desk.OpenAsync("Billing");
        desk.Result = effect =>
            effect.Id == opening.Effects[0].Id ? new DeliveryFailed("no such address") : new Delivered("Told by e-mail instead.");

        await DeliverAsync(desk, opening.Effects);

        var told = (await desk.Store.TimelineAsync(opening.Correlation.Incident!.Id, Stop)).Skip(opening.Timeline.Count).Select(entry =>
            entry.Text);
        string[] expected = ["on-call could not be told by Email (on-call@example.com): no such address", "Told by e-mail instead."];
        Assert.Equivalent(expected, told, strict: true);
    }

    [Fact]
    public async Task An_effect_that_fails_for_a_day_is_given_up()
    {
        var desk = new Desk { Result = _ => throw new TimeoutException() };
        var opening = await desk.OpenAsync("Billing");
        desk.Clock.Now = Noon + EffectDelivery.GiveUpAfter;

        await DeliverAsync(desk, opening.Effects);

        var due = await desk.Outbox.DueAsync(desk.Clock.Now.AddDays(1), 10, static problem => throw problem, Stop);
        Assert.Empty(due.Intersect(Ids(opening.Effects)));
        Assert.Contains(
            await desk.Store.TimelineAsync(opening.Correlation.Incident!.Id, Stop),
            entry => entry.Text.Contains("given up after 1 attempts: TimeoutException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_every_endpoint_of_a_step_fails_the_next_step_is_in_the_outbox_at_once()
    {
        var desk = new Desk { Result = _ => new DeliveryFailed("no such address") };
        var opening = await desk.OpenAsync("Billing");

        await DeliverAsync(desk, opening.Effects);

        var timeline = await desk.Store.TimelineAsync(opening.Correlation.Incident!.Id, Stop);
        Assert.StartsWith("Told managers (Escalated)", timeline[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nobody_was_told_is_not_lost_when_the_store_does_not_take_it()
    {
        var memory = new InMemoryIncidentStore();
        var store = new RefusingStore(memory) { Refuses = true };
        var desk = new Desk(store, memory.Outbox) { Result = _ => new DeliveryFailed("no such address") };
        var opening = Opening("Billing", Noon);
        Assert.True(await memory.CommitAsync(opening, Stop));
        Assert.NotEmpty(await DeliverAsync(desk, opening.Effects));
        store.Refuses = false;

        desk.Clock.Now = Noon + EffectDelivery.Lease;
        var due = await desk.Outbox.DueAsync(desk.Clock.Now, 10, static problem => throw problem, Stop);
        await DeliverAsync(desk, opening.Effects.Where(effect => due.Contains(effect.Id)));

        var timeline = await memory.TimelineAsync(opening.Correlation.Incident!.Id, Stop);
        Assert.Contains(timeline, static entry => entry.Text.Contains("no such address", StringComparison.Ordinal));
        Assert.StartsWith("Told managers (Escalated)", timeline[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_arrived_is_not_sent_again_when_the_store_does_not_take_what_there_is_to_say()
    {
        var memory = new InMemoryIncidentStore();
        var store = new RefusingStore(memory) { Refuses = true };
        var desk = new Desk(store, memory.Outbox) { Result = static _ => new Delivered("Told by e-mail instead.") };
        var opening = Opening("Billing", Noon);
        Assert.True(await memory.CommitAsync(opening, Stop));
        await DeliverAsync(desk, opening.Effects);

        Assert.Empty(await desk.Outbox.DueAsync(Noon.AddHours(1), 10, static problem => throw problem, Stop));
    }

    private static DeliverEffectsFunction Function(Desk desk) => new(desk.Delivery, desk.GivenUp, desk.Clock);

    private static async Task<IReadOnlyList<string>> DeliverAsync(Desk desk, IEnumerable<Effect> effects)
    {
        var records = Events.Inserted(effects.Select(Events.Item));
        return Failures((await RuntimeLoop.InvokeAsync<DynamoDBEvent, StreamsEventResponse>(Function(desk).DeliverEffects, records)).Body);
    }

    private static string[] Failures(string body) =>
        [.. JsonNode.Parse(body)!["batchItemFailures"]!.AsArray().Select(failure => (string)failure!["itemIdentifier"]!)];
}
