using ContactCenter.Core.Forecasting.Anomalies;

namespace ContactCenter.Core.Tests.Forecasting.Anomalies;

public sealed class SeriesWatchTests
{
    private static readonly DateTimeOffset Begin = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_goes_on_farther_out_than_ever_is_sustained_within_five_minutes()
    {
        var (watch, at) = Learned(days: 16);

        var scores = Enumerable.Range(1, 5).Select(minute => watch.Add(at.AddMinutes(minute), 400, new(AnomalySide.Above)).Score);

        Assert.Contains(scores, static score => score >= 0.5);
    }

    [Fact]
    public void One_strange_minute_is_not_sustained()
    {
        var (watch, at) = Learned(days: 16);

        Assert.InRange(watch.Add(at.AddMinutes(1), 400, new(AnomalySide.Above)).Score, 0.01, 0.49);
    }

    [Fact]
    public void What_is_good_news_counts_nothing()
    {
        var (watch, at) = Learned(days: 16);

        Assert.All(
            Enumerable.Range(1, 30).Select(minute => watch.Add(at.AddMinutes(minute), 400, new(AnomalySide.Below))),
            static reading => Assert.Equal(0, reading.Score));
    }

    [Fact]
    public void What_is_too_little_to_matter_counts_nothing()
    {
        var (watch, at) = Learned(days: 16);

        Assert.All(
            Enumerable.Range(1, 30).Select(minute => watch.Add(at.AddMinutes(minute), 400, new(AnomalySide.Above, Floor: 500))),
            static reading => Assert.Equal(0, reading.Score));
    }

    [Fact]
    public void One_minute_of_a_count_that_is_far_enough_out_is_sustained_and_one_of_a_gauge_is_not()
    {
        var ((count, at), (gauge, _)) = (Learned(days: 16), Learned(days: 16));

        Assert.True(count.Add(at.AddMinutes(1), 7000, new(AnomalySide.Above, IsCount: true)).Score >= 0.5);
        Assert.True(gauge.Add(at.AddMinutes(1), 7000, new(AnomalySide.Above)).Score < 0.5);
    }

    [Fact]
    public void What_is_out_of_the_band_at_the_same_hour_each_week_is_a_habit()
    {
        Assert.All(Mondays(habit: 130), static score => Assert.True(score < 0.5));
        Assert.Contains(Mondays(habit: 60), static score => score >= 0.5);
    }

    [Fact]
    public void After_a_gap_nothing_goes_on()
    {
        var (watch, at) = Learned(days: 16);
        _ = Enumerable.Range(1, 5).Select(minute => watch.Add(at.AddMinutes(minute), 400, new(AnomalySide.Above))).ToArray();

        Assert.Equal(0, watch.Add(at.AddMinutes(60), 60, new(AnomalySide.Above)).Score);
    }

    [Fact]
    public void In_the_first_two_weeks_nothing_is_sustained()
    {
        var (watch, at) = Learned(days: 10);

        Assert.All(
            Enumerable.Range(1, 30).Select(minute => watch.Add(at.AddMinutes(minute), 400, new(AnomalySide.Above))),
            static reading => Assert.True(reading is { Score: < 0.5, IsLearned: false }));
    }

    [Fact]
    public void Another_value_of_what_was_always_the_same_is_sustained_when_it_stays()
    {
        var watch = new SeriesWatch();
        for (var minute = 0; minute < 16 * 1440; minute++)
        {
            _ = watch.Add(Begin.AddMinutes(minute), 0, new(AnomalySide.Above));
        }

        var scores = Enumerable.Range(0, 5)
            .Select(minute => watch.Add(Begin.AddMinutes((16 * 1440) + minute), 12, new(AnomalySide.Above)).Score).ToArray();

        Assert.True(scores[0] < 0.5);
        Assert.Contains(scores, static score => score >= 0.5);
    }

    [Fact]
    public void A_restored_watch_goes_on_as_if_there_had_been_no_break()
    {
        var (watch, at) = Learned(days: 16);
        var state = new byte[SeriesWatch.MaximumStateBytes];
        var restored = SeriesWatch.Restore(state.AsSpan(0, watch.Save(state)))!;

        Assert.All(Enumerable.Range(1, 200), minute => Assert.Equal(
            watch.Add(at.AddMinutes(minute), Usual(minute) * 3, new(AnomalySide.Either)),
            restored.Add(at.AddMinutes(minute), Usual(minute) * 3, new(AnomalySide.Either))));
    }

    [Fact]
    public void A_state_that_was_changed_is_refused()
    {
        var (watch, _) = Learned(days: 1);
        var state = new byte[SeriesWatch.MaximumStateBytes];
        var length = watch.Save(state);
        state[length / 2] ^= 1;

        Assert.Null(SeriesWatch.Restore(state.AsSpan(0, length)));
        Assert.Null(SeriesWatch.Restore(state.AsSpan(0, 20)));
    }

    /// <summary>Scores of a fourth Monday, from ten to eleven, at 130, after three on which it was at another value then.</summary>
    private static double[] Mondays(double habit)
    {
        var watch = new SeriesWatch();
        var scores = new List<double>();
        for (var minute = 0; minute < ((21 * 24) + 11) * 60; minute++)
        {
            var at = Begin.AddMinutes(minute);
            var isThen = at is { DayOfWeek: DayOfWeek.Monday, Hour: 10 };
            var isLast = isThen && minute > 20 * 1440;
            var value = isLast ? 130 : isThen ? habit : 60 + Math.Round((7 * Math.Sin(minute * 1.7)) + (5 * Math.Sin(minute * 0.37)));
            var score = watch.Add(at, value, new(AnomalySide.Above)).Score;
            if (isLast)
            {
                scores.Add(score);
            }
        }

        return [.. scores];
    }

    private static (SeriesWatch Watch, DateTimeOffset At) Learned(int days)
    {
        var watch = new SeriesWatch();
        for (var minute = 0; minute < days * 1440; minute++)
        {
            _ = watch.Add(Begin.AddMinutes(minute), Usual(minute), new(AnomalySide.Above));
        }

        return (watch, Begin.AddMinutes((days * 1440) - 1));
    }

    /// <summary>More by day than by night, and never twice the same.</summary>
    private static double Usual(int minute) =>
        Math.Round(60 + (40 * Math.Sin(minute * 2 * Math.PI / 1440)) + (7 * Math.Sin(minute * 1.7)) + (5 * Math.Sin(minute * 0.37)));
}
