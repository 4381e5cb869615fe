using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Language.Sequences;

namespace ContactCenter.Core.Tests.Contacts.NextTopics;

public sealed class LikelyTopicsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Where_a_topic_follows_from_the_one_before_it_is_told()
    {
        var likely = LikelyTopics.Learn(Following(300), Noon);

        Assert.True(likely.RightByHistory > likely.RightByFrequency);
        Assert.Equal("returns", likely.Next(["billing", "delivery"])?.Topic);
        Assert.Equal("billing", likely.Next(["returns"])?.Topic);
    }

    [Fact]
    public void Of_two_topics_that_were_never_seen_together_the_last_one_counts() =>
        Assert.Equal("returns", LikelyTopics.Learn(Following(300), Noon).Next(["returns", "delivery"])?.Topic);

    [Fact]
    public void A_topic_that_nobody_had_says_nothing()
    {
        var likely = LikelyTopics.Learn(Following(300), Noon);

        Assert.Null(likely.Next(["fraud"]));
        Assert.Null(likely.Next([]));
    }

    [Fact]
    public void Where_nothing_follows_from_anything_nothing_is_told()
    {
        var random = new Random(7);
        string[] topics = ["a", "b", "c"];
        IReadOnlyList<string>[] histories =
        [
            .. Enumerable.Range(0, 400)
                .Select(_ => (IReadOnlyList<string>)[.. Enumerable.Range(0, 4).Select(_ => topics[random.Next(3)])]),
        ];

        var likely = LikelyTopics.Learn(histories, Noon);

        Assert.Empty(likely.After);
        Assert.Null(likely.Next(["a"]));
    }

    [Fact]
    public void Of_a_few_customers_nothing_is_told() => Assert.Empty(LikelyTopics.Learn(Following(20), Noon).After);

    [Fact]
    public void What_was_seen_too_seldom_is_not_kept_and_no_more_than_fit_an_item()
    {
        IReadOnlyList<string>[] many =
        [
            .. Following(2000),
            .. Enumerable.Range(0, 9000).Select(static i => (IReadOnlyList<string>)[$"t{i % 1700}", "billing"]),
            ["once", "delivery"],
        ];
        var likely = LikelyTopics.Learn(many, Noon);

        Assert.Null(likely.Next(["once"]));
        Assert.Equal(LikelyTopics.MaximumContexts, likely.After.Count);
    }

    [Theory]
    [InlineData(100, 60, 30)]
    [InlineData(1000, 310, 300)]
    [InlineData(0, 0, 0)]
    public void The_difference_has_an_interval_that_holds_it(int steps, int history, int frequency)
    {
        var judged = new NextTopicJudgement(steps, frequency, history, 0.5) { Gained = history, Lost = frequency };
        var (low, high) = judged.Interval;

        Assert.InRange(judged.Difference, low, high);
        Assert.InRange(high - low, 0, 0.5);
    }

    private static IReadOnlyList<string>[] Following(int customers) =>
    [
        .. Enumerable.Range(0, customers).Select(static _ => (IReadOnlyList<string>)["delivery", "returns", "billing", "delivery"]),
    ];
}
