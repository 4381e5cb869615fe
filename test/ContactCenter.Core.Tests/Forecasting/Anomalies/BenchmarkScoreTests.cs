using ContactCenter.Forecasting;

namespace ContactCenter.Core.Tests.Forecasting.Anomalies;

/// <summary>The scores by which detectors are compared, against their definitions.</summary>
public sealed class BenchmarkScoreTests
{
    private static readonly NabSeries Series = new(
        "folder/file.csv",
        [.. Enumerable.Range(0, 1000).Select(static i => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(5 * i))],
        new double[1000],
        [(300, 399), (700, 799)]);

    [Fact]
    public void Who_is_silent_gets_nothing() => Assert.Equal(0, Score(), 12);

    [Fact]
    public void Who_speaks_up_at_the_begin_of_each_window_gets_a_hundred() => Assert.Equal(100, Score(300, 700), 9);

    [Fact]
    public void Only_the_first_detection_in_a_window_counts() => Assert.Equal(Score(300), Score(300, 310, 399), 12);

    [Fact]
    public void A_detection_at_the_end_of_a_window_is_worth_nearly_nothing_more_than_none() =>
        Assert.Equal(100 * (1 + (0.025 / 0.98661429815)) / 4, Score(399), 0.01);

    [Fact]
    public void A_false_detection_costs_eleven_hundredths_before_the_first_window() =>
        Assert.Equal(-100 * 0.11 / 4, Score(200), 9);

    [Fact]
    public void Just_behind_a_window_a_detection_costs_little() =>
        Assert.Equal(100 * 0.11 * ((2 / (1 + Math.Exp(5 / 99.0))) - 1) / 4, Score(400), 9);

    [Fact]
    public void Far_behind_a_window_it_costs_all() => Assert.Equal(-100 * 0.11 / 4, Score(699), 3);

    [Fact]
    public void In_the_probation_nothing_counts() => Assert.Equal(0, Score(0, 149), 12);

    [Fact]
    public void Whose_order_is_perfect_has_nearly_the_whole_volume() => Assert.InRange(
        VusPr.Of(
            [.. Enumerable.Range(0, 1000).Select(static i => i is (>= 300 and < 400) or (>= 700 and < 800) ? 1.0 : 0)],
            Series.Windows,
            50,
            10),
        0.85,
        1);

    [Fact]
    public void Who_says_the_same_of_all_has_the_share_of_the_windows() =>
        Assert.Equal(0.2, VusPr.Of(new double[1000], Series.Windows, 0, 1), 6);

    private static double Score(params int[] detections)
    {
        var scores = new double[1000];
        foreach (var row in detections)
        {
            scores[row] = 1;
        }

        return NabScore.Normalized(NabScore.Raw(Series, scores, 0.5), Series.Windows.Length);
    }
}
