using System.Runtime.Intrinsics;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// Remembers courses of eight steps, in bytes: the steps as they were, and their form alone (Haar wavelet of the course from its lowest to
/// its highest). What resembles a remembered course widens it; what does not becomes one of its own, and is the newer the farther it is
/// from all. Fuzzy adaptive resonance (Carpenter, Grossberg and Rosen 1991) with the vigilance taken from how well things match of late.
/// </summary>
internal sealed class ShapeMemory(AnomalySettings settings)
{
    /// <summary>Steps of a course.</summary>
    public const int Steps = 8;

    /// <summary>Courses that are remembered; of more, that which was not met for longest is forgotten.</summary>
    public const int Capacity = 41;

    private const int Features = 2 * Steps;
    private readonly int First = settings.ShapeFirst;
    private const double MaximumVigilance = 0.97;

    private readonly byte[] _low = new byte[settings.Courses * Features];
    private readonly byte[] _high = new byte[settings.Courses * Features];
    private readonly ushort[] _met = new ushort[settings.Courses];
    private readonly byte[] _features = new byte[Features];
    private readonly double[] _course = new double[Steps];
    private int _filled;
    private int _remembered;
    private int _seen;
    private int _clock;
    private double _usualMatch = 0.9;
    private double _highest;

    /// <summary>The step in the middle of those before, by size.</summary>
    private double MedianStep
    {
        get
        {
            Span<double> sorted = stackalloc double[Steps];
            _course.AsSpan(0, _filled).CopyTo(sorted);
            sorted[.._filled].Sort();
            return sorted[_filled / 2];
        }
    }

    /// <summary>A step; the answer is how new the course is, 0.5 where it is as new as anything of late, 1 at twice that.</summary>
    /// <param name="step">Place on the scale.</param>
    public double Add(double step)
    {
        if (_filled > 0 && MedianStep is var usual && Math.Abs(step - usual) < settings.Flat)
        {
            step = usual;
        }

        if (_filled < Steps)
        {
            _course[_filled++] = step;
        }
        else
        {
            Array.Copy(_course, 1, _course, 0, Steps - 1);
            _course[^1] = step;
        }

        return _filled < Steps ? 0 : Novelty();
    }

    /// <summary>The steps before are too long ago to belong to the next.</summary>
    public void Interrupt() => _filled = 0;

    /// <summary>Moves what is remembered to another scale.</summary>
    /// <param name="before">The scale so far.</param>
    /// <param name="after">The scale from now on.</param>
    public void Rescale(in ValueScale before, in ValueScale after)
    {
        Span<byte> moved = stackalloc byte[byte.MaxValue + 1];
        for (var i = 0; i <= byte.MaxValue; i++)
        {
            moved[i] = Byte(after.Place(before.Value(i / (double)byte.MaxValue)));
        }

        for (var i = 0; i < _remembered; i++)
        {
            for (var k = 0; k < Steps; k++)
            {
                ref var low = ref _low[(i * Features) + k];
                ref var high = ref _high[(i * Features) + k];
                (low, high) = (moved[low], moved[high]);
            }
        }

        for (var k = 0; k < _filled; k++)
        {
            _course[k] = after.Place(before.Value(_course[k]));
        }
    }

    public void Carry(ref StateCarrier carrier)
    {
        _filled = Math.Clamp(carrier.Carry(_filled), 0, Steps);
        _remembered = Math.Clamp(carrier.Carry(_remembered), 0, settings.Courses);
        _seen = carrier.Carry(_seen);
        _clock = carrier.Carry(_clock);
        _usualMatch = carrier.Carry(_usualMatch);
        _highest = carrier.Carry(_highest);
        carrier.Carry(_course.AsSpan());
        carrier.Carry(_low.AsSpan(0, _remembered * Features));
        carrier.Carry(_high.AsSpan(0, _remembered * Features));
        foreach (ref var met in _met.AsSpan(0, _remembered))
        {
            met = carrier.Carry(met);
        }
    }

