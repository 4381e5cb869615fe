using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Routes;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Which level of a skill helps with a topic, how many agents with it are needed, and when nobody can tell.</summary>
public sealed class LevelAdviserTests
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    [Fact]
    public void A_level_that_solves_more_than_the_next_helps_and_the_agents_are_those_of_a_busy_half_hour()
    {
        var advice = Of(4, Count(4, 200, 180), Count(1, 100, 60), Count(0, 100, 55));

        var level = advice[0];
        Assert.Equal((LevelVerdict.Helps, 4, 1), (level.Verdict, level.Has.From, level.Next.From));
        Assert.InRange(level.Difference!.Low, 0.19, 0.2);
        Assert.InRange(level.Difference!.High, 0.4, 0.41);

        // two thirds of 30 contacts, five minutes each, are 3.3 erlangs; the one half hour with 300 of 21 does not count
        Assert.Equal(6, level.Agents);
        Assert.Null(level.Change);
        Assert.Equal((LevelVerdict.Unknown, 1, 0), (advice[1].Verdict, advice[1].Has.From, advice[1].Next.From));
    }

    [Fact]
    public void A_level_without_which_as_many_are_solved_is_not_needed_and_the_line_to_paste_asks_for_the_skill_alone()
    {
        var advice = Of(4, Count(4, 3000, 2700), Count(1, 3000, 2700), Count(0, 3000, 2400));

        Assert.Equal(LevelVerdict.IsNotNeeded, advice[0].Verdict);
        Assert.Equal(
            "\"card_lost\": { \"queue\": \"Cards\", \"skill\": \"Cards\", \"level\": 1, \"emergency\": true }", advice[0].Change);
        Assert.Equal((LevelVerdict.Helps, null), (advice[1].Verdict, advice[1].Change));
    }

    [Fact]
    public void A_skill_without_which_as_many_are_solved_is_left_out_of_the_line()
    {
        var advice = Assert.Single(Of(1, Count(1, 3000, 2700, level: 1), Count(0, 3000, 2700, level: 1)));

        Assert.Equal("\"card_lost\": { \"queue\": \"Cards\", \"level\": 1, \"emergency\": true }", advice.Change);
    }

    [Fact]
    public void While_a_level_helps_nobody_is_told_to_ask_without_its_skill()
    {
        var advice = Assert.Single(Of(4, Count(4, 3000, 2850), Count(1, 3000, 2400), Count(0, 3000, 2400)));

        Assert.Equal((LevelVerdict.Helps, null), (advice.Verdict, advice.Change));
    }

    [Theory]
    [InlineData(49, 49, 5)]
    [InlineData(100, 90, 4)]
    [InlineData(100, 66, 5)]
    public void Of_few_contacts_of_few_agents_or_by_chance_nobody_can_tell(int known, int solved, int agents)
    {
        var advice = Of(4, Count(4, known, solved) with { Agents = agents }, Count(1, 100, 60))[0];

        Assert.Equal(LevelVerdict.Unknown, advice.Verdict);
        Assert.Null(advice.Agents);
        Assert.Null(advice.Change);
    }

    [Fact]
    public void Without_an_event_that_says_who_took_it_nothing_is_said() =>
        Assert.Empty(Of(4, Count(4, 200, 180) with { Met = null }));

    [Fact]
    public void Agents_are_those_of_the_day_with_the_most_and_not_of_many_days()
    {
        var advice = LevelAdviser.Of(
            Enumerable.Range(0, 30).Select(i => new OutcomeDay(Day.AddDays(i), [Count(4, 50, 45) with { Agents = 2 }])), Numbers,
            Routing(4));

        Assert.Equal(2, advice.First().Has.Count.Agents);
        Assert.False(advice.First().Has.IsEnough);
    }

    [Fact]
    public void Levels_of_a_skill_that_the_file_asked_for_before_are_not_compared_and_what_was_counted_without_one_is()
    {
        RouteCount[] own = [Count(4, 200, 180) with { Skill = "Cards" }, Count(1, 100, 60)];

        var advice = Of(4, [.. own, Count(4, 900, 90) with { Skill = "Loans" }, Count(1, 900, 890) with { Skill = "Loans" }])[0];

        Assert.Equal((LevelVerdict.Helps, 200, 100), (advice.Verdict, advice.Has.Count.Known, advice.Next.Count.Known));
        Assert.Empty(Of(4, [.. own.Select(static one => one with { Skill = "Loans" })]));
    }

    private static LevelAdvice[] Of(int level, params RouteCount[] counts) =>
        [.. LevelAdviser.Of([new OutcomeDay(Day, [.. counts, Others(counts)])], Numbers, Routing(level))];

    /// <summary>Contacts about something else in the same queue, half as many.</summary>
    private static RouteCount Others(RouteCount[] counts) =>
        new("other", "Cards", null) { Contacts = counts.Sum(static one => one.Contacts) / 2 };

    private static RoutingSettings Routing(int level) => new()
    {
        Topics = new Dictionary<string, TopicRoute>
        {
            ["card_lost"] = new() { Queue = "Cards", Skill = "Cards", Level = level, Emergency = true },
            ["plain"] = new() { Queue = "Cards" },
        },
    };

    private static Dictionary<string, IReadOnlyList<QueueNumbers>> Numbers => new()
    {
        ["Cards"] =
        [
            .. Enumerable.Range(0, 21).Select(i => new QueueNumbers(
                "Cards", new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(30 * i),
                ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty.Add(
                    ContactChannel.Voice, ChannelNumbers.Nothing with { Offered = i == 3 ? 300 : 30 }))),
        ],
    };

    private static RouteCount Count(int met, int known, int solved, int level = 4) => new("card_lost", "Cards", level)
    {
        Met = met,
        Contacts = known,
        Known = known,
        Solved = solved,
        Seconds = 300 * known,
        Agents = 5,
    };
}
