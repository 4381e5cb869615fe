using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Advice that takes more than the times in which an alarm was red: its metric, gaps, hours of the day, and a quarter.</summary>
public sealed class AdviceKindTests
{
    private const string Name = "cc/queue-wait";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>A Monday at midnight in Berlin.</summary>
    private static readonly DateTimeOffset Begin = new(2026, 2, 2, 0, 0, 0, TimeSpan.FromHours(1));

    private static readonly DateTimeOffset End = Begin.AddDays(28);
    private static readonly GeneratedYear Year = new(1);

    [Fact]
    public void A_threshold_that_keeps_what_is_real_and_tells_of_nothing_less_is_tried_on_the_metric()
    {
        // noise reaches 60 for ten minutes twice a day, what is real 200 for half an hour every second day; else the metric is below 30
        var metric = Metric(static minute => minute % 720 < 10 ? 60 : minute % 2880 is >= 1000 and < 1030 ? 200 : minute % 30);
        var real = Real(1000, 2880, 14);
        var advice = Assert.Single(Advise([Days(metric.Replay(ThresholdRule.Of(metric.Alarm.Definition)))], real, metric));

        Assert.Equal(AdviceKind.Raise, advice.Kind);
        Assert.InRange(advice.Rule!.Threshold, 60, 200);
        Assert.Equal((14, 0), (advice.Today.Noise, advice.Then.Noise));
        Assert.Equal(advice.Today.Incidents, advice.Then.Incidents);
        Assert.Equal(TimeSpan.Zero, advice.Then.MedianDelay);
    }

    [Fact]
    public void A_metric_that_is_known_for_two_days_before_the_week_to_try_says_nothing()
    {
        var metric = Metric(static minute => minute % 720 < 10 ? 60 : minute % 2880 is >= 1000 and < 1030 ? 200 : minute % 30);
        var all = metric.Replay(ThresholdRule.Of(metric.Alarm.Definition));
        var young = metric with { Points = [.. metric.Points.Where(static point => point.At >= End.AddDays(-9))] };

        Assert.DoesNotContain(Advise([Days(all)], Real(1000, 2880, 14), young), static one => one.Kind == AdviceKind.Raise);
    }

    [Fact]
    public void A_replay_turns_red_when_enough_datapoints_breach_and_treats_gaps_as_the_alarm_does()
    {
        var metric = Metric(static minute => minute is >= 10 and < 14 ? 60 : 1, minutes: 30);
        var gap = metric with { Points = [.. metric.Points.Where(static point => (point.At - Begin).TotalMinutes is < 12 or >= 13)] };

        Assert.Equal([new AlarmEpisode(At(13), At(15))], metric.Replay(new ThresholdRule(50, 3, 3)));
        Assert.Equal([new AlarmEpisode(At(11), At(15))], metric.Replay(new ThresholdRule(50, 1, 1)));
        Assert.Equal([new AlarmEpisode(At(12), At(13))], gap.Replay(new ThresholdRule(50, 2, 2)));
    }

    [Fact]
    public void Noise_of_the_same_hours_is_worth_a_schedule_and_what_is_real_at_noon_stays()
    {
        // each night at three for ten minutes of nothing, each second noon something real
        var noise = Enumerable.Range(0, 28).Select(static day => Red((day * 1440) + 180, 10));
        var real = Enumerable.Range(0, 14).Select(static i => Red((i * 2880) + 720, 10));
        var advice = Assert.Single(Advise([Days([.. noise.Concat(real)])], Real(720, 2880, 14), metric: null));

        Assert.Equal((AdviceKind.Schedule, 3, 1), (advice.Kind, advice.Hours!.From, advice.Hours.Hours));
        Assert.Equal((7, 0), (advice.Today.Noise, advice.Then.Noise));
        Assert.Equal(advice.Today.Incidents, advice.Then.Incidents);
    }

    [Fact]
    public void What_is_still_red_when_quiet_hours_end_is_told_then() => Assert.Equal(
        [new AlarmEpisode(At(240), At(300))],
        new QuietHours(QuietDays.All, 3, 1).Replay([Red(180, 30), Red(200, 100)], Zone));

