using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Language.Retraining;
using ContactCenter.Simulation.Stores;
using ContactCenter.Simulation.Stores.Promises;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>What the stores of what is known of contacts promise.</summary>
public abstract class ContactStoresContract
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Noon.UtcDateTime);
    private readonly ManualClock _clock = new(Noon);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<ICorrectionStore> CorrectionsAsync(TimeProvider clock);

    protected abstract ValueTask<IQueueStateStore> QueueStatesAsync();

    protected abstract ValueTask<IAnswerStore> AnswersAsync();

    protected abstract ValueTask<ICallerHistory> CallersAsync();

    protected abstract ValueTask<ISurveyStore> SurveysAsync();

    protected abstract ValueTask<ICallbackStore> CallbacksAsync(TimeProvider clock);

    protected abstract ValueTask<IHeardContacts> HeardAsync(TimeProvider clock);

    protected abstract ValueTask<IPromisedContacts> PromisedAsync();

    [Fact]
    public async Task What_events_say_of_a_contact_comes_to_the_same_in_any_order_and_number()
    {
        var contacts = await PromisedAsync();
        var contact = new PromisedContact("a", ContactChannel.Chat, Noon)
        {
            Topic = "billing",
            Segment = "business",
            Queue = "Cards",
            RecentContacts = 3,
            Said = "my card",
            Parts = ["a"],
            Messaging = MessagingChannel.Sms,
            Level = 4,
            Traits = new ContactTraits("CHAT", null, true, true),
            Rule = "difficult",
        };
        Assert.True(await contacts.AddAsync(contact, Stop));
        Assert.False(await contacts.AddAsync(contact with { Topic = "other" }, Stop));
        HeardEvent[] events =
        [
            new("b", "a", HeardKind.Ended, Noon.AddMinutes(9), true),
            new("b", "a", HeardKind.Answered, Noon.AddMinutes(6), true) { Taken = new(Noon.AddMinutes(6), 4, 4, null) },
            new("a", "a", HeardKind.Answered, Noon.AddMinutes(2), false) { Taken = new(Noon.AddMinutes(2), 4, 0, 7) },
            new("b", "a", HeardKind.Queued, Noon.AddMinutes(5), true),
            new("a", "a", HeardKind.Queued, Noon.AddMinutes(1), false),
            new("b", "a", HeardKind.Begun, Noon.AddMinutes(5), true),
            new("b", "a", HeardKind.Ended, Noon.AddMinutes(9), true),
            new("a", "a", HeardKind.Ended, Noon.AddMinutes(5), false),
        ];
        foreach (var heard in events)
        {
            Assert.True(await contacts.HearAsync(heard, Stop));
        }

        Assert.False(await contacts.HearAsync(new("z", "z", HeardKind.Ended, Noon, false), Stop));
        var read = Assert.Single(await contacts.AllAsync(Stop));
        Assert.Equal(
            ("billing", "business", "Cards", 3, "my card", ContactChannel.Chat, MessagingChannel.Sms, Noon),
            (read.Topic, read.Segment, read.Queue, read.RecentContacts, read.Said, read.Channel, read.Messaging, read.Begun));
        Assert.Equal(
            (Noon.AddMinutes(1), Noon.AddMinutes(2), Noon.AddMinutes(9)),
            (read.QueuedAt!.Value, read.AnsweredAt!.Value, read.EndedAt!.Value));
        Assert.Equal((contact.Traits, "difficult", 0, 7), (read.Outcome!.Traits, read.Rule, read.Outcome.Met, read.Outcome.Slot));
        Assert.Equal(("a b", "b", "a b"), (string.Join(' ', read.Parts), string.Join(' ', read.Transfers), string.Join(' ', read.Over)));
    }

    [Fact]
    public async Task A_reason_is_taken_once_until_it_is_given_back_and_a_contact_is_removed_once()
    {
        var contacts = await PromisedAsync();
        await contacts.AddAsync(new PromisedContact("a", ContactChannel.Voice, Noon) { Parts = ["a"] }, Stop);

        Assert.True(await contacts.ClaimAsync("a", "answerNear", Stop));
        Assert.False(await contacts.ClaimAsync("a", "answerNear", Stop));
        Assert.True(await contacts.ClaimAsync("a", "answerPast", Stop));
        await contacts.ReleaseAsync("a", "answerNear", Stop);
        Assert.Equal(["answerPast"], Assert.Single(await contacts.AllAsync(Stop)).Told);
        Assert.True(await contacts.ClaimAsync("a", "answerNear", Stop));
        Assert.True(await contacts.RemoveAsync("a", Stop));
        Assert.False(await contacts.RemoveAsync("a", Stop));
        Assert.False(await contacts.ClaimAsync("a", "transferred", Stop));
        Assert.Empty(await contacts.AllAsync(Stop));
    }

    [Fact]
    public async Task Counts_of_promises_add_up_by_the_day()
    {
        var contacts = await PromisedAsync();
        await contacts.CountAsync(Today.AddDays(-40), "cards", PromiseCount.None with { Contacts = 1 }, Stop);
        await contacts.CountAsync(Today, "cards", new PromiseCount(1, 1, 0, 1, 1, 1, 0, 0, 0), Stop);
        await contacts.CountAsync(Today, "cards", PromiseCount.None with { Ratings = 1, RatingSum = 4 }, Stop);
        await contacts.CountAsync(Today, "mail", PromiseCount.None with { Contacts = 1, Lost = 1 }, Stop);

        var day = Assert.Single(await contacts.SinceAsync(Today.AddDays(-7), Stop));

        Assert.Equal((Today, new PromiseCount(1, 1, 0, 1, 1, 1, 0, 1, 4)), (day.Day, day.Promises["cards"]));
        Assert.Equal(PromiseCount.None with { Contacts = 1, Lost = 1 }, day.Promises["mail"]);
    }

    protected abstract ValueTask<IAnomalyBands> BandsAsync();

    [Fact]
    public async Task Bands_of_a_queue_come_in_order_of_a_time_and_of_no_other_queue()
    {
        var bands = await BandsAsync();
        KeptBand[] kept =
        [
            .. Enumerable.Range(0, 6).Select(static i => new KeptBand("Cards", Noon.AddMinutes(10 * i), 0, 4.25, i, 2 * i)),
        ];
        await bands.KeepAsync([.. kept, new("Cards/Gold", Noon.AddMinutes(10), 1, 2, 3, 4)], Stop);
        await bands.KeepAsync([kept[2]], Stop);

        Assert.Equal(kept[1..4], await bands.OfQueueAsync("Cards", Noon.AddMinutes(5), Noon.AddMinutes(40), Stop));
        Assert.Empty(await bands.OfQueueAsync("Billing", Noon, Noon.AddDays(1), Stop));
    }

    [Fact]
    public async Task Topics_of_a_day_add_up_over_processes_and_bad_sentiment_takes_away()
    {
        var heard = await HeardAsync(_clock);
        await heard.AddAsync(TopicDay.Empty(Today.AddDays(-40)).With("billing", TopicCount.One(null)), Stop);
        await heard.AddAsync(TopicDay.Empty(Today).With("billing", TopicCount.One(0.5)).With("unsure", TopicCount.One(null)), Stop);
        await heard.AddAsync(TopicDay.Empty(Today).With("billing", TopicCount.One(-1)), Stop);
        await heard.AddAsync(TopicDay.Empty(Today.AddDays(-1)), Stop);

        var day = Assert.Single(await heard.SinceAsync(Today.AddDays(-7), Stop));

        Assert.Equal((Today, new TopicCount(2, 2, -500), new TopicCount(1, 0, 0)), (day.Day, day.Topics["billing"], day.Topics["unsure"]));
    }

    [Fact]
    public async Task Who_came_again_adds_up_by_topic_beside_what_was_heard()
    {
        var heard = await HeardAsync(_clock);
        await heard.AddAsync(TopicDay.Empty(Today).With("billing", new ReturnCount(3, 1)).With("none", new ReturnCount(2, 0)), Stop);
        await heard.AddAsync(TopicDay.Empty(Today).With("billing", new ReturnCount(1, 1)).With("fraud", TopicCount.One(null)), Stop);

        var day = Assert.Single(await heard.SinceAsync(Today, Stop));

        Assert.Equal((new ReturnCount(4, 2), new ReturnCount(2, 0)), (day.Returns["billing"], day.Returns["none"]));
        Assert.Equal(["fraud"], day.Topics.Keys);
    }

    [Fact]
    public async Task Contacts_of_which_nobody_was_sure_come_the_newest_first_until_their_time_is_over_or_they_are_forgotten()
    {
        var heard = await HeardAsync(_clock);
        var first = new UnsureContact("a", "my thing", ["billing", "fraud"], "en", Noon);
        var second = new UnsureContact("b", "und nun", [], null, Noon.AddMinutes(1));
        await heard.KeepAsync(first, Stop);
        await heard.KeepAsync(first, Stop);
        await heard.KeepAsync(second, Stop);

        var listed = await heard.UnsureAsync(10, Stop);
        Assert.Equal(["b", "a"], listed.Select(static one => one.ContactId));
        Assert.Equal(["billing", "fraud"], listed[1].Topics);
        Assert.Equal("my thing", (await heard.FindAsync(first.Id, Stop))?.Text);

        await heard.ForgetAsync(second.Id, Stop);
        Assert.Equal("a", Assert.Single(await heard.UnsureAsync(10, Stop)).ContactId);
        _clock.Now = Noon + UnsureContact.Kept;
        Assert.Empty(await heard.UnsureAsync(10, Stop));
        Assert.Null(await heard.FindAsync(first.Id, Stop));
    }

    [Fact]
    public async Task Surveys_are_listed_once_each_with_what_was_said_first_and_later()
    {
        var surveys = await SurveysAsync();
        await surveys.AddAsync(Survey(null, "too slow"), Stop);
        await surveys.AddAsync(Survey(2, null), Stop);
        await surveys.AddAsync(new Survey("c-2", 5, null, null, "billing", Noon.AddDays(-3)), Stop);
        await surveys.AddAsync(new Survey("c-3", 5, null, null, null, Noon.AddDays(-30)), Stop);

        Assert.Equal(
            [new Survey("c-1", 2, "too slow", "Cards", null, Noon), new Survey("c-2", 5, null, null, "billing", Noon.AddDays(-3))],
            await surveys.SinceAsync(Today.AddDays(-7), limit: 10, Stop));
    }

    [Fact]
    public async Task A_contact_has_one_correction_the_last_one()
    {
        var corrections = await CorrectionsAsync(_clock);
        await corrections.PutAsync(new Correction("a", "text a", "billing", Noon), Stop);
        await corrections.PutAsync(new Correction("b", "text b", "delivery", Noon.AddMinutes(1)), Stop);
        await corrections.PutAsync(new Correction("a", "text a", "fraud", Noon.AddMinutes(2)), Stop);
        await corrections.PutAsync(new Correction("a", "text a", "fraud", Noon.AddMinutes(2)), Stop);

        Assert.Equal(
            [new Correction("a", "text a", "fraud", Noon.AddMinutes(2)), new Correction("b", "text b", "delivery", Noon.AddMinutes(1))],
            await corrections.AllAsync(Stop));
    }

    [Fact]
    public async Task A_correction_is_forgotten_after_its_time()
    {
        var corrections = await CorrectionsAsync(_clock);
        await corrections.PutAsync(new Correction("a", "text", "billing", Noon), Stop);

        _clock.Now = Noon + Correction.Kept;

        Assert.Empty(await corrections.AllAsync(Stop));
    }

    [Fact]
    public async Task The_state_of_the_queues_is_read_as_it_was_left_and_the_newer_takes_its_place()
    {
        var store = await QueueStatesAsync();
        Assert.Null(await store.ReadAsync(Stop));
        await store.WriteAsync(new QueueStates(Noon, []), Stop);
        var state = new QueueState("Billing", 3, 42.5, 5, 1, 4, 2.5, null, 4);

        await store.WriteAsync(new QueueStates(Noon.AddMinutes(1), [state]), Stop);

        var read = await store.ReadAsync(Stop);
        Assert.Equal((Noon.AddMinutes(1), state), (read!.At, Assert.Single(read.Queues)));
    }

    [Fact]
    public async Task Counts_of_a_model_add_up_over_days_and_processes()
    {
        var answers = await AnswersAsync();
        var some = AnswerCounts.Of([new("billing", 0.95f), new("billing", 0.2f), new("lost card", 0.95f)]);
        await answers.AddAsync("m", Today.AddDays(-8), some, Stop);
        await answers.AddAsync("m", Today.AddDays(-1), some, Stop);
        await answers.AddAsync("m", Today, some, Stop);
        await answers.AddAsync("m", Today, some, Stop);
        await answers.AddAsync("other", Today, some, Stop);
        await answers.AddAsync("m", Today, AnswerCounts.None, Stop);

        var sum = await answers.SinceAsync("m", Today.AddDays(-7), Stop);

        Assert.Equal((6, 3, 9), (sum.Topics["billing"], sum.Topics["lost card"], sum.Total));
        Assert.Equal((3, 6), (sum.Confidence[2], sum.Confidence[9]));
        Assert.Equal(0, (await answers.SinceAsync("nobody", Today, Stop)).Total);
    }

    [Fact]
    public async Task Other_contacts_of_the_week_are_counted_and_the_same_one_once()
    {
        var callers = await CallersAsync();

        Assert.Equal(new CallerMemory(0), await callers.ArriveAsync("key", "a", Noon, Stop));
        Assert.Equal(new CallerMemory(0) { IsNoted = true }, await callers.ArriveAsync("key", "a", Noon.AddSeconds(3), Stop));
        Assert.Equal(new CallerMemory(1), await callers.ArriveAsync("key", "b", Noon.AddDays(1), Stop));
        Assert.Equal(new CallerMemory(1), await callers.ArriveAsync("key", "c", Noon.AddDays(7.5), Stop));
        Assert.Equal(new CallerMemory(0), await callers.ArriveAsync("another", "d", Noon, Stop));
    }

    [Fact]
    public async Task The_first_rating_of_a_contact_is_the_first_only_once()
    {
        var surveys = await SurveysAsync();

        Assert.False(await surveys.AddAsync(Survey(null, "too slow"), Stop));
        Assert.True(await surveys.AddAsync(Survey(2, null), Stop));
        Assert.False(await surveys.AddAsync(Survey(2, null), Stop));
        Assert.False(await surveys.AddAsync(Survey(5, null), Stop));
    }

    [Fact]
    public async Task A_contact_has_one_wish_to_be_called_back_the_first_one_until_it_is_over()
    {
        var callbacks = await CallbacksAsync(_clock);

        Assert.True(await callbacks.AddAsync(new CallbackWish("a", "Cards", Noon), Stop));
        Assert.False(await callbacks.AddAsync(new CallbackWish("a", "Billing", Noon.AddMinutes(5)), Stop));
        Assert.True(await callbacks.AddAsync(new CallbackWish("b", "Billing", Noon.AddMinutes(1)), Stop));
        Assert.Equal(
            [new CallbackWish("a", "Cards", Noon), new CallbackWish("b", "Billing", Noon.AddMinutes(1))],
            (await callbacks.AllAsync(Stop)).OrderBy(static wish => wish.At));
        Assert.True(await callbacks.RemoveAsync("a", Stop));
        Assert.False(await callbacks.RemoveAsync("a", Stop));
        Assert.False(await callbacks.RemoveAsync("nobody", Stop));
        Assert.Equal("b", Assert.Single(await callbacks.AllAsync(Stop)).ContactId);
    }

    [Fact]
    public async Task A_wish_whose_end_nobody_told_is_forgotten_after_its_time()
    {
        var callbacks = await CallbacksAsync(_clock);
        _ = await callbacks.AddAsync(new CallbackWish("a", "Cards", Noon), Stop);

        _clock.Now = Noon + CallbackWish.Kept;

        Assert.Empty(await callbacks.AllAsync(Stop));
    }

    private static Survey Survey(int? rating, string? comment) => new("c-1", rating, comment, "Cards", null, Noon);
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryContactStoresTests : ContactStoresContract
{
    protected override ValueTask<ICorrectionStore> CorrectionsAsync(TimeProvider clock) =>
        ValueTask.FromResult<ICorrectionStore>(new InMemoryCorrections(clock));

    protected override ValueTask<IQueueStateStore> QueueStatesAsync() => ValueTask.FromResult<IQueueStateStore>(new InMemoryQueueStates());

    protected override ValueTask<IAnswerStore> AnswersAsync() => ValueTask.FromResult<IAnswerStore>(new InMemoryAnswers());

    protected override ValueTask<ICallerHistory> CallersAsync() => ValueTask.FromResult<ICallerHistory>(new InMemoryCallers());

    protected override ValueTask<ISurveyStore> SurveysAsync() => ValueTask.FromResult<ISurveyStore>(new InMemorySurveys());

    protected override ValueTask<ICallbackStore> CallbacksAsync(TimeProvider clock) =>
        ValueTask.FromResult<ICallbackStore>(new InMemoryCallbacks(clock));

    protected override ValueTask<IHeardContacts> HeardAsync(TimeProvider clock) =>
        ValueTask.FromResult<IHeardContacts>(new InMemoryHeardContacts(clock));

    protected override ValueTask<IPromisedContacts> PromisedAsync() =>
        ValueTask.FromResult<IPromisedContacts>(new InMemoryPromisedContacts());

    protected override ValueTask<IAnomalyBands> BandsAsync() => ValueTask.FromResult<IAnomalyBands>(new InMemoryAnomalyBands());
}
