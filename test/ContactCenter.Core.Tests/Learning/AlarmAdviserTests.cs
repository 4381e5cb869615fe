using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Learning;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>What would make alarms worth hearing, by replaying when they were red.</summary>
public sealed class AlarmAdviserTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly GeneratedYear Year = new(1);

    /// <summary>A hundred seeds by <c>contactcenter advise --planted 100</c>.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Four_fifths_of_planted_noise_are_gone_in_the_week_that_was_held_out_and_nothing_real_is_lost(long seed)
    {
        var held = PlantedNoise.Try(seed);

        Assert.InRange(held.Removed, 0.8, 1);
        Assert.Equal(held.FoundToday, held.FoundThen);
        Assert.True(held.Delay <= PlantedNoise.Period);
    }

    [Fact]
    public void A_return_within_the_quiet_time_is_the_same_firing() => Assert.Equal(
        [new AlarmEpisode(At(0), At(12))],
        new AlarmPatience(TimeSpan.Zero, TimeSpan.FromMinutes(5)).Replay([new(At(0), At(2)), new(At(5), At(6)), new(At(10), At(12))]));

    [Fact]
    public void What_is_red_no_longer_than_it_has_to_be_is_not_told() => Assert.Equal(
        [new AlarmEpisode(At(22), At(30))],
        new AlarmPatience(TimeSpan.FromMinutes(2), TimeSpan.Zero).Replay([new(At(0), At(2)), new(At(20), At(30))]));

    [Fact]
    public void An_alarm_that_is_still_red_has_no_episode_yet() => Assert.Empty(
        AlarmEpisode.Of([new AlarmMoment(At(0), AlarmState.Alarm), new AlarmMoment(At(5), AlarmState.Alarm)]));

    [Fact]
    public void With_fewer_than_five_labels_only_flapping_is_judged()
    {
        var advice = Assert.Single(Advise(Days("a", 40, 3), []));

        Assert.Equal((AdviceKind.Calm, TimeSpan.Zero), (advice.Kind, advice.Patience.Lasting));
    }

    [Fact]
    public void An_alarm_in_which_nobody_ever_acted_is_for_the_report()
    {
        var noise = Enumerable.Range(0, 8).Select(i => Incident("a", i * 60, VerdictKind.Noise)).ToArray();

        Assert.Equal(AdviceKind.Demote, Assert.Single(Advise(Days("a", 40, 700), noise)).Kind);
    }

    [Fact]
    public void Of_two_that_always_fire_together_one_is_merged_with_the_other()
    {
        var advice = Advise([.. Days("a", 40, 700), .. Days("b", 40, 700)], []);

        Assert.Equal("a", advice.First(static one => one.Kind == AdviceKind.Merge).Other);
    }

    private static DateTimeOffset At(double minutes) => Begin.AddMinutes(minutes);

    private static ImmutableArray<AlarmAdvice> Advise(IReadOnlyList<AlarmDay> days, IReadOnlyList<IncidentRecord> incidents) =>
        AlarmAdviser.Of(days, incidents, At(28 * 24 * 60), TimeSpan.FromMinutes(1));

    /// <summary>An alarm that is red for a minute, again and again.</summary>
    private static AlarmDay[] Days(string name, int count, int minutesBetween) =>
    [
        new AlarmDay(
            DateOnly.FromDateTime(Begin.UtcDateTime),
            new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}", null),
            name,
            [
                .. Enumerable.Range(0, count).SelectMany(i => new[]
                {
                    new AlarmMoment(At(i * minutesBetween), AlarmState.Alarm), new AlarmMoment(At((i * minutesBetween) + 1), AlarmState.Ok),
                }),
            ]),
    ];

    private static IncidentRecord Incident(string alarm, double minute, VerdictKind verdict) => Year.Incidents[0] with
    {
        Id = $"I-{minute}",
        BeganAt = At(minute),
        ResolvedAt = At(minute + 5),
        Verdict = verdict,
        Alarms = [new AlarmMentions(alarm, 2)],
        Acts = [],
    };
}
