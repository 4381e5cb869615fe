using System.Globalization;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Forecasting;

/// <summary>Calls per five minutes as days of half hours.</summary>
internal static class CallTrace
{
    private const int Opens = 7;
    private const int Closes = 21;

    /// <summary>Reads <c>start_utc,calls</c>; the clock times are those of the center, whatever their mark says.</summary>
    public static VolumeDay[] Read(string path)
    {
        var days = new SortedDictionary<DateOnly, double[]>();
        foreach (var line in File.ReadLines(path).Skip(1).Where(static line => line.Length > 0))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var at = DateTimeOffset.Parse(line[..comma], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;
            if (at.Hour is < Opens or >= Closes)
            {
                continue;
            }

            var day = DateOnly.FromDateTime(at);
            if (!days.TryGetValue(day, out var slots))
            {
                days[day] = slots = new double[(Closes - Opens) * 2];
            }

            slots[((at.Hour - Opens) * 2) + (at.Minute / 30)] += double.Parse(line[(comma + 1)..], CultureInfo.InvariantCulture);
        }

        return [.. days.Select(static pair => new VolumeDay(pair.Key, pair.Value))];
    }
}
