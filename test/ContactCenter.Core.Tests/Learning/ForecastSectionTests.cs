using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Forecasting;
using ContactCenter.Core.Forecasting.Volume;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>What a report says of forecasts, counted again from the contacts of a generated year.</summary>
public sealed class ForecastSectionTests
{
    /// <summary>The contacts come by UTC, so in this zone the center opens at the same time all year: from eight to eight.</summary>
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
    private static readonly GeneratedYear Year = new(7);
    private static readonly ReportPeriod July = ReportPeriod.Month(new DateOnly(2026, 7, 1), Zone);
    private static readonly PeriodReport Report = PeriodReport.Of(July, Year.Sources(), ServiceLevelFormula.AmazonConnect);

    /// <summary>Twenty calls in each half hour from eight to five for eight weeks, and then forty.</summary>
    private static readonly QueueNumbers[] Doubled =
    [
        .. HalfHours.Between(new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero)).Select(static at =>
            new QueueNumbers("Billing", at, ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(
                ContactChannel.Voice,
                ChannelNumbers.Nothing with { Offered = at.Hour is < 8 or >= 17 ? 0 : at.Month < 3 || at.Day < 2 ? 20 : 40 })]))),
    ];

    private static readonly Dictionary<(string Queue, DateOnly Day), double[]> Calls = CallsOf();
    private static readonly double[][] Expected = [.. Of("Billing")];

    private static ForecastSection Billing => Assert.Single(Report.Forecasts, static queue => queue.Queue == "Billing");

    [Fact]
    public void Days_are_counted_and_forecast_by_what_was_known_before_their_week()
    {
        var days = Billing.Days.Where(static day => day.Counted is not null).ToArray();

        Assert.Equal(31, days.Length);
        foreach (var (day, place) in days.Select(static (day, place) => (day, place)))
        {
            Assert.Equal((long)Counted("Billing", day.Day).Sum(), day.Counted);
            Assert.Equal(Read(day.Day, Expected[place]).Sum(), day.Forecast, 6);
        }
    }

    [Fact]
    public void Errors_are_those_of_each_half_hour_and_each_day()
    {
        double byHalfHour = 0, byDay = 0, counted = 0, forecast = 0, chance = 0;
        for (var place = 0; place < 31; place++)
        {
            var day = July.FirstDay.AddDays(place);
            var (came, expected) = (Counted("Billing", day), Read(day, Expected[place]));
            byHalfHour += Enumerable.Range(0, 48).Sum(slot => Math.Abs(came[slot] - expected[slot]));
            byDay += Math.Abs(came.Sum() - expected.Sum());
            (counted, forecast) = (counted + came.Sum(), forecast + expected.Sum());
            chance += expected.Sum(Distance);
        }

        var accuracy = Billing.Accuracy!;
        Assert.Equal(byHalfHour / counted, accuracy.Wape, 9);
        Assert.Equal(byDay / counted, accuracy.WapeOfDays, 9);
        Assert.Equal((forecast - counted) / counted, accuracy.Bias, 9);
        Assert.Equal(chance / counted, accuracy.Floor, 6);
        Assert.True(accuracy.Wape < 1.3 * accuracy.Floor, "the calls of the year come with a constant mean, which a forecast finds");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(120)]
    public void Chance_is_the_mean_distance_of_a_count_from_its_mean(double mean) =>
        Assert.Equal(Distance(mean), ForecastAccuracy.ChanceOf(mean), 6);

    [Fact]
    public void The_next_four_weeks_need_the_fewest_agents_with_which_the_target_is_kept()
    {
        Assert.Equal(
            Enumerable.Range(0, 4).Select(static week => new DateOnly(2026, 8, 1).AddDays(7 * week)),
            Billing.Weeks.Select(static week => week.FirstDay));
        var its = Year.Contacts.Where(static one => one.Queue == "Billing" && one.Channel == ContactChannel.Voice
            && one.At >= July.From && one.At < July.To).ToArray();
        var handling = its.Where(static one => one.IsAnswered).Average(static one => one.HandleSeconds);
        var patience = its.Sum(static one => (double)one.WaitSeconds) / its.Count(static one => !one.IsAnswered);
        var history = new VolumeHistory(Open(Days("Billing", static day => day < new DateOnly(2026, 8, 1))));
        var week = VolumeForecast.Of(history, history.Next(28)).Days.Where(static day => day.Day < new DateOnly(2026, 8, 8)).ToArray();
        var busiest = week.OrderByDescending(static day => day.Slots.Sum(static slot => slot.Expected)).First();
        var needed = busiest.Slots.Select(Needed).ToArray();

        Assert.Equal(busiest.Day, Billing.Weeks[0].BusiestDay);
        Assert.Equal((needed.Max(), needed.Sum() / 2.0), (Billing.Weeks[0].PeakAgents!.Value, Billing.Weeks[0].AgentHours!.Value));
        Assert.Equal(week.Sum(static day => day.Slots.Sum(static slot => slot.Expected)), Billing.Weeks[0].Contacts, 6);

        int Needed(ForecastSlot slot)
        {
            var agents = 0;
            while (slot.Expected > 0 && !Suffices(++agents))
            {
            }

            return agents;

            bool Suffices(int number) => slot.Cases.Sum(contacts => contacts <= 0 ? 0 : contacts * new ErlangA(
                contacts / 1800, handling, patience, number).ServiceLevel(20)) >= 0.8 * slot.Cases.Sum()
                && new ErlangA(slot.Expected / 1800, handling, patience, number).Occupancy <= 0.9;
        }
    }

    [Fact]
    public void A_day_on_which_an_exception_closes_the_center_is_not_forecast()
    {
        var closed = new DateOnly(2026, 8, 5);
        var center = GeneratedYear.Center with { Exceptions = [new() { Date = closed }] };

        var billing = PeriodReport.Of(July, Year.Sources() with { Configuration = center }, ServiceLevelFormula.AmazonConnect)
            .Forecasts.Single(static queue => queue.Queue == "Billing");

        Assert.Contains(Billing.Days, day => day.Day == closed);
        Assert.DoesNotContain(billing.Days, day => day.Day == closed);
    }

    [Fact]
    public void A_step_in_what_comes_is_seen_as_bias_in_the_week_of_the_step_and_not_in_the_next()
    {
        PeriodReport Week(int day) => PeriodReport.Of(
            ReportPeriod.Week(new DateOnly(2026, 3, day), Zone),
            new ReportSources { Configuration = GeneratedYear.Center, Queues = Doubled },
            ServiceLevelFormula.AmazonConnect);

        Assert.InRange(Assert.Single(Week(2).Forecasts).Accuracy!.Bias, -0.55, -0.45);
        Assert.InRange(Assert.Single(Week(23).Forecasts).Accuracy!.Bias, -0.25, 0.25);
    }

    [Fact]
    public void Of_a_week_and_less_nothing_is_forecast() => Assert.Empty(PeriodReport.Of(
        ReportPeriod.Week(new DateOnly(2025, 12, 1), Zone),
        Year.Sources() with { Queues = [.. Year.HalfHoursOf().Where(static half => half.At < GeneratedYear.Begin.AddDays(5))] },
        ServiceLevelFormula.AmazonConnect).Forecasts);

    /// <summary>Mean distance of a Poisson count from its mean, by its definition.</summary>
    private static double Distance(double mean)
    {
        double sum = 0, likely = Math.Exp(-mean);
        for (var count = 0; count < 2000; count++)
        {
            sum += likely * Math.Abs(count - mean);
            likely *= mean / (count + 1);
        }

        return sum;
    }

    private static IEnumerable<double[]> Of(string queue)
    {
        for (var first = July.FirstDay; first < July.EndDay; first = first.AddDays(7))
        {
            var history = new VolumeHistory(Open(Days(queue, day => day < first && day >= July.FirstDay.AddDays(-182))));
            var days = Enumerable.Range(0, Math.Min(7, July.EndDay.DayNumber - first.DayNumber)).Select(first.AddDays).ToArray();
            foreach (var expected in VolumeModels.Combined(history, days))
            {
                yield return [.. new double[16], .. expected, .. new double[8]];
            }
        }
    }

    private static IEnumerable<VolumeDay> Days(string queue, Func<DateOnly, bool> isAsked)
    {
        for (var day = July.FirstDay.AddDays(-182); day < July.EndDay; day = day.AddDays(1))
        {
            if (isAsked(day))
            {
                yield return new VolumeDay(
                    day, [.. Counted(queue, day).Select((count, slot) => IsRead(day, slot) ? count : double.NaN)]);
            }
        }
    }

    private static IEnumerable<VolumeDay> Open(IEnumerable<VolumeDay> days) =>
        days.Select(static day => new VolumeDay(day.Day, [.. day.Slots.Take(16..40)]));

    private static double[] Counted(string queue, DateOnly day) => Calls.GetValueOrDefault((queue, day)) ?? new double[48];

    private static Dictionary<(string Queue, DateOnly Day), double[]> CallsOf()
    {
        var days = new Dictionary<(string, DateOnly), double[]>();
        foreach (var one in Year.Contacts.Where(static one => one.Channel == ContactChannel.Voice))
        {
            var wall = TimeZoneInfo.ConvertTime(one.At, Zone).DateTime;
            var key = (one.Queue, DateOnly.FromDateTime(wall));
            var slots = days.GetValueOrDefault(key) ?? new double[48];
            slots[(wall.Hour * 2) + (wall.Minute / 30)]++;
            days[key] = slots;
        }

        return days;
    }

    private static double[] Read(DateOnly day, double[] expected) =>
        [.. expected.Select((value, slot) => IsRead(day, slot) ? value : 0)];

    private static bool IsRead(DateOnly day, int slot)
    {
        var wall = day.ToDateTime(new TimeOnly(slot / 2, slot % 2 * 30));
        return !Zone.IsInvalidTime(wall) && !GeneratedYear.IsGap(new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime());
    }
}
