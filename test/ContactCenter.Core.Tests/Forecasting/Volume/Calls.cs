using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Tests.Forecasting.Volume;

/// <summary>Calls of a center from Monday to Friday with a shape of the day, busier Mondays and the scatter of counts.</summary>
internal static class Calls
{
    public const int Slots = 24;

    /// <summary>The Monday on which everything begins.</summary>
    public static readonly DateOnly Begin = new(2026, 3, 2);

    public static VolumeDay[] Of(int days, int seed = 1, double noise = 1, Func<DateOnly, double>? level = null)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, int.MaxValue).Select(Begin.AddDays)
                .Where(static day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .Take(days)
                .Select(day => new VolumeDay(
                    day,
                    [
                        .. Enumerable.Range(0, Slots)
                            .Select(slot => Scattered(Mean(day, slot) * (level?.Invoke(day) ?? 1), random, noise)),
                    ])),
        ];
    }

    public static double Mean(DateOnly day, int slot) =>
        100 * (1 + Math.Sin(Math.PI * slot / Slots)) * (day.DayOfWeek == DayOfWeek.Monday ? 1.4 : 1);

    private static double Scattered(double mean, Random random, double noise)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Max(0, Math.Round(mean + (noise * Math.Sqrt(mean) * normal)));
    }
}
