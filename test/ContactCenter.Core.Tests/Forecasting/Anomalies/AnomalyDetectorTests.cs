using ContactCenter.Core.Forecasting.Anomalies;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Forecasting.Anomalies;

public sealed class AnomalyDetectorTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Distance = TimeSpan.FromMinutes(5);

    /// <summary>Values of a day.</summary>
    private const int OfDay = 288;

    [Fact]
    public void A_peak_far_beyond_everything_is_announced_at_once()
    {
        var detector = Trained(Noise(3 * OfDay, seed: 1));

        var reading = detector.Add(At(3 * OfDay), 500);

        Assert.Equal((true, AnomalyKind.Most), (reading.IsAnnounced, reading.Kind));
    }

    [Fact]
    public void A_level_that_has_shifted_is_announced_within_two_hours()
    {
        var detector = Trained(Noise(3 * OfDay, seed: 2));

        var first = First(detector, 3 * OfDay, Noise(60, seed: 3).Select(static value => value + 30));

        Assert.InRange(first.Index, 0, 24);
    }

    [Fact]
    public void A_day_without_its_busy_hours_is_announced_where_the_busy_hours_begin()
    {
        var days = Enumerable.Range(0, 10 * OfDay).Select(i => Daily(i, seed: 4)).ToArray();
        var detector = Trained(days);

        var flat = Enumerable.Range(days.Length, OfDay).Select(static i => Daily(i, seed: 4) is var usual and <= 100 ? usual : 60);
        var first = First(detector, days.Length, flat);

        Assert.InRange(first.Index, 8 * 12, 11 * 12);
    }

    [Fact]
    public void Quiet_weeks_of_the_same_days_are_announced_at_most_once_a_week()
    {
        var announced = Enumerable.Range(0, 10).Sum(static seed =>
        {
            var detector = new AnomalyDetector();
            return Enumerable.Range(0, 28 * OfDay)
                .Count(i => detector.Add(At(i), Daily(i, seed)).IsAnnounced && i > 7 * OfDay);
        });

        Assert.InRange(announced, 0, 30);
    }

    [Fact]
    public void Heavy_tails_alone_are_hardly_ever_announced()
    {
        var random = new Random(5);
        var detector = new AnomalyDetector();

        // a quarter of all values is over 1.3, one in a hundred over 4.6, and now and then comes fifty times the usual
        var announced = Enumerable.Range(0, 20_000)
            .Count(i => detector.Add(At(i), Math.Pow(1 - random.NextDouble(), -1 / 3.0)).IsAnnounced);

        Assert.InRange(announced, 0, 40);
    }

    [Fact]
    public void What_never_changes_is_never_announced()
    {
        var detector = new AnomalyDetector();

        Assert.DoesNotContain(Enumerable.Range(0, 5000), i => detector.Add(At(i), 7).Score > 0);
    }

    [Fact]
    public void The_first_value_that_differs_is_nothing_by_itself()
    {
        var detector = Trained(Enumerable.Repeat(0.0, 1000));

        Assert.False(detector.Add(At(1000), 1).IsAnnounced);
        Assert.DoesNotContain(Enumerable.Range(1001, 500), i => detector.Add(At(i), 0).IsAnnounced);
    }

    [Fact]
    public void What_never_changed_and_stays_different_is_announced()
    {
        var detector = Trained(Enumerable.Repeat(0.0, 1000));

        Assert.InRange(First(detector, 1000, Enumerable.Repeat(40.0, 20)).Index, 1, 3);
    }

    [Fact]
    public void After_an_announcement_it_is_quiet_for_a_while()
    {
        var detector = Trained(Noise(3 * OfDay, seed: 6));
        Assert.True(detector.Add(At(3 * OfDay), 500).IsAnnounced);

        Assert.DoesNotContain(Enumerable.Range(1, 99), i => detector.Add(At((3 * OfDay) + i), 500 + (i * 50)).IsAnnounced);
    }

    [Fact]
    public void What_is_far_worse_than_what_was_announced_is_announced_too()
    {
        var detector = Trained(Noise(3 * OfDay, seed: 6));
        Assert.True(detector.Add(At(3 * OfDay), 100).IsAnnounced);

        Assert.True(detector.Add(At((3 * OfDay) + 1), 1_000).IsAnnounced);
    }

    [Fact]
    public void A_break_of_days_is_no_anomaly()
    {
        var detector = Trained(Enumerable.Range(0, 7 * OfDay).Select(static i => Daily(i, seed: 7)));

        // the next value comes three days and seven hours later
        var later = (10 * OfDay) + (7 * 12);
        Assert.DoesNotContain(Enumerable.Range(later, OfDay), i => detector.Add(At(i), Daily(i, seed: 7)).IsAnnounced);
    }

    [Fact]
    public void What_nobody_measured_and_what_comes_too_late_changes_nothing()
    {
        var (detector, other) = (Trained(Noise(800, seed: 8)), Trained(Noise(800, seed: 8)));

        _ = other.Add(At(800), double.NaN);
        _ = other.Add(At(801), double.PositiveInfinity);
        _ = other.Add(At(700), 1_000);

        Assert.Equal(State(detector), State(other));
    }

    [Fact]
    public void The_band_holds_nearly_all_of_what_comes()
    {
        var detector = Trained(Enumerable.Range(0, 14 * OfDay).Select(static i => Daily(i, seed: 9)));

        var inside = Enumerable.Range(14 * OfDay, 2 * OfDay).Average(i =>
        {
            var value = Daily(i, seed: 9);
            var reading = detector.Add(At(i), value);
            return reading.Low <= value && value <= reading.High ? 1.0 : 0;
        });

        Assert.InRange(inside, 0.95, 1);
    }

    [Fact]
    public void The_season_of_the_day_is_found_and_used()
    {
        var detector = Trained(Enumerable.Range(0, 7 * OfDay).Select(static i => Daily(i, seed: 10)));

        var (night, noon) = (detector.Add(At((7 * OfDay) + 24), 20), detector.Add(At((7 * OfDay) + 144), 160));

        Assert.Equal(AnomalyBasis.Day, noon.Basis);
        Assert.InRange(noon.Expected / night.Expected, 5, 12);
    }

    [Fact]
    public void A_state_continues_as_if_there_had_been_no_break()
    {
        Prop.ForAll(
            Gen.Choose(0, 3000).Two().ToArbitrary(),
            static pair =>
            {
                var (breaks, seed) = pair;
                var values = Enumerable.Range(0, breaks + 400).Select(i => Daily(i, seed) * (i % 97 == 0 ? 3 : 1)).ToArray();
                var whole = Trained(values[..breaks]);
                var continued = AnomalyDetector.Restore(State(whole))!;
                return Enumerable.Range(breaks, 400).All(i => whole.Add(At(i), values[i]) == continued.Add(At(i), values[i]))
                    && State(whole).AsSpan().SequenceEqual(State(continued));
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_state_is_longer_than_four_kilobytes()
    {
        var random = new Random(11);
        var detector = new AnomalyDetector();
        var longest = 0;
        var state = new byte[AnomalyDetector.MaximumStateBytes];
        for (var i = 0; i < 20_000; i++)
        {
            _ = detector.Add(At(i), random.NextDouble() * (1 + (i % 700)));
            longest = i % 500 == 0 ? Math.Max(longest, detector.Save(state)) : longest;
        }

        Assert.InRange(longest, 3000, AnomalyDetector.MaximumStateBytes);
    }

    [Fact]
    public void Bytes_of_another_version_or_cut_off_are_no_state()
    {
        var state = State(Trained(Noise(500, seed: 12)));

        Assert.Null(AnomalyDetector.Restore([]));
        Assert.Null(AnomalyDetector.Restore(state.AsSpan(0, state.Length - 1)));
        Assert.Null(AnomalyDetector.Restore([.. state, 0]));
        Assert.Null(AnomalyDetector.Restore([2, .. state.AsSpan(1)]));
    }

    [Fact]
    public void A_state_with_a_bit_changed_is_refused()
    {
        var state = State(Trained(Noise(300, seed: 13)));
        for (var i = 0; i < state.Length; i += 7)
        {
            state[i] ^= 4;

            Assert.Null(AnomalyDetector.Restore(state));
            state[i] ^= 4;
        }
    }

    [Fact]
    public void A_value_allocates_nothing()
    {
        var detector = Trained(Noise(5000, seed: 14));
        var values = Noise(3000, seed: 15).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < values.Length; i++)
        {
            _ = detector.Add(At(5000 + i), values[i]);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Any_values_have_scores_from_nothing_to_one_and_a_band_that_holds_what_is_expected() =>
        Prop.ForAll(
            Gen.OneOf(
                Gen.Choose(-5, 5).Select(static value => (double)value),
                Gen.Choose(0, 1_000_000).Select(static value => value * 1e9),
                Gen.Choose(1, 1000).Select(static value => 1e-9 / value)).ArrayOf(400).ToArbitrary(),
            static values =>
            {
                var detector = new AnomalyDetector();
                return values.Select((value, i) => detector.Add(At(i), value)).All(static reading =>
                    reading.Score is >= 0 and <= 1
                    && (!reading.IsKnown || (reading.Low <= reading.Expected && reading.Expected <= reading.High)));
            }).QuickCheckThrowOnFailure();

    private static DateTimeOffset At(int i) => Begin + (i * Distance);

    private static IEnumerable<double> Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 50 + (5 * Normal(random)))];
    }

    /// <summary>20 at night, 160 from nine to five, with the scatter of counts; the same for the same place and seed.</summary>
    private static double Daily(int i, int seed)
    {
        var hour = i % OfDay / 12.0;
        var mean = 20 + (140 * Math.Clamp((hour - 7) / 2, 0, 1) * Math.Clamp((19 - hour) / 2, 0, 1));
        return Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal(new Random((i * 7919) + seed)))));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static AnomalyDetector Trained(IEnumerable<double> values)
    {
        var detector = new AnomalyDetector();
        foreach (var (i, value) in values.Index())
        {
            _ = detector.Add(At(i), value);
        }

        return detector;
    }

    private static (int Index, AnomalyReading Reading) First(AnomalyDetector detector, int from, IEnumerable<double> values)
    {
        foreach (var (i, value) in values.Index())
        {
            if (detector.Add(At(from + i), value) is { IsAnnounced: true } reading)
            {
                return (i, reading);
            }
        }

        return (int.MaxValue, default);
    }

    private static byte[] State(AnomalyDetector detector)
    {
        var state = new byte[AnomalyDetector.MaximumStateBytes];
        return state[..detector.Save(state)];
    }
}
