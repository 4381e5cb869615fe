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
/// more the farther out it is, as far as that is no habit of the hour; each inside takes away, and it is sustained once that comes to more
/// than it ever did of late.
/// </summary>
public sealed class SeriesWatch
{
    /// <summary>No state is longer, in bytes.</summary>
    public const int MaximumStateBytes = AnomalyDetector.MaximumStateBytes + OwnBytes;

    private const int OwnBytes = (sizeof(double) * 7) + (sizeof(long) * 2) + (HourHabits.StateBytes * 2);

    /// <summary>Without a value for so long nothing goes on any more: the queue was closed, or nobody measured.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(10);

    private readonly AnomalyDetector _detector;
    private readonly SustainedSettings _settings;
    private readonly HourHabits _habitsAbove = new();
    private readonly HourHabits _habitsBelow = new();
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

        var watch = new SeriesWatch(detector, settings);
        var carrier = new StateCarrier(state);
        watch.Carry(ref carrier);
        return watch;
    }

    /// <summary>Writes the state.</summary>
    /// <param name="target">At least <see cref="MaximumStateBytes"/> long.</param>
    /// <returns>Its bytes.</returns>
    public int Save(Span<byte> target)
    {
        var carrier = new StateCarrier(target);
        Carry(ref carrier);
        return OwnBytes + _detector.Save(target[OwnBytes..]);
    }

    /// <summary>Looks at a value and learns it.</summary>
    /// <param name="at">When it was, by the clock of the center.</param>
    /// <param name="value">The value; no number where nobody measured.</param>
    /// <param name="kind">When it is bad news.</param>
    public SustainedReading Add(DateTimeOffset at, double value, SeriesKind kind)
    {
        var before = _detector.Count;
        var reading = _detector.Add(at, value);
        if (_detector.Count == before)
        {
            return new(reading, Score(kind.Side), IsLearned(at));
        }

        _firstTicks = before == 0 ? at.UtcTicks : _firstTicks;
        if (at.UtcTicks - _lastTicks > Gap.Ticks)
        {
            End(ref _above, ref _peakAbove, ref _farAbove);
            End(ref _below, ref _peakBelow, ref _farBelow);
        }

        _lastTicks = at.UtcTicks;
        _constant = double.IsNaN(_constant) ? value : _constant;
        var isLearned = IsLearned(at);
        var score = 0.0;
        if (at.UtcTicks - _firstTicks >= _settings.LearnsSeason.Ticks)
        {
            var (above, below) = Outside(reading, value, kind);
            Count(ref _above, ref _peakAbove, ref _farAbove, Evidence(_habitsAbove.Add(at, value < kind.Floor ? 0 : above), kind));
            Count(ref _below, ref _peakBelow, ref _farBelow, Evidence(_habitsBelow.Add(at, below), kind));
            score = Score(kind.Side);
        }

        return new(reading, isLearned ? score : Math.Min(score, Quiet), isLearned);
    }

    /// <summary>Ends here while it is learned what is usual.</summary>
    private const double Quiet = 0.49;

    private bool IsLearned(DateTimeOffset at) => _detector.Count > 0 && at.UtcTicks - _firstTicks >= _settings.Learns.Ticks;

    private double Score(AnomalySide side) => Math.Min(1, 0.5 * Math.Max(
        side == AnomalySide.Below ? 0 : _above / Limit(_farAbove), side == AnomalySide.Above ? 0 : _below / Limit(_farBelow)));

    private double Limit(double most) => Math.Max(_settings.MinimumSum, _settings.Factor * most);

    /// <summary>By how many widths of the band a value is beyond it.</summary>
    private (double Above, double Below) Outside(in AnomalyReading reading, double value, SeriesKind kind)
    {
        var (low, high) = reading.IsKnown ? (reading.Low, reading.High) : (_constant, _constant);

        // counts scatter by their root, whatever was seen of them so far, and steps of what is too little to matter are no steps
        var width = Math.Max(Math.Max(1, kind.Floor), Math.Max((high - low) / 2, Math.Sqrt(Math.Max(0, high))));
        return (Math.Max(0, (value - high) / width), Math.Max(0, (low - value) / width));
    }

    /// <summary>What a minute says: twice as far out is a step more, and not twice as much.</summary>
    private double Evidence(double widths, SeriesKind kind) => widths <= 0
        ? 0
        : Math.Min(
            kind.IsCount ? _settings.MaximumOfCount : _settings.MaximumOfMinute,
            _settings.Outside + (_settings.OfDoubling * Math.Log2(1 + widths)));

    /// <summary>
    /// Counts a minute. When the sum is back at nothing the most of late is learned, by at most what the limit was: a limit that followed
    /// the sum while it grows would never be reached.
    /// </summary>
    private void Count(ref double sum, ref double peak, ref double most, double evidence)
    {
        most *= _settings.Remembered;
        sum = evidence > 0 ? Math.Min(sum + evidence, 2 * Limit(most)) : Math.Max(0, (sum * _settings.Kept) - _settings.Inside);
        peak = Math.Max(peak, sum);
        if (sum == 0)
        {
            End(ref sum, ref peak, ref most);
        }
    }

    private void End(ref double sum, ref double peak, ref double most) =>
        (sum, most, peak) = (0, Math.Max(most, Math.Min(peak, Limit(most))), 0);

    private void Carry(ref StateCarrier carrier)
    {
        _above = carrier.Carry(_above);
        _below = carrier.Carry(_below);
        _farAbove = carrier.Carry(_farAbove);
        _farBelow = carrier.Carry(_farBelow);
        _peakAbove = carrier.Carry(_peakAbove);
        _peakBelow = carrier.Carry(_peakBelow);
        _constant = carrier.Carry(_constant);
        _firstTicks = carrier.Carry(_firstTicks);
        _lastTicks = carrier.Carry(_lastTicks);
        _habitsAbove.Carry(ref carrier);
        _habitsBelow.Carry(ref carrier);
    }
}

/// <summary>When values of a series are bad news.</summary>
/// <param name="Side">On which side of what is expected.</param>
/// <param name="Floor">Less is too little to matter, however unusual.</param>
/// <param name="IsCount">
/// True where a value is a number of events: a high one is many of them, while one odd sample makes a high mean or a high gauge.
/// </param>
public readonly record struct SeriesKind(AnomalySide Side, double Floor = double.NegativeInfinity, bool IsCount = false);

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

    /// <summary>A minute outside the band counts this.</summary>
    public double Outside { get; init; } = 0.5;

    /// <summary>And this for each doubling of how far outside it is, from one width of the band on.</summary>
    public double OfDoubling { get; init; } = 1.5;

    /// <summary>A minute of a mean or a gauge counts no more than this: two at least have to be strange.</summary>
    public double MaximumOfMinute { get; init; } = 4;

    /// <summary>A minute of a count counts no more than this.</summary>
    public double MaximumOfCount { get; init; } = 9;

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
