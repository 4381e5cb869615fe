using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// Calls of a queue: what a forecast would have said of the period, by what was known before each of its weeks, and what it says of the
/// weeks after it.
/// </summary>
/// <param name="Queue">The queue.</param>
/// <param name="Accuracy">How far off it would have been; null: too little was known before.</param>
/// <param name="Days">Days of the period with what came and what was forecast, then days after it.</param>
/// <param name="Weeks">The weeks after it, with the agents that they need.</param>
public sealed record ForecastSection(
    string Queue, ForecastAccuracy? Accuracy, ImmutableArray<ForecastedDay> Days, ImmutableArray<ExpectedWeek> Weeks)
{
    /// <summary>A forecast learns from so many days at most: half a year ago people called otherwise.</summary>
    public const int MaximumLearned = 182;

    private const int DaysOfWeek = 7;

    /// <summary>Fewer open days say nothing of a week.</summary>
    public const int MinimumLearned = 7;

    /// <summary>Erlang's formulas know no queue in which everybody is answered in time.</summary>
    private const double MaximumServiceLevel = 0.99;

    private const double UsualPatience = 120;

    /// <summary>The queues of a configuration of which enough is known, in its order.</summary>
    public static ImmutableArray<ForecastSection> Of(ReportPeriod period, ReportSources sources) =>
    [
        .. sources.Configuration.Queues.Select(queue => Of(period, sources, queue)).OfType<ForecastSection>(),
    ];

    private static ForecastSection? Of(ReportPeriod period, ReportSources sources, QueueSettings queue)
    {
        var zone = QueueDays.ZoneOf(queue, period.Zone);
        period = period with { Zone = zone };
        var its = sources.Queues.Where(half => half.Queue == queue.Name && half.At < period.To).ToArray();
        var closed = QueueDays.Closed(queue, sources.Configuration);
        VolumeDay[] known =
        [
            .. QueueDays.Of(its, ContactChannel.Voice, zone)
                .Where(day => day.Day < period.EndDay && day.Day >= period.FirstDay.AddDays(-MaximumLearned)),
        ];
        var open = QueueDays.Open(known);
        var history = new VolumeHistory(known.In(open), closed);
        if (history.Days.Count < MinimumLearned)
        {
            return null;
        }

        var (tried, accuracy) = Tried(period, known, closed);
        var voice = its.Where(half => half.At >= period.From)
            .Select(static half => QueueTotals.Of(half.In(ContactChannel.Voice))).Aggregate(new QueueTotals(), QueueTotals.Add);
        var ahead = period.EndDay.DayNumber - history.Days[^1].DayNumber - 1 + (period.Kind == PeriodKind.Week ? 2 : 4) * DaysOfWeek;
        var days = history.Next(ahead);
        var forecast = VolumeForecast.Of(history, days).Days.Where(day => day.Day >= period.EndDay).ToArray();
        return new ForecastSection(
            queue.Name,
            accuracy,
            [.. tried, .. forecast.Select(static day => new ForecastedDay(day.Day, null, day.Slots.Sum(static slot => slot.Expected)))],
            [
                .. forecast.GroupBy(day => (day.Day.DayNumber - period.EndDay.DayNumber) / DaysOfWeek)
                    .Select(week => ExpectedWeek.Of(
                        period.EndDay.AddDays(week.Key * DaysOfWeek), [.. week], open.Start.Value, GoalOf(queue, voice))),
            ]);
    }

    /// <summary>
    /// Who gives up is not all that is known of patience: those who were answered had at least as much of it as they waited, so all
    /// waiting counts, over those who gave up.
    /// </summary>
    internal static StaffingGoal? GoalOf(QueueSettings queue, QueueTotals voice) =>
        voice.MeanHandling is not { } handling || handling <= 0 ? null
        : new StaffingGoal
        {
            HandleSeconds = handling,
            PatienceSeconds = voice is { Abandoned: > 0 } && voice.AnswerSeconds + voice.AbandonSeconds > 0
                ? (double)(voice.AnswerSeconds + voice.AbandonSeconds) / voice.Abandoned
                : UsualPatience,
            TargetSeconds = queue.ServiceLevelWithin.TotalSeconds,
            ServiceLevel = Math.Min(queue.ServiceLevelPercent / 100, MaximumServiceLevel),
        };

    /// <summary>Each week of the period as it would have been forecast before it.</summary>
    private static (ImmutableArray<ForecastedDay> Days, ForecastAccuracy? Accuracy) Tried(
        ReportPeriod period, VolumeDay[] known, IReadOnlyList<DateOnly> closed)
    {
        var days = ImmutableArray.CreateBuilder<ForecastedDay>();
        var sum = new ForecastAccuracy(0, 0, 0, 0, 0, 0);
        for (var first = period.FirstDay; first < period.EndDay; first = first.AddDays(DaysOfWeek))
        {
            var end = first.AddDays(DaysOfWeek) < period.EndDay ? first.AddDays(DaysOfWeek) : period.EndDay;
            VolumeDay[] earlier = [.. known.Where(day => day.Day < first)];
            var open = QueueDays.Open(earlier);
            var before = new VolumeHistory(earlier.In(open), closed);
            if (before.Days.Count < MinimumLearned)
            {
                continue;
            }

            var next = before.Next(end.DayNumber - before.Days[^1].DayNumber - 1);
            var forecast = next.Zip(VolumeModels.Combined(before, next)).ToDictionary();
            foreach (var day in known.Where(day => day.Day >= first && day.Day < end))
            {
                var expected = new double[QueueDays.Slots];
                forecast.GetValueOrDefault(day.Day)?.CopyTo(expected, open.Start.Value);
                var read = day.Slots.Zip(expected).Where(static slot => !double.IsNaN(slot.First)).ToArray();
                days.Add(new ForecastedDay(day.Day, (long)read.Sum(static slot => slot.First), read.Sum(static slot => slot.Second)));
                sum = sum.With(read);
            }
        }

        return (days.ToImmutable(), sum.Counted > 0 ? sum : null);
    }
}

