using System.Buffers.Binary;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>On which side of what is expected a series is bad news.</summary>
public enum AnomalySide
{
    /// <summary>Above: who waits, errors, times.</summary>
    Above,

    /// <summary>Below: agents who are free.</summary>
    Below,

    /// <summary>On either: calls.</summary>
    Either,
}

/// <summary>
/// Tells what goes on from what was one strange minute: a detector, and what its bands add up to. Each value outside the band counts the
/// more the farther out it is, each inside takes away, and it is sustained once that comes to more than it ever did of late.
/// </summary>
public sealed class SeriesWatch
{
    /// <summary>No state is longer, in bytes.</summary>
    public const int MaximumStateBytes = AnomalyDetector.MaximumStateBytes + OwnBytes;

    private const int OwnBytes = (sizeof(double) * 7) + (sizeof(long) * 2);

    private readonly AnomalyDetector _detector;
    private readonly SustainedSettings _settings;
    private double _above;
    private double _below;
    private double _farAbove;
    private double _farBelow;
    private double _peakAbove;
    private double _peakBelow;
    private double _constant = double.NaN;
    private long _firstTicks;
    private long _lastTicks;

    /// <summary>Knows nothing yet.</summary>
    public SeriesWatch()
        : this(new())
    {
    }

    internal SeriesWatch(SustainedSettings settings)
        : this(new AnomalyDetector(), settings)
    {
    }

    private SeriesWatch(AnomalyDetector detector, SustainedSettings settings) => (_detector, _settings) = (detector, settings);

    /// <summary>When its last value was, in ticks of UTC.</summary>
    public long LastTicks => _lastTicks;

    /// <summary>Takes up where a state was saved.</summary>
    /// <param name="state">What <see cref="Save"/> wrote.</param>
    /// <returns>Null for bytes of another version, or that were changed or cut off.</returns>
    public static SeriesWatch? Restore(ReadOnlySpan<byte> state) => Restore(state, new());

    internal static SeriesWatch? Restore(ReadOnlySpan<byte> state, SustainedSettings settings)
    {
        if (state.Length <= OwnBytes || AnomalyDetector.Restore(state[OwnBytes..]) is not { } detector)
        {
            return null;
        }

        return new SeriesWatch(detector, settings)
        {
            _above = BinaryPrimitives.ReadDoubleLittleEndian(state),
            _below = BinaryPrimitives.ReadDoubleLittleEndian(state[8..]),
            _farAbove = BinaryPrimitives.ReadDoubleLittleEndian(state[16..]),
            _farBelow = BinaryPrimitives.ReadDoubleLittleEndian(state[24..]),
            _peakAbove = BinaryPrimitives.ReadDoubleLittleEndian(state[32..]),
            _peakBelow = BinaryPrimitives.ReadDoubleLittleEndian(state[40..]),
            _constant = BinaryPrimitives.ReadDoubleLittleEndian(state[48..]),
            _firstTicks = BinaryPrimitives.ReadInt64LittleEndian(state[56..]),
            _lastTicks = BinaryPrimitives.ReadInt64LittleEndian(state[64..]),
        };
    }

