using System.Collections.Immutable;

namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>What is expected of a slot.</summary>
/// <param name="Expected">Contacts in the mean.</param>
/// <param name="Low90">In nine of ten cases it is between this …</param>
/// <param name="High90">… and this.</param>
/// <param name="Low50">In one of two cases it is between this …</param>
/// <param name="High50">… and this.</param>
/// <param name="Cases">Equally likely cases, the lowest first: what staffing is reckoned over.</param>
public sealed record ForecastSlot(
    double Expected, double Low90, double High90, double Low50, double High50, ImmutableArray<double> Cases)
{
    /// <summary>So many come at most in a share of the cases, 0 to 1.</summary>
    public double AtMostIn(double share) => Cases[Math.Clamp((int)Math.Ceiling(share * Cases.Length) - 1, 0, Cases.Length - 1)];

    /// <summary>
    /// So many come at most in a share of the cases, as one of some slots that are dealt with together. Chance, as of a Poisson count,
    /// levels out over them; what makes a whole day busier does not.
    /// </summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="together">How many slots; at least 1.</param>
    public double AtMostIn(double share, int together)
    {
        var mean = Cases.Average();
        var variance = Cases.Average(one => (one - mean) * (one - mean));
        var chance = Math.Min(variance, Expected);
        return variance <= 0
            ? Expected
            : Expected + ((AtMostIn(share) - Expected) * Math.Sqrt((variance - chance + (chance / together)) / variance));
    }
}

/// <summary>What is expected of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Slots">Its slots.</param>
public sealed record ForecastDay(DateOnly Day, ImmutableArray<ForecastSlot> Slots);

/// <summary>A forecast.</summary>
/// <param name="BasedOnDays">Open days that it has learned from.</param>
/// <param name="Days">The days that were asked for.</param>
public sealed record VolumeForecast(int BasedOnDays, ImmutableArray<ForecastDay> Days)
{
    /// <summary>Days of which it is tried out what would have been forecast: so its own errors are known.</summary>
    private const int Tried = 40;

    /// <summary>Further ahead errors are pooled.</summary>
    internal const int MaximumAhead = 10;

    /// <summary>A forecast of the days that follow a history.</summary>
    /// <param name="history">What is known; at least one open day.</param>
    /// <param name="days">The open days that follow, in order, such as those of <see cref="VolumeHistory.Next"/>.</param>
    /// <exception cref="ArgumentException">The history is empty.</exception>
    public static VolumeForecast Of(VolumeHistory history, IReadOnlyList<DateOnly> days)
    {
        if (history.Days.Count == 0)
        {
            throw new ArgumentException("A forecast needs a day that was open.", nameof(history));
        }

        return Of(history, days, Errors(history, Math.Min(days.Count, MaximumAhead)));
    }

    /// <summary>The same with errors that are known already.</summary>
    /// <param name="history">What is known; at least one open day.</param>
    /// <param name="days">The open days that follow, in order.</param>
    /// <param name="errors">How far earlier forecasts were off.</param>
    public static VolumeForecast Of(VolumeHistory history, IReadOnlyList<DateOnly> days, VolumeErrors errors)
    {
        var expected = VolumeModels.Combined(history, days);
        return new(
            history.Days.Count,
            [
                .. days.Select((day, ahead) => new ForecastDay(
                    day, [.. expected[ahead].Select((value, slot) => errors.Around(value, ahead, slot, history.Slots))])),
            ]);
    }

    /// <summary>How far the forecasts of the last weeks would have been off, each made of what was known before it.</summary>
    /// <param name="history">What is known.</param>
    /// <param name="ahead">How many open days ahead.</param>
    public static VolumeErrors Errors(VolumeHistory history, int ahead)
    {
        var errors = new VolumeErrors();
        var count = history.Days.Count;
        for (var known = Math.Max(VolumeModels.DaysForAll, count - Tried); known < count; known++)
        {
            DateOnly[] next = [.. history.Days.Skip(known).Take(ahead)];
            var forecast = VolumeModels.Combined(history.First(known), next);
            for (var day = 0; day < next.Length; day++)
            {
                errors.Add(day, history.Values[known + day], forecast[day]);
            }
        }

        return errors;
    }
}