    [Fact]
    public void Quiet_hours_may_end_on_the_next_day_and_days_are_those_on_which_they_begin()
    {
        var hours = new QuietHours(QuietDays.Weekends, 22, 4);

        Assert.Equal(At((6 * 1440) + 120), hours.EndOf(At((6 * 1440) + 60), Zone));
        Assert.Equal(At((7 * 1440) + 120), hours.EndOf(At((7 * 1440) + 60), Zone));
        Assert.Null(hours.EndOf(At((4 * 1440) + (23 * 60)), Zone));
        Assert.Equal("cron(0 22 * * SAT,SUN)", hours.Cron);
    }

    [Fact]
    public void Gaps_that_end_and_begin_a_firing_are_a_reason_to_keep_the_state()
    {
        // red for an hour, and without data every ten minutes of it: people act once and are told six times
        var moments = Enumerable.Range(0, 20).SelectMany(static day => Enumerable.Range(0, 6).SelectMany(part => new[]
        {
            new AlarmMoment(At((day * 1440) + (part * 20)), AlarmState.Alarm),
            new AlarmMoment(At((day * 1440) + (part * 20) + 8), part == 5 ? AlarmState.Ok : AlarmState.InsufficientData),
        })).Concat(Enumerable.Range(21, 7).SelectMany(static day => Enumerable.Range(0, 6).SelectMany(part => new[]
        {
            new AlarmMoment(At((day * 1440) + (part * 20)), AlarmState.Alarm),
            new AlarmMoment(At((day * 1440) + (part * 20) + 8), part == 5 ? AlarmState.Ok : AlarmState.InsufficientData),
        })));
        var advice = Assert.Single(Advise([new AlarmDay(new DateOnly(2026, 2, 2), Id, Name, [.. moments])], [], metric: null));

        Assert.Equal(AdviceKind.MissingData, advice.Kind);
        Assert.Equal((42, 7), (advice.Today.Firings, advice.Then.Firings));
    }

    [Theory]
    [InlineData(100, AdviceKind.Delete)]
    [InlineData(40, AdviceKind.Demote)]
    public void What_nobody_has_needed_for_a_quarter_is_taken_away_and_sooner_only_put_into_the_report(int since, AdviceKind kind)
    {
        var noise = Enumerable.Range(0, 8).Select(i => Incident(-since * 1440 + (i * 5 * 1440), VerdictKind.Noise)).ToArray();
        var nightly = Days([.. Enumerable.Range(0, 27).Select(static day => Red(day * 1440, 2))]);
        var advice = Assert.Single(Advise([nightly], noise, metric: null));

        Assert.Equal(kind, advice.Kind);
    }

    private static AlarmId Id => new($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{Name}", null);

    private static DateTimeOffset At(double minutes) => Begin.AddMinutes(minutes);

    private static AlarmEpisode Red(double minute, double minutes) => new(At(minute), At(minute + minutes));

    private static ImmutableArray<AlarmAdvice> Advise(
        IReadOnlyList<AlarmDay> days, IReadOnlyList<IncidentRecord> incidents, MetricHistory? metric) => AlarmAdviser.Of(
        days, incidents, End, TimeSpan.FromMinutes(1), Zone,
        metric is null ? null : new Dictionary<string, MetricHistory> { [Name] = metric });

    private static AlarmDay Days(ImmutableArray<AlarmEpisode> red) => new(
        new DateOnly(2026, 2, 2), Id, Name,
        [.. red.SelectMany(static one => new[] { new AlarmMoment(one.From, AlarmState.Alarm), new AlarmMoment(one.To, AlarmState.Ok) })]);

    private static MetricHistory Metric(Func<int, double> value, int minutes = 28 * 1440) => new(
        AdviceChangeTests.Alarm("Billing", Name),
        [.. Enumerable.Range(0, minutes).Select(minute => new MetricPoint(At(minute), value(minute)))]);

    private static IncidentRecord[] Real(int first, int every, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Incident(first + (i * every), VerdictKind.Real))];

    private static IncidentRecord Incident(double minute, VerdictKind verdict) => Year.Incidents[0] with
    {
        Id = $"I-{minute}",
        BeganAt = At(minute),
        DetectedAt = At(minute),
        ResolvedAt = At(minute + 60),
        Verdict = verdict,
        Alarms = [new AlarmMentions(Name, 2)],
        Acts = [],
    };
}
