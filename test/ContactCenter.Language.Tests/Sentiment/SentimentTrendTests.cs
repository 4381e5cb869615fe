using ContactCenter.Language.Sentiment;

namespace ContactCenter.Language.Tests.Sentiment;

public sealed class SentimentTrendTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(30);

    [Fact]
    public void A_score_counts_half_after_the_half_life()
    {
        var trend = SentimentTrend.None.Add(Noon, -1, HalfLife).Add(Noon + HalfLife, 1, HalfLife);

        Assert.Equal((0.5 * -1 + 1) / 1.5, trend.Average!.Value, 1e-12);
        Assert.Equal(1.5, trend.Weight, 1e-12);
    }

    [Fact]
    public void The_slope_is_that_of_a_line()
    {
        var trend = SentimentTrend.None;
        for (var minute = 0; minute <= 60; minute += 5)
        {
            trend = trend.Add(Noon.AddMinutes(minute), 0.5 - (minute / 60.0), HalfLife);
        }

        Assert.Equal(-1, trend.SlopePerHour, 1e-9);
    }

    [Fact]
    public void Scores_of_one_moment_have_no_slope() =>
        Assert.Equal(0, SentimentTrend.None.Add(Noon, 1, HalfLife).Add(Noon, -1, HalfLife).SlopePerHour);

    [Fact]
    public void Nothing_heard_has_no_average() => Assert.Null(SentimentTrend.None.Average);

    [Fact]
    public void The_order_in_which_scores_are_heard_does_not_matter()
    {
        var random = new Random(11);
        for (var run = 0; run < 200; run++)
        {
            var scores = Enumerable.Range(0, random.Next(1, 40))
                .Select(_ => (At: Noon.AddSeconds(random.Next(7200)), Score: (random.NextDouble() * 2) - 1))
                .ToArray();
            var inOrder = scores.OrderBy(score => score.At).Aggregate(
                SentimentTrend.None, (trend, score) => trend.Add(score.At, score.Score, HalfLife));
            random.Shuffle(scores);
            var half = scores.Length / 2;
            var together = scores[..half].Aggregate(SentimentTrend.None, (trend, score) => trend.Add(score.At, score.Score, HalfLife))
                .Add(scores[half..].Aggregate(SentimentTrend.None, (trend, score) => trend.Add(score.At, score.Score, HalfLife)), HalfLife);

            Assert.Equal(inOrder.Average!.Value, together.Average!.Value, 1e-9);
            Assert.Equal(inOrder.SlopePerHour, together.SlopePerHour, 1e-5);
            Assert.Equal(inOrder.At, together.At);
        }
    }
}
