using System.IO.Compression;
using System.Text;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Anomalies;

/// <summary>The states of all series of a center as one compressed object.</summary>
internal static class CenterWatchState
{
    private const uint Mark = 0x43435731;
    private const int MaximumSeries = 4000;
    private const int MaximumBytes = MaximumSeries * (SeriesWatch.MaximumStateBytes + 1024);

    /// <summary>Without a value for so long a series is forgotten: its queue or table is gone.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(60);

    public static byte[] Write(
        IReadOnlyDictionary<string, SeriesWatch> series, IReadOnlyDictionary<AnomalyPlace, DateTimeOffset> told)
    {
        var latest = series.Count == 0 ? 0 : series.Values.Max(static one => one.LastTicks);
        var kept = series.Where(one => latest - one.Value.LastTicks <= Forgotten.Ticks).Take(MaximumSeries).ToArray();
        using var packed = new MemoryStream();
        using (var pressed = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(pressed, Encoding.UTF8))
        {
            writer.Write(Mark);
            writer.Write(kept.Length);
            Span<byte> state = stackalloc byte[SeriesWatch.MaximumStateBytes];
            foreach (var (key, watch) in kept)
            {
                writer.Write(key);
                var length = watch.Save(state);
                writer.Write(length);
                writer.Write(state[..length]);
            }

            writer.Write(told.Count);
            foreach (var (place, at) in told)
            {
                writer.Write(place.Group);
                writer.Write(place.Resource);
                writer.Write(at.UtcTicks);
            }
        }

        return packed.ToArray();
    }

    /// <summary>
    /// Reads what was written; false where it is something else, or cut off. A series that cannot be read begins anew.
    /// </summary>
    public static bool TryRead(
        ReadOnlySpan<byte> state, Dictionary<string, SeriesWatch> series, Dictionary<AnomalyPlace, DateTimeOffset> told,
        SustainedSettings settings)
    {
        try
        {
            using var reader = new BinaryReader(Unpacked(state), Encoding.UTF8);
            if (reader.ReadUInt32() != Mark || reader.ReadInt32() is not (>= 0 and <= MaximumSeries and var count))
            {
                return false;
            }

            for (var i = 0; i < count; i++)
            {
                var key = reader.ReadString();
                if (SeriesWatch.Restore(reader.ReadBytes(Math.Clamp(reader.ReadInt32(), 0, MaximumBytes)), settings) is { } watch)
                {
                    series[key] = watch;
                }
            }

            for (var i = reader.ReadInt32(); i > 0; i--)
            {
                told[new AnomalyPlace(reader.ReadString(), reader.ReadString())] = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            }

            return true;
        }
        catch (Exception damaged)
            when (damaged is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static MemoryStream Unpacked(ReadOnlySpan<byte> state)
    {
        using var pressed = new BrotliStream(new MemoryStream(state.ToArray()), CompressionMode.Decompress);
        var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = pressed.Read(buffer); read > 0; read = pressed.Read(buffer))
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > MaximumBytes)
            {
                throw new InvalidDataException("longer than any state");
            }
        }

        plain.Position = 0;
        return plain;
    }
}