    private double Novelty()
    {
        Tick();
        Describe();
        var (best, match) = Best();
        if (best >= 0 && match >= Math.Min(MaximumVigilance, _usualMatch))
        {
            var (low, high) = (Vector128.Create(_low, best * Features), Vector128.Create(_high, best * Features));
            var features = Vector128.Create(_features);
            Vector128.Min(low, features).CopyTo(_low, best * Features);
            Vector128.Max(high, features).CopyTo(_high, best * Features);
        }
        else
        {
            var place = _remembered < settings.Courses ? _remembered++ : MaximumUnmet();
            _features.CopyTo(_low, place * Features);
            _features.CopyTo(_high, place * Features);
            _met[place] = (ushort)_clock;
        }

        if (best < 0)
        {
            return 0;
        }

        _met[best] = (ushort)_clock;
        return Judge(1 - match, match);
    }

    /// <summary>Another course; before two bytes are full, half of all time is forgotten.</summary>
    private void Tick()
    {
        if (_clock == ushort.MaxValue)
        {
            _clock /= 2;
            foreach (ref var met in _met.AsSpan())
            {
                met = (ushort)Math.Max(0, met - _clock - 1);
            }
        }

        _clock++;
    }

    private double Judge(double distance, double match)
    {
        _seen = Math.Min(_seen + 1, (int)settings.Memory);
        if (_seen < First)
        {
            _usualMatch += (match - _usualMatch) / (_seen + 1);
            _highest = Math.Max(_highest, distance);
            return 0;
        }

        var limit = Math.Max(settings.ShapeLimit, settings.ShapeFactor * _highest);
        _usualMatch += (match - _usualMatch) / _seen;
        _highest = Math.Max(distance, _highest * (1 - (1 / settings.Memory)));
        return Math.Min(1, distance / limit / 2);
    }

    private void Describe()
    {
        double lowest = 1, highest = 0;
        foreach (var step in _course)
        {
            (lowest, highest) = (Math.Min(lowest, step), Math.Max(highest, step));
        }

        Span<double> form = stackalloc double[Steps];
        for (var i = 0; i < Steps; i++)
        {
            _features[i] = Byte(_course[i]);
            form[i] = highest > lowest ? (_course[i] - lowest) / (highest - lowest) : 0.5;
        }

        for (var half = Steps / 2; half >= 1; half /= 2)
        {
            for (var i = 0; i < half; i++)
            {
                var (one, other) = (form[2 * i], form[(2 * i) + 1]);
                _features[Steps + half + i] = Byte((one - other + 1) / 2);
                form[i] = (one + other) / 2;
            }
        }

        _features[Steps] = Byte(form[0]);
    }

    private static byte Byte(double place) => (byte)((place * byte.MaxValue) + 0.5);

    /// <summary>What the course resembles most: 1 inside a remembered one, less by its distance and by how wide that is.</summary>
    private (int Place, double Match) Best()
    {
        var features = Vector128.Create(_features);
        var (place, best) = (-1, -1.0);
        for (var i = 0; i < _remembered; i++)
        {
            var low = Vector128.Create(_low, i * Features);
            var high = Vector128.Create(_high, i * Features);
            var outside = (Vector128.Max(low, features) - features) + (Vector128.Max(high, features) - high);
            var weight = Sum(low) + (Features * byte.MaxValue) - Sum(high);
            var near = Math.Max(0, 1 - (Sum(outside) / (double)Math.Max(1, weight)));
            var last = 1 - (outside[Steps - 1] / (double)byte.MaxValue);
            var match = near * near * near * last * last;
            if (match > best)
            {
                (place, best) = (i, match);
            }
        }

        return (place, best);
    }

    private static int Sum(Vector128<byte> bytes)
    {
        var (lower, upper) = Vector128.Widen(bytes);
        return Vector128.Sum(lower + upper);
    }

    private int MaximumUnmet()
    {
        var found = 0;
        for (var i = 1; i < _remembered; i++)
        {
            found = _met[i] < _met[found] ? i : found;
        }

        return found;
    }
}
