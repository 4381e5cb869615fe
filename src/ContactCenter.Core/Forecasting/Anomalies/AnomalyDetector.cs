using System.Buffers.Binary;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// Says of each value of a series how unusual it is, from what came before it alone. Three voters: the course of the last steps is new, a
/// value is beyond all others, the level has shifted; the loudest counts. After an announcement it rests: what goes on is the new normal or
/// is being mended. The state is small, has a version, and continues as if there had been no break. Not for several threads at once.
/// </summary>
public sealed class AnomalyDetector
{
    /// <summary>From this score on somebody is told.</summary>
    public const double Announced = 0.5;

    /// <summary>No state is longer, in bytes.</summary>
    public const int MaximumStateBytes = 4096;

    private const int Version = 1;

    /// <summary>Where it rests a score ends here; below, nothing stands out.</summary>
    private const double Quiet = 0.49;

    /// <summary>A series that was always the same has to stay different for so many values.</summary>
    private const int ValuesOfChange = 3;

    /// <summary>Without values for so many distances the steps before do not belong to the next.</summary>
    private const double DistancesOfGap = 12;

    /// <summary>How fast the distance of values is learned.</summary>
    private const double DistanceRate = 0.05;

    private const double SecondsOfHalfHour = 1800;
    private const int VoterOfShape = 1;
    private const int VoterOfExtremes = 2;
    private const int VoterOfLevel = 4;
    private const int VoterOfSeason = 8;

    private readonly AnomalySettings _settings;
    private readonly ShapeVoter _first;
    private readonly ShapeVoter _second;
    private readonly Season _season = new();
    private ValueScale _scale;
    private LevelShift _shift;
    private ExpectedBand _band;
    private long _count;
    private long _lastTicks;
    private double _distance;
    private double _lowest = double.PositiveInfinity;
    private double _highest = double.NegativeInfinity;
    private int _changed;
    private double _odd = double.NaN;
    private int _rest;
    private StepSum _step;

    /// <summary>Knows nothing yet.</summary>
    public AnomalyDetector()
        : this(new())
    {
    }

    internal AnomalyDetector(AnomalySettings settings)
    {
        _settings = settings;
        (_scale, _shift) = (new(settings), new(settings));
        (_first, _second) = (new(settings, settings.FirstStep, 1), new(settings, settings.SecondStep, 2));
    }

    /// <summary>Values that it has seen.</summary>
    public long Count => _count;

    /// <summary>Takes up where a state was saved.</summary>
    /// <param name="state">What <see cref="Save"/> wrote.</param>
    /// <returns>Null for bytes of another version, or that were changed or cut off: who gets it begins anew.</returns>
    public static AnomalyDetector? Restore(ReadOnlySpan<byte> state) => Restore(state, new());

    internal static AnomalyDetector? Restore(ReadOnlySpan<byte> state, AnomalySettings settings)
    {
        var carrier = new StateCarrier(state);
        var detector = new AnomalyDetector(settings);
        if (carrier.Carry(0) != Version)
        {
            return null;
        }

        if (state.Length < sizeof(int) * 2
            || Fingerprint(state[..^sizeof(int)]) != BinaryPrimitives.ReadUInt32LittleEndian(state[^sizeof(int)..]))
        {
            return null;
        }

        detector.Carry(ref carrier);
        return carrier.IsWhole && carrier.Length == state.Length - sizeof(int) ? detector : null;
    }

    /// <summary>Writes the state.</summary>
    /// <param name="target">At least <see cref="MaximumStateBytes"/> long.</param>
    /// <returns>Its bytes.</returns>
    public int Save(Span<byte> target)
    {
        var carrier = new StateCarrier(target);
        _ = carrier.Carry(Version);
        Carry(ref carrier);
        BinaryPrimitives.WriteUInt32LittleEndian(target[carrier.Length..], Fingerprint(target[..carrier.Length]));
        return carrier.Length + sizeof(int);
    }

    /// <summary>Looks at a value and learns it.</summary>
    /// <param name="at">When it was; the clock time of its offset is that of the season. What comes too late changes nothing.</param>
    /// <param name="value">The value; no number where nobody measured.</param>
    public AnomalyReading Add(DateTimeOffset at, double value)
    {
        var clock = at.DateTime;
        if (!double.IsFinite(value) || (_count > 0 && at.UtcTicks <= _lastTicks))
        {
            return Read(clock, 0, AnomalyKind.None);
        }

        Pass(at.UtcTicks);
        _count++;
        var (score, kind) = Extreme(value);
        _scale.Add(value);
        if (_scale.IsDue(_count, _highest - _lowest))
        {
            Fit();
        }

        if (!_scale.IsKnown)
        {
            return Read(clock, 0, AnomalyKind.None);
        }

        var place = _scale.Place(value);
        var expected = _season.Expected(clock);
        if (!double.IsNaN(expected))
        {
            var far = _band.Add(_season.Distance(clock, place));
            if (far > score && _season.Basis != AnomalyBasis.Level && Speaks(VoterOfSeason))
            {
                (score, kind) = (far, place > expected ? AnomalyKind.Above : AnomalyKind.Below);
            }
        }

        var (voted, of) = Vote(at.UtcTicks, place, double.IsNaN(expected) ? 0 : _season.Distance(clock, place));
        (score, kind) = voted > score ? (voted, of) : (score, kind);
        var reading = Read(clock, Rested(score), kind);
        var basis = _season.Basis;
        _season.Learn(clock, place, Math.Clamp(_distance / SecondsOfHalfHour, 0.001, 1));
        if (_season.Basis != basis)
        {
            // what was usual of one expectation tells nothing of another
            _shift = new(_settings);
            _ = _step.Take();
        }

        return reading;
    }