/// <summary>Contacts of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counted">How many came, in the half hours that were read; null: it is still to come.</param>
/// <param name="Forecast">How many were forecast of the same half hours.</param>
public sealed record ForecastedDay(DateOnly Day, long? Counted, double Forecast);

/// <summary>How far forecasts were off, as sums: those of several queues are sums too.</summary>
/// <param name="Days">How many days were forecast.</param>
/// <param name="Counted">Contacts that came.</param>
/// <param name="Forecast">Contacts that were forecast.</param>
/// <param name="ByHalfHour">By how many the half hours were off, together.</param>
/// <param name="ByDay">By how many the days were off, together.</param>
/// <param name="ByChance">By how many the half hours would be off with the right mean, because calls come by chance (Poisson).</param>
public sealed record ForecastAccuracy(int Days, double Counted, double Forecast, double ByHalfHour, double ByDay, double ByChance)
{
    /// <summary>Weighted error of half hours: what staffing feels.</summary>
    public double Wape => ByHalfHour / Counted;

    /// <summary>Weighted error of days: what planning feels.</summary>
    public double WapeOfDays => ByDay / Counted;

    /// <summary>Above 0: too many were forecast.</summary>
    public double Bias => (Forecast - Counted) / Counted;

    /// <summary>The weighted error of half hours that no forecast can be below for long.</summary>
    public double Floor => ByChance / Counted;

    /// <summary>Both together.</summary>
    public static ForecastAccuracy operator +(ForecastAccuracy left, ForecastAccuracy right) => new(
        left.Days + right.Days, left.Counted + right.Counted, left.Forecast + right.Forecast, left.ByHalfHour + right.ByHalfHour,
        left.ByDay + right.ByDay, left.ByChance + right.ByChance);

    /// <summary>Both together.</summary>
    public static ForecastAccuracy Add(ForecastAccuracy left, ForecastAccuracy right) => left + right;

    /// <summary>Mean distance of a Poisson count from its mean: twice the mean times the likelihood of the whole number below it.</summary>
    public static double ChanceOf(double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        var logarithm = -mean;
        for (var count = 1; count <= (int)mean; count++)
        {
            logarithm += Math.Log(mean / count);
        }

        return 2 * mean * Math.Exp(logarithm);
    }

    /// <summary>With the half hours of a day.</summary>
    internal ForecastAccuracy With(IReadOnlyList<(double Counted, double Forecast)> day)
    {
        var (counted, forecast) = (day.Sum(static slot => slot.Counted), day.Sum(static slot => slot.Forecast));
        return this + new ForecastAccuracy(
            1,
            counted,
            forecast,
            day.Sum(static slot => Math.Abs(slot.Counted - slot.Forecast)),
            Math.Abs(counted - forecast),
            day.Sum(static slot => ChanceOf(slot.Forecast)));
    }
}

/// <summary>A week that is still to come, with the agents of its busiest day: those of the others are fewer.</summary>
/// <param name="FirstDay">Its first day.</param>
/// <param name="Contacts">Contacts that are expected.</param>
/// <param name="BusiestDay">The day on which most are.</param>
/// <param name="PeakAgents">Agents at work in the busiest half hour of that day; null: how long a contact takes is not known.</param>
/// <param name="BusiestAt">When that half hour begins, by the clock on the wall.</param>
/// <param name="AgentHours">Hours of agents at work on that day.</param>
public sealed record ExpectedWeek(
    DateOnly FirstDay, double Contacts, DateOnly BusiestDay, int? PeakAgents, TimeOnly? BusiestAt, double? AgentHours)
{
    internal static ExpectedWeek Of(DateOnly first, IReadOnlyList<ForecastDay> days, int opens, StaffingGoal? goal)
    {
        var contacts = days.Sum(ContactsOf);
        var busiest = days.MaxBy(ContactsOf)!;
        if (goal is null)
        {
            return new(first, contacts, busiest.Day, null, null, null);
        }

        int[] agents = [.. busiest.Slots.Select(slot => SlotStaffing.Of(slot, goal).Agents)];
        return new(
            first,
            contacts,
            busiest.Day,
            agents.Max(),
            TimeOnly.MinValue.Add((opens + Array.IndexOf(agents, agents.Max())) * goal.Slot),
            agents.Sum() * goal.Slot.TotalHours);
    }

    private static double ContactsOf(ForecastDay day) => day.Slots.Sum(static slot => slot.Expected);
}