    /// <summary>Writes the state.</summary>
    /// <param name="target">At least <see cref="MaximumStateBytes"/> long.</param>
    /// <returns>Its bytes.</returns>
    public int Save(Span<byte> target)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(target, _above);
        BinaryPrimitives.WriteDoubleLittleEndian(target[8..], _below);
        BinaryPrimitives.WriteDoubleLittleEndian(target[16..], _farAbove);
        BinaryPrimitives.WriteDoubleLittleEndian(target[24..], _farBelow);
        BinaryPrimitives.WriteDoubleLittleEndian(target[32..], _peakAbove);
        BinaryPrimitives.WriteDoubleLittleEndian(target[40..], _peakBelow);
        BinaryPrimitives.WriteDoubleLittleEndian(target[48..], _constant);
        BinaryPrimitives.WriteInt64LittleEndian(target[56..], _firstTicks);
        BinaryPrimitives.WriteInt64LittleEndian(target[64..], _lastTicks);
        return OwnBytes + _detector.Save(target[OwnBytes..]);
    }

    /// <summary>Looks at a value and learns it.</summary>
    /// <param name="at">When it was, by the clock of the center.</param>
    /// <param name="value">The value; no number where nobody measured.</param>
    /// <param name="side">On which side it is bad news.</param>
    public SustainedReading Add(DateTimeOffset at, double value, AnomalySide side)
    {
        var before = _detector.Count;
        var reading = _detector.Add(at, value);
        if (_detector.Count == before)
        {
            return new(reading, Score(side), IsLearned(at));
        }

        _firstTicks = before == 0 ? at.UtcTicks : _firstTicks;
        _lastTicks = at.UtcTicks;
        _constant = double.IsNaN(_constant) ? value : _constant;
        var isLearned = IsLearned(at);
        var score = 0.0;
        if (at.UtcTicks - _firstTicks >= _settings.LearnsSeason.Ticks)
        {
            var (above, below) = Outside(reading, value);
            Count(ref _above, ref _peakAbove, ref _farAbove, above);
            Count(ref _below, ref _peakBelow, ref _farBelow, below);
            score = Score(side);
        }

        return new(reading, isLearned ? score : Math.Min(score, Quiet), isLearned);
    }

    /// <summary>Ends here while it is learned what is usual.</summary>
    private const double Quiet = 0.49;

    private bool IsLearned(DateTimeOffset at) => _detector.Count > 0 && at.UtcTicks - _firstTicks >= _settings.Learns.Ticks;

    private double Score(AnomalySide side) => Math.Min(1, 0.5 * Math.Max(
        side == AnomalySide.Below ? 0 : _above / Limit(_farAbove), side == AnomalySide.Above ? 0 : _below / Limit(_farBelow)));

    private double Limit(double most) => Math.Max(_settings.MinimumSum, _settings.Factor * most);

    /// <summary>By how many widths of the band a value is beyond it; where it was always the same, any other is far.</summary>
    private (double Above, double Below) Outside(in AnomalyReading reading, double value)
    {
        if (!reading.IsKnown)
        {
            return value > _constant ? (_settings.MaximumOfMinute, 0) : value < _constant ? (0, _settings.MaximumOfMinute) : (0, 0);
        }

        // counts scatter by their root, whatever was seen of them so far
        var width = Math.Max(1, Math.Max((reading.High - reading.Low) / 2, Math.Sqrt(Math.Max(0, reading.High))));
        return (Excess((value - reading.High) / width), Excess((reading.Low - value) / width));
    }

    private double Excess(double widths) => widths <= 0 ? 0 : Math.Min(_settings.MaximumOfMinute, _settings.Outside + widths);

    /// <summary>
    /// Counts a minute. When the sum is back at nothing the most of late is learned, by at most what the limit was: a limit that followed
    /// the sum while it grows would never be reached.
    /// </summary>
    private void Count(ref double sum, ref double peak, ref double most, double excess)
    {
        most *= _settings.Remembered;
        sum = excess > 0 ? Math.Min(sum + excess, 2 * Limit(most)) : Math.Max(0, (sum * _settings.Kept) - _settings.Inside);
        peak = Math.Max(peak, sum);
        if (sum == 0)
        {
            (most, peak) = (Math.Max(most, Math.Min(peak, Limit(most))), 0);
        }
    }
}

/// <summary>How a minute looks, and what goes on.</summary>
/// <param name="Reading">The value beside all before it.</param>
/// <param name="Score">0: as usual, 0.5 and more: it goes on for longer, or is farther out, than ever of late.</param>
/// <param name="IsLearned">False while it is learned what is usual; nothing is told then.</param>
public readonly record struct SustainedReading(AnomalyReading Reading, double Score, bool IsLearned);

/// <summary>When strange minutes are sustained; one set for every series. A benchmark tries others, nobody configures them.</summary>
internal sealed record SustainedSettings
{
    /// <summary>So long it is only learned what is usual: two of each weekday.</summary>
    public TimeSpan Learns { get; init; } = TimeSpan.FromDays(14);

    /// <summary>For so long nothing is counted at all: the week is not known, and what is far from it says nothing.</summary>
    public TimeSpan LearnsSeason { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A minute outside the band counts this, and by how many widths it is outside.</summary>
    public double Outside { get; init; } = 0.5;

    /// <summary>A minute counts no more than this.</summary>
    public double MaximumOfMinute { get; init; } = 3;

    /// <summary>A minute inside takes away this.</summary>
    public double Inside { get; init; } = 0.5;

    /// <summary>And leaves this share.</summary>
    public double Kept { get; init; } = 0.9;

    /// <summary>Less is never sustained.</summary>
    public double MinimumSum { get; init; } = 5;

    /// <summary>How much more than the most of late.</summary>
    public double Factor { get; init; } = 1.25;

    /// <summary>What a minute leaves of the most of late: half of it after five weeks.</summary>
    public double Remembered { get; init; } = 0.999986;
}
