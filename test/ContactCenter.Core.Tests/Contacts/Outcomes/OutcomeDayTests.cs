using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Common;
using ContactCenter.Simulation.Stores.Outcomes;

namespace ContactCenter.Core.Tests.Contacts.Outcomes;

/// <summary>How contacts ended, counted by topic, queue and level once it is known who came again.</summary>
public sealed class OutcomeDayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = DateOnly.FromDateTime(Noon.UtcDateTime);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Solved_is_what_was_not_transferred_and_after_which_nobody_came_again_about_the_same()
    {
        var day = OutcomeDay.Of(
            Day,
            [Ended("solved"), Ended("moved", isTransferred: true), Ended("again"), Ended("other-topic"), Ended("late"), Ended("unknown")],
            [
                [Visit("solved")],
                [Visit("moved")],
                [Visit("again"), Visit("again-2", days: 3)],
                [Visit("other-topic"), Visit("other-topic-2", "billing", 1)],
                [Visit("late"), Visit("late-2", days: 8)],
            ]);

        Assert.Equal(
            [new RouteCount("card_lost", "Cards", 4) { Contacts = 6, Transferred = 1, Seconds = 600, Known = 5, Again = 1, Solved = 3 }],
            day.Counts);
    }

    [Fact]
    public void Queues_and_levels_are_counted_each_for_itself()
    {
        var day = OutcomeDay.Of(
            Day, [Ended("a"), Ended("b") with { Queue = "Billing" }, Ended("c") with { Level = 3 }, Ended("d") with { Level = null }], []);

        Assert.Equal(
            [("Billing", 4), ("Cards", (int?)null), ("Cards", 3), ("Cards", 4)],
            day.Counts.Select(static one => (one.Queue, one.Level)));
    }

    [Fact]
    public async Task A_day_is_counted_once_it_is_a_week_old_and_only_once()
    {
        var book = new InMemoryContactOutcomes();
        await book.KeepAsync(Day, Ended("a"), Stop);

        Assert.Equal(0, await OutcomeDay.CountAsync(book, [], Noon.AddDays(7), Stop));
        Assert.Equal(1, await OutcomeDay.CountAsync(book, [[Visit("a")]], Noon.AddDays(8), Stop));
        Assert.Equal(0, await OutcomeDay.CountAsync(book, [], Noon.AddDays(9), Stop));
        Assert.Equal(1, (await book.SinceAsync(Day, Stop))[0].Counts[0].Solved);
    }

    [Fact]
    public async Task A_day_on_which_nobody_counted_is_made_up_for()
    {
        var book = new InMemoryContactOutcomes();
        await book.KeepAsync(Day, Ended("a"), Stop);

        Assert.Equal(1, await OutcomeDay.CountAsync(book, [], Noon.AddDays(11), Stop));
    }

    [Fact]
    public void A_contact_that_no_agent_had_or_that_is_not_over_has_no_outcome()
    {
        var contact = new PromisedContact("a", ContactChannel.Voice, Noon)
        {
            Topic = "card_lost",
            Queue = "Cards",
            Level = 4,
            Parts = ["a"],
        };

        Assert.Null((contact with { Over = ["a"], EndedAt = Noon.AddMinutes(5) }).Outcome);
        Assert.Null((contact with { AnsweredAt = Noon }).Outcome);
        Assert.Equal(
            Ended("a") with { Seconds = 240 },
            (contact with { AnsweredAt = Noon.AddMinutes(1), EndedAt = Noon.AddMinutes(5), Over = ["a"] }).Outcome);
    }

    private static ContactOutcome Ended(string id, bool isTransferred = false) => new(id, "card_lost", "Cards", 4, isTransferred, 100);

    private static TopicVisit Visit(string id, string topic = "card_lost", int days = 0) => new(Noon.AddDays(days), id, topic);
}
