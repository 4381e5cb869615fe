using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Tests.Forecasting.Volume;

public sealed class VolumeForecastTests
{
    [Theory]
    [MemberData(nameof(Models))]
    public void Days_that_are_all_the_same_are_forecast_as_they_are(string name)
    {
        var history = new VolumeHistory(Enumerable.Range(0, 30).Select(static day =>
            new VolumeDay(new DateOnly(2026, 2, 2).AddDays(day), [.. Enumerable.Repeat(20.0, 20)])));

        var forecast = Named(name)(history, history.Next(7));

        Assert.All(forecast.SelectMany(static day => day), static value => Assert.InRange(value, 19, 21));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_finds_the_shape_of_days_and_the_busy_Monday(string name)
    {
        var history = new VolumeHistory(Calls.Of(60));
        var next = history.Next(7);

        var forecast = Named(name)(history, next);

        var error = next.SelectMany((day, i) => forecast[i]
            .Select((value, slot) => Math.Abs(value - Calls.Mean(day, slot)) / Calls.Mean(day, slot)));
        Assert.InRange(error.Average(), 0, 0.06);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_is_always_the_same_is_forecast_nearly_as_it_is(string name)
    {
        var history = new VolumeHistory(Calls.Of(45, noise: 0));
        var next = history.Next(7);

        var forecast = Named(name)(history, next);

        Assert.All(next.Index(), day => Assert.All(
            forecast[day.Index].Index(), slot => Assert.InRange(slot.Item / Calls.Mean(day.Item, slot.Index), 0.93, 1.07)));
    }

    [Fact]
    public void The_five_together_are_nearer_than_last_week()
    {
        var days = Calls.Of(100, seed: 7);
        double together = 0, naive = 0;
        for (var known = 80; known < 95; known += 5)
        {
            var history = new VolumeHistory(days.Take(known));
            DateOnly[] next = [.. days.Skip(known).Take(5).Select(static day => day.Day)];
            together += Error(VolumeModels.Combined(history, next), days[known..]);
            naive += Error(VolumeModels.SeasonalNaive(history, next), days[known..]);
        }

        Assert.InRange(together / naive, 0, 0.85);
    }

    [Fact]
    public void Nine_of_ten_values_are_inside_the_interval()
    {
        var days = Calls.Of(110, seed: 3);
        var inside = new List<bool>();
        for (var known = 80; known < 105; known += 5)
        {
            var history = new VolumeHistory(days.Take(known));
            var forecast = VolumeForecast.Of(history, [.. days.Skip(known).Take(5).Select(static day => day.Day)]);
            inside.AddRange(forecast.Days.SelectMany((day, i) => day.Slots.Zip(
                days[known + i].Slots, static (slot, came) => came >= slot.Low90 && came <= slot.High90)));
        }

        Assert.InRange(inside.Average(static one => one ? 1.0 : 0), 0.85, 0.96);
    }

    [Fact]
    public void An_outage_in_the_history_is_not_forecast_again()
    {
        var days = Calls.Of(60, noise: 0);
        days[54] = days[54] with { Slots = [.. days[54].Slots.Select(static (value, slot) => slot is >= 8 and < 12 ? 0 : value)] };
        var history = new VolumeHistory(days);

        var forecast = VolumeModels.SeasonalNaive(history, [days[54].Day.AddDays(7)]);

        Assert.Equal(Calls.Mean(days[54].Day, 9), forecast[0][9], 1.0);
    }

    [Fact]
    public void Hours_that_nobody_counted_are_filled_by_the_level_of_their_day()
    {
        var days = Calls.Of(30, noise: 0, level: static day => day == Calls.Begin.AddDays(14) ? 2 : 1);
        days[10] = days[10] with { Slots = [.. days[10].Slots.Select(static (value, slot) => slot == 5 ? double.NaN : value)] };

        var history = new VolumeHistory(days);

        Assert.Equal(2 * Calls.Mean(days[10].Day, 5), history.Counted(10)[5], 2.0);
    }

    [Fact]
    public void Nine_days_are_enough_for_a_forecast_that_says_so()
    {
        var history = new VolumeHistory(Calls.Of(9));

        var forecast = VolumeForecast.Of(history, history.Next(7));

        Assert.Equal(9, forecast.BasedOnDays);
        Assert.InRange(forecast.Days.Sum(static day => day.Slots.Sum(static slot => slot.Expected)) / 5 / Calls.Slots, 150, 200);
    }

    [Fact]
    public void One_single_day_is_a_history()
    {
        var history = new VolumeHistory(Calls.Of(1));

        var slots = VolumeForecast.Of(history, history.Next(7)).Days[0].Slots;

        Assert.All(slots, static slot => Assert.True(
            slot.Low90 <= slot.Low50 && slot.Low50 <= slot.Expected && slot.Expected <= slot.High50 && slot.High50 <= slot.High90));
    }

    [Fact]
    public void Weekends_and_holidays_are_not_asked_for()
    {
        var history = new VolumeHistory(Calls.Of(30), [new DateOnly(2026, 4, 14)]);

        Assert.Equal(
            [new DateOnly(2026, 4, 13), new(2026, 4, 15), new(2026, 4, 16), new(2026, 4, 17)], history.Next(7));
    }

    [Fact]
    public void A_day_after_a_closure_is_expected_to_be_busier_where_such_days_were()
    {
        // every fourth Wednesday the center is closed, and on the day after half as much again comes
        static bool IsClosed(DateOnly day) => day.DayOfWeek == DayOfWeek.Wednesday && (day.DayNumber - Calls.Begin.DayNumber) / 7 % 4 == 2;
        VolumeDay[] days =
        [
            .. Calls.Of(120, noise: 0.5, level: static day => IsClosed(day.AddDays(-1)) ? 1.5 : 1)
                .Where(static day => !IsClosed(day.Day)),
        ];
        var thursday = days.Last(static day => IsClosed(day.Day.AddDays(-1))).Day;
        VolumeDay[] before = [.. days.Where(day => day.Day < thursday)];

        var known = VolumeModels.Calendar(new VolumeHistory(before, [thursday.AddDays(-1)]), [thursday])[0].Sum();
        var usual = before.Last(static day => day.Day.DayOfWeek == DayOfWeek.Thursday).Slots.Sum();

        Assert.InRange(known / usual, 1.15, 1.6);
    }

    [Fact]
    public void A_busy_morning_raises_the_afternoon_by_as_much_as_it_did_before()
    {
        var errors = new VolumeErrors();
        double[] forecast = [100, 100, 100, 100];
        for (var i = 0; i < 40; i++)
        {
            // of what the morning differs by, the afternoon keeps the root
            var morning = i % 2 == 0 ? 1.44 : 1 / 1.44;
            errors.Add(0, [100 * morning, 100 * morning, 100 * Math.Sqrt(morning), 100 * Math.Sqrt(morning)], forecast);
        }

        var updated = errors.Updated(forecast, [144, 144]);

        Assert.Equal([144, 144], updated[..2]);
        Assert.InRange(updated[3], 115, 121);
    }

    [Fact]
    public void A_history_without_an_open_day_has_no_forecast() =>
        Assert.Throws<ArgumentException>(() => VolumeForecast.Of(new VolumeHistory([]), []));

    [Fact]
    public void Negative_counts_are_refused() =>
        Assert.Throws<ArgumentException>(() => new VolumeHistory([new VolumeDay(Calls.Begin, [1, -1])]));

    public static TheoryData<string> Models() => [.. All.Keys];

    private static Dictionary<string, VolumeModel> All { get; } = new()
    {
        ["Holt-Winters"] = VolumeModels.HoltWinters,
        ["median"] = VolumeModels.MedianOfWeekdays,
        ["scores"] = VolumeModels.Scores,
        ["level"] = VolumeModels.Level,
        ["calendar"] = VolumeModels.Calendar,
        ["combined"] = VolumeModels.Combined,
    };

    private static VolumeModel Named(string name) => All[name];

    private static double Error(double[][] forecast, VolumeDay[] came) =>
        forecast.Select((day, i) => day.Zip(came[i].Slots, static (one, other) => Math.Abs(one - other)).Sum()).Sum();
}