    /// <summary>Tells a state from one that was changed on its way (FNV-1a).</summary>
    private static uint Fingerprint(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var one in bytes)
        {
            hash = unchecked((hash ^ one) * 16777619);
        }

        return hash;
    }

    private bool Speaks(int voter) => (_settings.Voters & voter) != 0;

    /// <summary>Time has passed: how far values are apart, and whether the steps before still belong to the next.</summary>
    private void Pass(long ticks)
    {
        if (_count > 0)
        {
            var passed = (ticks - _lastTicks) / (double)TimeSpan.TicksPerSecond;
            if (_distance > 0 && passed > DistancesOfGap * _distance)
            {
                _first.Interrupt();
                _second.Interrupt();
                _ = _step.Take();
            }

            _distance = _distance <= 0 ? passed : _distance + (DistanceRate * (Math.Min(passed, 3 * _distance) - _distance));
        }

        _lastTicks = ticks;
    }

    private (double Score, AnomalyKind Kind) Extreme(double value)
    {
        var isAbove = value > _highest;
        var beyond = isAbove ? value - _highest : _lowest - value;
        var range = _highest - _lowest;
        if (range == 0 && _count > _settings.Warmup)
        {
            // what was always the same has a value of its own once: that alone is nothing, but if it stays it is
            var odd = _odd;
            _changed = beyond > 0 || isAbove ? _changed + 1 : 0;
            _odd = _changed > 0 ? value : double.NaN;
            if (_changed is > 0 and < ValuesOfChange)
            {
                return (0, AnomalyKind.None);
            }

            value = _changed > 0 ? value : double.IsNaN(odd) ? value : odd;
        }

        (_lowest, _highest) = (Math.Min(_lowest, value), Math.Max(_highest, value));
        if (_count <= _settings.Warmup || !Speaks(VoterOfExtremes) || beyond <= _settings.ExtremePad * range)
        {
            return (0, AnomalyKind.None);
        }

        var score = Announced * (1 + Math.Min(1, beyond / Math.Max(range, double.Epsilon)));
        return (score, isAbove ? AnomalyKind.Most : AnomalyKind.Least);
    }

    private void Fit()
    {
        var before = _scale;
        _scale.Fit(_count, _highest - _lowest);
        if (before.IsKnown)
        {
            _first.Rescale(before, _scale);
            _second.Rescale(before, _scale);
            _season.Rescale(before, _scale);
            _ = _step.Take();
        }
    }

    /// <summary>How new the course is, and whether the level has shifted.</summary>
    private (double Score, AnomalyKind Kind) Vote(long ticks, double place, double distance)
    {
        _first.Add(ticks, place, _distance);
        _second.Add(ticks, place, _distance);
        var shape = Speaks(VoterOfShape) ? (_first.Score + _second.Score) / 2 : 0;
        var isSeasonal = _season.Basis != AnomalyBasis.Level;
        _step.Add(ticks, isSeasonal ? distance : place);
        if (!_step.IsOver(ticks, _distance, _settings.StepValues, 1, _settings.StepSeconds * _settings.StepValues))
        {
            return (shape, AnomalyKind.Shape);
        }

        var mean = _step.Take();
        var shift = _shift.Add(mean);
        var kind = _shift.IsRising ? AnomalyKind.Risen : AnomalyKind.Fallen;
        if (shift >= Announced)
        {
            _shift.Accept(mean);
        }

        return Speaks(VoterOfLevel) && shift > shape ? (shift, kind) : (shape, AnomalyKind.Shape);
    }

    private double Rested(double score)
    {
        if (_rest > 0 && score < _settings.Through)
        {
            _rest--;
            return Math.Min(score, Quiet);
        }

        _rest = score >= Announced ? _settings.Rest : 0;
        return score;
    }

    private AnomalyReading Read(DateTime clock, double score, AnomalyKind kind)
    {
        var expected = _scale.IsKnown ? _season.Expected(clock) : double.NaN;
        if (double.IsNaN(expected))
        {
            return new(0, AnomalyKind.None, double.NaN, double.NaN, double.NaN, AnomalyBasis.Level);
        }

        // what was never negative is not expected to be
        var (low, high) = _band.Around(expected);
        var (middle, floor) = (_scale.Value(expected), _lowest < 0 ? double.NegativeInfinity : 0);
        middle = Math.Max(floor, middle);
        return new(
            score,
            score < Quiet ? AnomalyKind.None : kind,
            middle,
            Math.Clamp(_scale.Value(Math.Max(0, low)), floor, middle),
            Math.Max(middle, _scale.Value(Math.Min(1, high))),
            _season.Basis);
    }

    private void Carry(ref StateCarrier carrier)
    {
        _count = carrier.Carry(_count);
        _lastTicks = carrier.Carry(_lastTicks);
        _distance = carrier.Carry(_distance);
        _lowest = carrier.Carry(_lowest);
        _highest = carrier.Carry(_highest);
        _changed = carrier.Carry(_changed);
        _odd = carrier.Carry(_odd);
        _rest = carrier.Carry(_rest);
        _step.Carry(ref carrier);
        _scale.Carry(ref carrier);
        _first.Carry(ref carrier);
        _second.Carry(ref carrier);
        _season.Carry(ref carrier);
        _shift.Carry(ref carrier);
        _band.Carry(ref carrier);
    }
}
