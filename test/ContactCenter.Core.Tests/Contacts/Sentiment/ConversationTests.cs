using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Sentiment;

/// <summary>When a call gets worse; turns are written as + (0.6), 0 and - (-0.6), as Contact Lens judges them.</summary>
public sealed class ConversationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0000--", false)]
    [InlineData("0000---", true)]
    [InlineData("+++0---0", true)]
    [InlineData("++--", false)]
    [InlineData("--0--0--0--", false)]
    [InlineData("------", true)]
    [InlineData("-----", false)]
    [InlineData("0-0-0-0-0-0-0-0-", false)]
    [InlineData("++++++++++++++++", false)]
    [InlineData("+++++++++++++++++++++----", true)]
    public void A_call_is_worse_when_it_goes_badly_and_has_fallen_or_goes_very_badly(string turns, bool isWorse) =>
        Assert.Equal(isWorse, Heard(Turns(turns)).WorseAt is not null);

    [Fact]
    public void It_is_found_worse_once_and_stays_so()
    {
        var worse = Conversation.New.Hear(Turns("0000----"), Noon).After;

        var later = worse.Hear(Turns("0000----++++----")[8..], Noon.AddMinutes(3)).After;

        Assert.Equal((Noon, Noon), (worse.WorseAt, later.WorseAt));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Turns_that_come_again_and_in_any_order_say_the_same(int seed)
    {
        var turns = Turns("+0+0-0---0");
        HeardTurn[] mixed = [.. turns, .. turns];
        new Random(seed).Shuffle(mixed);

        var (expected, heard) = (Heard(turns), Heard(mixed));

        Assert.Equal(expected.Latest, heard.Latest);
        Assert.Equal((expected.Earlier, expected.EarlierScore), (heard.Earlier, heard.EarlierScore));
    }

    [Fact]
    public void A_turn_that_is_known_has_no_score_again() =>
        Assert.Equal([0.6], Conversation.New.Hear(Turns("--"), Noon).After.Hear(Turns("--+"), Noon).Scores);

    [Fact]
    public void A_turn_older_than_all_that_are_known_one_by_one_changes_nothing()
    {
        var known = Heard(Turns(new string('0', 30)));

        Assert.Same(known, known.Hear([new HeardTurn("late", 0, -0.6)], Noon).After);
    }

    [Fact]
    public void However_long_a_call_is_few_turns_are_kept()
    {
        var known = Heard(Turns(new string('+', 5000)));

        Assert.Equal((Conversation.MaximumLatest, 5000 - Conversation.MaximumLatest), (known.Latest.Count, known.Earlier));
        Assert.Equal(0.6, known.Before!.Value, 1e-9);
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(9, false, true)]
    [InlineData(10, false, false)]
    [InlineData(0, true, false)]
    public void A_supervisor_is_told_once_and_in_time(int minutes, bool isTold, bool isWaiting) => Assert.Equal(
        isWaiting, (Heard(Turns("0000----")) with { IsTold = isTold }).IsWaiting(Noon.AddMinutes(minutes)));

    [Fact]
    public void The_task_says_where_the_call_is_and_how_it_goes()
    {
        var contact = ContactSentiment.New with { Queue = "Cards", Conversation = Heard(Turns("0+0+----")) };

        var task = SupervisorTask.For("c-1", contact, new LiveSentimentSettings { Queue = "Supervisors" }, Noon)!;

        Assert.Equal(
            ("A call gets worse (queue Cards)", "Supervisors", "worse-c-1"), (task.Name, task.Attributes["queue"], task.ClientToken));
        Assert.Contains(
            "contact c-1, queue Cards, sounds -0.60 in the last turns, 0.30 before", task.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_turn_that_several_records_bring_counts_once_for_contact_and_queue()
    {
        var first = Signal("a", Turns("0-"));
        var after = SentimentFold.Apply(ContactSentiment.New, QueueSentiment.New, first, "Cards");

        var again = SentimentFold.Apply(after.Contact, after.Queue, Signal("b", Turns("0-")), "Cards");

        Assert.Equal((2, 2), ((int)again.Contact.Trend.Weight, (int)again.Queue.Trend.Weight));
        Assert.Equal(SentimentTrend.None, again.Contact.Waiting);
    }

    private static ContactSignal Signal(string id, HeardTurn[] turns) =>
        new(id, "c", Noon, null, [.. turns.Select(static turn => turn.Score)]) { Turns = turns };

    private static Conversation Heard(IReadOnlyList<HeardTurn> turns) =>
        turns.Aggregate(Conversation.New, static (known, turn) => known.Hear([turn], Noon).After);

    private static HeardTurn[] Turns(string turns) =>
    [
        .. turns.Select(static (turn, i) =>
            new HeardTurn($"t{i}", i * 1000, turn switch { '+' => 0.6, '-' => -0.6, _ => 0 })),
    ];
}
