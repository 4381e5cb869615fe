using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Complexity;
using ContactCenter.Simulation.Learning;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>How difficult contacts are, learned from how they ended; and when the rule stays.</summary>
public sealed class ComplexityLearnerTests
{
    private static readonly DateOnly Begin = new(2026, 10, 5);
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 3, 0, 0, TimeSpan.Zero);
    private static readonly ContactTraits New = new("voice", "en", false, false);

    [Fact]
    public void Topics_that_take_long_and_come_again_are_difficult_and_short_ones_simple_where_the_rule_calls_all_usual()
    {
        var learned = ComplexityLearner.Learn(Weeks(8, static day => [.. Plain(day)]), Now)!;

        Assert.True(learned.Judged.IsBetter);
        Assert.True(learned.Judged.LearnedError < learned.Judged.RuleError);
        Assert.Equal(
            [ContactComplexity.Difficult, ContactComplexity.Simple, ContactComplexity.Usual],
            new[] { "fraud", "hours", "card" }.Select(topic => learned.Level(topic, New)));
        Assert.True(learned.Topics["fraud"].Interval.Low > learned.DifficultFrom);
        Assert.Equal(42 * 5, learned.Topics["fraud"].Contacts);
    }

    [Fact]
    public void A_rule_that_knows_it_already_stays()
    {
        var learned = ComplexityLearner.Learn(
            Weeks(8, static day => [.. Plain(day).Select(static one => one with { Rule = LevelOf(one.Topic) })]), Now)!;

        Assert.False(learned.Judged.IsBetter);
        Assert.Null(learned.Level("fraud", New));
    }

    [Fact]
    public void Customers_who_came_before_make_a_usual_contact_difficult_where_history_shows_it()
    {
        var learned = ComplexityLearner.Learn(
            Weeks(8, static day =>
            [
                .. Plain(day),
                .. Contacts(day, "card", 4, 1400, again: 2, New with { CameBefore = true }),
            ]),
            Now)!;

        Assert.True(learned.Traits["came before"].Interval.Low > 0);
        Assert.True(learned.Traits["did not come before"].Interval.High < 0);
        Assert.Equal(ContactComplexity.Difficult, learned.Level("card", New with { CameBefore = true }));
        Assert.NotEqual(ContactComplexity.Difficult, learned.Level("card", New));
    }

    [Fact]
    public void Few_contacts_are_drawn_to_the_average_and_fewer_than_fifty_say_nothing()
    {
        var learned = ComplexityLearner.Learn(
            Weeks(8, static day =>
            [
                .. Plain(day),
                .. day.DayNumber % 2 == 0 ? Contacts(day, "rare", 1, 900, again: 0, New) : [],
                .. Contacts(day, "seldom", day.DayNumber % 3 == 0 ? 4 : 0, 900, again: 1, New),
            ]),
            Now)!;

        Assert.False(learned.Topics.ContainsKey("rare"));
        Assert.Null(learned.Level("rare", New));
        Assert.Equal(56, learned.Topics["seldom"].Contacts);
        Assert.True(learned.Topics["seldom"].Error > learned.Topics["card"].Error);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public void Too_few_weeks_teach_nothing(int weeks)
    {
        Assert.Null(ComplexityLearner.Learn(Weeks(weeks, static day => [.. Plain(day)])[..^Math.Min(weeks, 1)], Now));

        var advice = ComplexityLearner.Advise([], new ComplexitySettings(), Now);
        Assert.Null(advice.Learned);
        Assert.Empty(advice.Topics);
    }

    [Fact]
    public void The_table_has_each_topic_with_what_it_took_and_both_levels()
    {
        var advice = ComplexityLearner.Advise(
            Weeks(8, static day => [.. Plain(day)]), new ComplexitySettings { Difficult = ["card"], Simple = ["hours"] }, Now);

        Assert.Equal(["fraud", "card", "hours"], advice.Topics.Select(static one => one.Topic));
        var card = advice.Topics[1];
        Assert.Equal(
            (560, ContactComplexity.Difficult, ContactComplexity.Usual), (card.Contacts, card.Rule, card.Learned));
        Assert.InRange(card.Minutes, 4.5, 5.5);
        Assert.Equal((56, 56), (card.Transferred.Met, card.Again.Met));
    }

    [Fact]
    public void A_contact_that_lay_over_night_counts_as_an_hour()
    {
        var day = Day(Begin, Contacts(Begin, "card", 1, 86_400, again: 0, New));

        Assert.Equal(KindCount.MaximumSeconds, Assert.Single(day.Kinds!).Seconds);
        Assert.True(Assert.Single(day.Counts).Seconds >= 86_400);
    }

    /// <summary>Twenty seeds and other sizes by <c>contactcenter advise complexity --planted 20</c>.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Planted_difficulty_is_found_in_weeks_that_were_held_out(long seed)
    {
        var held = PlantedComplexity.Try(seed, perDay: 200);
        var usual = PlantedComplexity.Try(seed, perDay: 200, isPlanted: false);

        Assert.True(held.Counts);
        Assert.InRange((double)held.ByHistory / held.Contacts, 0.85, 1);
        Assert.InRange(held.ByRule, 0, held.ByHistory);
        Assert.InRange(usual.ByRule, 0, usual.ByHistory);
    }

    [Theory]
    [InlineData(ContactComplexity.Usual, null, 0, ContactComplexity.Usual)]
    [InlineData(ContactComplexity.Difficult, null, 0, ContactComplexity.Difficult)]
    [InlineData(ContactComplexity.Simple, null, 0, ContactComplexity.Simple)]
    [InlineData(ContactComplexity.Simple, -0.9, 0, ContactComplexity.Usual)]
    [InlineData(ContactComplexity.Usual, -0.9, 90, ContactComplexity.Difficult)]
    public void What_history_does_not_know_counts_beside_it(string learned, double? sentiment, int words, string level) =>
        Assert.Equal(
            level,
            ContactComplexity.Of(
                new KnownContact(["card", "hours"], false, words, sentiment, 5), new ComplexitySettings { Difficult = ["card"] }, learned)
            .Level);

    /// <summary>Of each topic five or ten a day: short ones, usual ones and long ones that come again.</summary>
    private static IEnumerable<Planted> Plain(DateOnly day) =>
    [
        .. Contacts(day, "hours", 5, 90, again: 0, New), .. Contacts(day, "card", 10, 300, again: 1, New),
        .. Contacts(day, "fraud", 5, 900, again: 2, New),
    ];

    /// <summary>Contacts around a length, the first of ten transferred, some of which come again.</summary>
    private static IEnumerable<Planted> Contacts(DateOnly day, string topic, int count, int seconds, int again, ContactTraits traits) =>
        Enumerable.Range(0, count).Select(i => new Planted(
            day, $"{topic}-{i}-{traits.CameBefore}", topic, seconds + ((i + day.DayNumber) % 5 * seconds / 20), i == 9, i < again, traits,
            ContactComplexity.Usual));

    private static string LevelOf(string topic) => topic switch
    {
        "fraud" => ContactComplexity.Difficult,
        "hours" => ContactComplexity.Simple,
        _ => ContactComplexity.Usual,
    };

    private static OutcomeDay[] Weeks(int weeks, Func<DateOnly, Planted[]> contacts) =>
        [.. Enumerable.Range(0, 7 * weeks).Select(i => Begin.AddDays(i)).Select(day => Day(day, contacts(day)))];

    private static OutcomeDay Day(DateOnly day, IEnumerable<Planted> contacts)
    {
        Planted[] all = [.. contacts];
        var at = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return OutcomeDay.Of(
            day,
            all.Select(static one => new ContactOutcome(one.Id, one.Topic, "Q", 4, one.IsTransferred, one.Seconds)
            {
                Traits = one.Traits,
                Rule = one.Rule,
            }),
            all.Select(one => (IReadOnlyList<TopicVisit>)
            [
                new TopicVisit(at, one.Id, one.Topic),
                .. one.Again ? [new TopicVisit(at.AddDays(1), $"{one.Id}-again", one.Topic)] : Array.Empty<TopicVisit>(),
            ]));
    }

    private sealed record Planted(
        DateOnly Day, string Id, string Topic, int Seconds, bool IsTransferred, bool Again, ContactTraits Traits, string Rule);
}
