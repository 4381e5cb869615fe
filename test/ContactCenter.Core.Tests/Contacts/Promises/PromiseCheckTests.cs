using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Messaging;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Promises;

public sealed class PromiseCheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContactPromise Promise = new()
    {
        Name = "cards",
        AnswerWithin = TimeSpan.FromMinutes(10),
        ResolveWithin = TimeSpan.FromHours(1),
    };

    private static readonly ContactSettings Settings = new()
    {
        Promises = [Promise],
        Escalation = new() { Audience = "leads", ValuableSegments = ["private"] },
    };

    [Theory]
    [InlineData(7, PromiseState.Ahead, "")]
    [InlineData(8, PromiseState.Near, "answerNear")]
    [InlineData(10, PromiseState.Near, "answerNear")]
    [InlineData(11, PromiseState.Past, "answerPast")]
    public void Who_waits_comes_near_the_promise_and_past_it(int minutes, PromiseState state, string reason)
    {
        var outlook = Look(Waiting(), minutes);

        Assert.Equal((state, reason), (outlook.Answer, Reasons(outlook)));
    }

    [Fact]
    public void Who_is_with_an_agent_waits_no_more_and_is_to_be_done_in_time()
    {
        var answered = Waiting() with { AnsweredAt = Noon.AddMinutes(1) };

        Assert.Equal("", Reasons(Look(answered, 47)));
        Assert.Equal("resolutionNear", Reasons(Look(answered, 48)));
        Assert.Equal("resolutionPast", Reasons(Look(answered, 61)));
    }

    [Fact]
    public void Who_is_not_in_a_queue_yet_waits_for_nobody() =>
        Assert.Equal(PromiseState.Nothing, Look(Waiting() with { QueuedAt = null }, 30).Answer);

    [Theory]
    [InlineData("private", 2, "valuableWaiting")]
    [InlineData("PRIVATE", 3, "valuableWaiting")]
    [InlineData("private", 1, "")]
    [InlineData("retail", 3, "")]
    [InlineData(null, 3, "")]
    public void A_valuable_customer_is_told_of_after_a_shorter_wait(string? segment, int minutes, string reason) =>
        Assert.Equal(reason, Reasons(Look(Waiting() with { Segment = segment }, minutes)));

    [Fact]
    public void A_second_transfer_and_a_fourth_time_in_some_days_are_told()
    {
        var moved = Waiting() with { AnsweredAt = Noon, Transfers = ["b"] };

        Assert.Equal("", Reasons(Look(moved, 5)));
        Assert.Equal("transferred", Reasons(Look(moved with { Transfers = ["b", "c"] }, 5)));
        Assert.Equal("", Reasons(Look(moved with { RecentContacts = 2 }, 5)));
        var unresolved = Look(moved with { RecentContacts = 3 }, 5);
        Assert.Equal(("unresolved", 4), (Reasons(unresolved), unresolved.Reasons[0].Count));
    }

    [Theory]
    [InlineData(true, -0.6, "worsening")]
    [InlineData(true, 0, "")]
    [InlineData(false, -0.6, "")]
    public void A_conversation_that_gets_worse_is_told_where_the_file_says_so(bool wants, double lately, string reason)
    {
        var settings = Settings with { Escalation = Settings.Escalation! with { Worsening = wants } };
        var outlook = PromiseCheck.Of(
            Waiting() with { AnsweredAt = Noon }, Promise, settings, BusinessCalendar.AlwaysOpen, null, null, Noon.AddMinutes(5),
            new ContactTrend(lately, 0.2, null, null));

        Assert.Equal(reason, Reasons(outlook));
    }

    [Fact]
    public void The_gravest_reason_comes_first() => Assert.Equal(
        "answerPast valuableWaiting transferred resolutionNear",
        Reasons(Look(Waiting() with { Segment = "private", Transfers = ["b", "c"] }, 50)));

    [Fact]
    public void Without_an_escalation_there_are_states_and_no_reasons()
    {
        var outlook = Look(Waiting(), 11, Settings with { Escalation = null });

        Assert.Equal((PromiseState.Past, ""), (outlook.Worst, Reasons(outlook)));
    }

    [Fact]
    public void Hours_in_which_the_queue_is_closed_do_not_count()
    {
        var calendar = Calendar("18:00");
        var late = new PromisedContact("a", ContactChannel.Email, Noon.AddHours(5).AddMinutes(55))
        {
            Queue = "Cards",
            QueuedAt = Noon.AddHours(5).AddMinutes(55),
            Parts = ["a"],
        };

        Assert.Equal(PromiseState.Ahead, PromiseCheck.Of(late, Promise, Settings, calendar, null, null, Noon.AddHours(20)).Answer);
        Assert.Equal(
            PromiseState.Past, PromiseCheck.Of(late, Promise, Settings, calendar, null, null, Noon.AddHours(20).AddMinutes(6)).Answer);
    }

    [Fact]
    public void A_call_waits_no_longer_than_the_oldest_that_the_queue_has()
    {
        QueueState[] states = [new("Cards", Waiting: 1, OldestSeconds: 60)];

        Assert.Equal(PromiseState.Nothing, After20(Waiting(), states));
        Assert.Equal(PromiseState.Past, After20(Waiting() with { Channel = ContactChannel.Chat }, states));
    }

    [Theory]
    [InlineData(60, 1, 60, PromiseState.Nothing)]
    [InlineData(0, 0, 60, PromiseState.Nothing)]
    [InlineData(60, 1, 1200, PromiseState.Past)]
    [InlineData(0, 1, 60, PromiseState.Past)]
    [InlineData(60, 1, null, PromiseState.Past)]
    public void A_call_that_may_wait_in_the_default_queue_or_in_one_of_unknown_age_still_waits(
        int own, int waiting, int? other, PromiseState state)
    {
        QueueState[] states =
        [
            new("Cards", waiting, own), .. other is { } age ? [new QueueState("General", 1, age)] : Array.Empty<QueueState>(),
        ];

        Assert.Equal(state, After20(Waiting(), states, "General"));
    }

    [Fact]
    public void A_callback_is_not_bound_by_the_age_that_it_has_in_its_queue() => Assert.Equal(
        PromiseState.Past,
        After20(Waiting() with { Parts = ["a", "callback"], Over = ["a"], EndedAt = Noon }, [new("Cards", Waiting: 1, OldestSeconds: 60)]));

    [Fact]
    public void Nothing_is_said_of_a_contact_that_has_ended_before_it_is_sure_that_no_transfer_follows()
    {
        var ended = Waiting() with { AnsweredAt = Noon, EndedAt = Noon.AddMinutes(61), Over = ["a"], Transfers = ["b", "c"] };

        var outlook = Look(ended, 62);

        Assert.Equal((PromiseState.Nothing, ""), (outlook.Worst, Reasons(outlook)));
        Assert.False(ended.IsOver(Noon.AddMinutes(62)));
    }

    [Theory]
    [InlineData("a", "", false, 23, false)]
    [InlineData("a", "", false, 24, true)]
    [InlineData("a callback", "", false, 72, false)]
    [InlineData("a callback", "a", false, 72, false)]
    [InlineData("a callback", "a", false, 240, true)]
    [InlineData("a", "", true, 72, true)]
    [InlineData("a", "a", true, 240, false)]
    public void A_call_is_lost_after_a_day_and_what_may_be_a_callback_after_ten(
        string parts, string over, bool isAnswered, int hours, bool isLost)
    {
        var contact = Waiting() with
        {
            Parts = [.. parts.Split(' ')],
            Over = [.. over.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            AnsweredAt = isAnswered ? Noon.AddMinutes(1) : null,
            EndedAt = over.Length > 0 ? Noon.AddHours(1) : null,
        };

        Assert.Equal(isLost, contact.IsLost(Noon.AddHours(hours)));
    }

    [Fact]
    public void It_is_over_when_all_its_parts_are_for_a_while()
    {
        var moved = Waiting() with { Parts = ["a", "b"], Over = ["a"], EndedAt = Noon };

        Assert.False(moved.IsOver(Noon.AddHours(1)));
        var ended = moved with { Over = ["a", "b"], EndedAt = Noon.AddMinutes(10) };
        Assert.False(ended.IsOver(Noon.AddMinutes(11)));
        Assert.True(ended.IsOver(Noon.AddMinutes(12)));
    }

    [Theory]
    [InlineData(5, 30, 1, 1, 1, 1)]
    [InlineData(11, 30, 1, 0, 1, 1)]
    [InlineData(5, 61, 1, 1, 1, 0)]
    public void What_is_over_counts_whether_it_was_answered_and_resolved_in_time(
        int answered, int ended, int answeredOf, int inTime, int resolvedOf, int resolved)
    {
        var count = PromiseCheck.Count(
            Waiting() with { AnsweredAt = Noon.AddMinutes(answered), EndedAt = Noon.AddMinutes(ended), Told = ["answerPast"] },
            Promise,
            BusinessCalendar.AlwaysOpen);

        Assert.Equal(new PromiseCount(1, answeredOf, inTime, resolvedOf, resolved, 1, 0, 0, 0), count);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(15, 1)]
    public void Who_gave_up_counts_only_when_the_promise_was_broken_before(int minutes, int of) => Assert.Equal(
        PromiseCount.None with { Contacts = 1, AnsweredOf = of },
        PromiseCheck.Count(Waiting() with { EndedAt = Noon.AddMinutes(minutes) }, Promise, BusinessCalendar.AlwaysOpen));

    [Fact]
    public void A_contact_whose_end_nobody_told_is_lost() => Assert.Equal(
        PromiseCount.None with { Contacts = 1, Lost = 1 }, PromiseCheck.Count(Waiting(), Promise, BusinessCalendar.AlwaysOpen));

    [Fact]
    public void The_first_promise_that_fits_counts()
    {
        var settings = new ContactSettings
        {
            Promises =
            [
                new() { Name = "business-mail", Segments = ["business"], Channels = [PromiseChannel.Email] },
                new() { Name = "text", Channels = [PromiseChannel.Sms] },
                new() { Name = "fraud", Topics = ["fraud"] },
                new() { Name = "business", Segments = ["business"] },
            ],
        };

        Assert.Equal("business-mail", Found("fraud", "Business", ContactChannel.Email));
        Assert.Equal("fraud", Found("Fraud", "business", ContactChannel.Voice));
        Assert.Equal("business", Found(null, "business", ContactChannel.Voice));
        Assert.Equal("text", Found("fraud", null, ContactChannel.Chat, MessagingChannel.Sms));
        Assert.Equal("fraud", Found("fraud", null, ContactChannel.Chat, MessagingChannel.WhatsApp));
        Assert.Null(Found(null, null, ContactChannel.Email));

        string? Found(string? topic, string? segment, ContactChannel channel, MessagingChannel? messaging = null) =>
            ContactPromises.Find(settings, topic, segment, channel, messaging)?.Name;
    }

    private static PromisedContact Waiting() =>
        new("a", ContactChannel.Voice, Noon) { Queue = "Cards", QueuedAt = Noon, Parts = ["a"] };

    private static PromiseOutlook Look(PromisedContact contact, int minutes, ContactSettings? settings = null) => PromiseCheck.Of(
        contact, Promise, settings ?? Settings, BusinessCalendar.AlwaysOpen, queues: null, byDefault: null,
        Noon.AddMinutes(minutes));

    private static PromiseState After20(PromisedContact contact, QueueState[] states, string? byDefault = null) => PromiseCheck.Of(
        contact, Promise, Settings, BusinessCalendar.AlwaysOpen, new QueueStates(Noon.AddMinutes(20), states), byDefault,
        Noon.AddMinutes(20)).Answer;

    private static string Reasons(PromiseOutlook outlook) => string.Join(' ', outlook.Reasons.Select(static reason => reason.Code));

    private static BusinessCalendar Calendar(string to) => new(Configuration.SampleConfiguration.Read() with
    {
        TimeZone = "UTC",
        Holidays = [],
        Exceptions = [],
        BusinessHours =
        [
            new() { Days = Enum.GetValues<DayOfWeek>(), From = new TimeOnly(8, 0), To = TimeOnly.Parse(to, null) },
        ],
        Queues = [new() { Name = "Cards" }],
    });
}
