using ContactCenter.Core.Contacts.Sentiment;

namespace ContactCenter.Core.Tests.Contacts.Sentiment;

/// <summary>How words and the talk itself come to one trend; turns of the customer last two seconds, and begin every four.</summary>
public sealed class ContactTrendTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_calm_talk_goes_as_its_words_go()
    {
        var trend = Of("000000", Calm(6))!;

        Assert.Equal((0, 0, false), (trend.Score, trend.Interruptions, trend.IsWorsening));
        Assert.Equal(0, trend.SilentShare!.Value, 1e-9);
    }

    [Theory]
    [InlineData("+++0--", false)]
    [InlineData("++----", true)]
    [InlineData("------", true)]
    public void Words_alone_decide_where_nothing_is_known_of_the_talk(string turns, bool isWorsening)
    {
        var trend = Of(turns, [])!;

        Assert.Equal((null, null, isWorsening), (trend.Interruptions, trend.SilentShare, trend.IsWorsening));
    }

    [Fact]
    public void Who_is_cut_short_again_and_again_is_told_earlier_than_by_words()
    {
        TalkSpan[] cutting = [.. Enumerable.Range(0, 6).Select(static i => new TalkSpan($"a{i}", (i * 4000) + 1000, (i * 4000) + 4000))];

        var (calm, cut) = (Of("++00--", Calm(6))!, Of("++00--", cutting)!);

        Assert.Equal(calm.Lately, cut.Lately);
        Assert.Equal(4, cut.Interruptions);
        Assert.Equal((false, true), (calm.IsWorsening, cut.IsWorsening));
    }

    [Fact]
    public void Who_begins_just_before_the_other_ends_cuts_nobody_short()
    {
        TalkSpan[] quick = [.. Enumerable.Range(0, 6).Select(static i => new TalkSpan($"a{i}", (i * 4000) + 1700, (i * 4000) + 4000))];

        Assert.Equal(0, Of("000000", quick)!.Interruptions);
    }

    [Fact]
    public void Long_silence_counts_and_the_usual_one_does_not()
    {
        TalkSpan[] silent = [.. Enumerable.Range(0, 6).Select(static i => new TalkSpan($"a{i}", (i * 4000) + 3900, (i * 4000) + 4000))];
        TalkSpan[] usual = [.. Enumerable.Range(0, 6).Select(static i => new TalkSpan($"a{i}", (i * 4000) + 3000, (i * 4000) + 4000))];

        Assert.InRange(Of("000000", silent)!.Score, -0.2, -0.01);
        Assert.Equal(0, Of("000000", usual)!.Score);
    }

    [Fact]
    public void A_long_talk_of_the_agent_in_many_spans_is_no_silence()
    {
        HeardTurn[] turns =
        [
            .. Enumerable.Range(0, 6).Select(static i => new HeardTurn($"t{i}", i < 3 ? i * 4000 : 60_000 + (i * 4000), 0)
            {
                End = (i < 3 ? i * 4000 : 60_000 + (i * 4000)) + 2000,
            }),
        ];
        TalkSpan[] talk =
        [
            .. Enumerable.Range(0, 20).Select(static i => new TalkSpan($"long{i}", 10_000 + (i * 3000), 13_000 + (i * 3000))),
            .. Calm(20)[18..],
        ];
        var trend = ContactTrend.Of(
            ContactSentiment.New with { Conversation = Conversation.New.Hear(turns, Noon, talk).After })!;

        Assert.Equal((null, null), (trend.Interruptions, trend.SilentShare));
    }

    [Fact]
    public void The_talk_takes_no_more_than_its_part() => Assert.Equal(
        -ContactTrend.MaximumOfTalk, new ContactTrend(0, 0, 100, 1).Score, 1e-9);

    [Fact]
    public void Before_there_are_enough_turns_nothing_is_known()
    {
        Assert.Null(Of("-----", Calm(5)));
        Assert.Null(ContactTrend.Of(ContactSentiment.New));
    }

    [Theory]
    [InlineData(2, -0.9, null)]
    [InlineData(3, -0.9, true)]
    [InlineData(3, -0.3, false)]
    public void A_chat_whose_flow_tells_its_words_goes_badly_when_they_are_very_bad(int messages, double score, bool? isWorsening)
    {
        var trend = Enumerable.Range(0, messages)
            .Aggregate(ContactSentiment.New.Trend, (known, _) => known.Add(Noon, score, ContactSentiment.HalfLife));

        Assert.Equal(isWorsening, ContactTrend.Of(ContactSentiment.New with { Trend = trend })?.IsWorsening);
    }

    [Fact]
    public void Times_of_agents_may_come_again_and_in_any_order_and_few_are_kept()
    {
        TalkSpan[] spans = Calm(40);
        var once = Conversation.New.Hear([], Noon, spans).After;
        var again = spans.Reverse().Aggregate(once, static (known, span) => known.Hear([], Noon, [span]).After);

        Assert.Equal(Conversation.MaximumLatest, again.Others!.Count);
        Assert.Same(again, again.Hear([], Noon, [again.Others[0]]).After);
        Assert.Equal(spans[^1], again.Others[^1]);
    }

    private static ContactTrend? Of(string turns, IReadOnlyList<TalkSpan> agents)
    {
        HeardTurn[] heard =
        [
            .. turns.Select(static (turn, i) => new HeardTurn($"t{i}", i * 4000, turn switch { '+' => 0.6, '-' => -0.6, _ => 0 })
            {
                End = (i * 4000) + 2000,
            }),
        ];
        return ContactTrend.Of(ContactSentiment.New with { Conversation = Conversation.New.Hear(heard, Noon, agents).After });
    }

    /// <summary>The agent talks when the customer has ended, until the customer begins again.</summary>
    private static TalkSpan[] Calm(int turns) =>
        [.. Enumerable.Range(0, turns).Select(static i => new TalkSpan($"a{i}", (i * 4000) + 2000, (i * 4000) + 4000))];
}
