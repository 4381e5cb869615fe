namespace ContactCenter.Core.Forecasting.Volume;

/// <summary>
/// How far forecasts were off, as logarithms of ratios, pooled by how far ahead they looked and by third of the day: the intervals of the
/// next forecast. It learns within the day, too, how much of a busy morning is left in the afternoon.
/// </summary>
public sealed class VolumeErrors
{
    /// <summary>Errors of older days than so many tell of another season.</summary>
    private const int MaximumDays = 40;

    /// <summary>Fewer days tell nothing of the spread.</summary>
    private const int MinimumDays = 8;

    /// <summary>The quantiles of a sample lie inside those of what it was drawn from, and the next weeks are not the last.</summary>
    private const double Widening = 1.08;

    /// <summary>Deviation of the logarithm where nothing is known.</summary>
    private const double Unknown = 0.3;

    /// <summary>Draws the learned exponent to zero where mornings hardly differ.</summary>
    private const double Penalty = 0.02;

    private const double Half = 0.5;
    private const int Thirds = 3;
    private const int CaseCount = 7;

    /// <summary>The last open day of each pool, counted from 0: tomorrow, up to the day after next, a week, more.</summary>
    private static readonly int[] Pools = [0, 2, 4, int.MaxValue];

    private readonly List<(double[] Actual, double[] Forecast)>[] _days = [[], [], [], []];
    private readonly Dictionary<(int Pool, int Third), double[]> _sorted = [];

    /// <summary>A day of which both are known.</summary>
    /// <param name="ahead">Open days between the last one known and this one: 0 for the next.</param>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What was expected.</param>
    public void Add(int ahead, IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        var pool = Pool(ahead);
        var width = pool == 0 ? 1 : Math.Min(Pools[pool], 9) - Pools[pool - 1];
        _days[pool].Add(([.. actual], [.. forecast]));
        if (_days[pool].Count > MaximumDays * width)
        {
            _days[pool].RemoveAt(0);
        }

        _sorted.Clear();
    }

    /// <summary>What may come where a value is expected.</summary>
    /// <param name="expected">Contacts in the mean.</param>
    /// <param name="ahead">Open days between the last one known and this one: 0 for the next.</param>
    /// <param name="slot">The slot, from 0.</param>
    /// <param name="slots">Slots of the day.</param>
    public ForecastSlot Around(double expected, int ahead, int slot, int slots)
    {
        var errors = Sorted(Pool(ahead), slot * Thirds / slots);
        return new(
            expected,
            At(0.05),
            At(0.95),
            At(0.25),
            At(0.75),
            [.. Enumerable.Range(0, CaseCount).Select(i => At((i + Half) / CaseCount))]);

        double At(double probability)
        {
            var normal = Normal(probability);
            var factor = errors.Length == 0 ? normal * Unknown : Widening * Quantile(errors, probability);

            // counts scatter by chance alone, whatever was seen
            var (learned, chance) = (expected * Math.Exp(factor), expected + (normal * Math.Sqrt(expected)));
            return Math.Max(0, probability < Half ? Math.Min(learned, chance) : Math.Max(learned, chance));
        }
    }

    /// <summary>The rest of a day when its beginning is known: a power of the ratio so far, which was learned from earlier days.</summary>
    /// <param name="forecast">What was expected of each slot.</param>
    /// <param name="sofar">What came in the first slots.</param>
    /// <returns>The first slots as they came, the others as they are now expected.</returns>
    public double[] Updated(IReadOnlyList<double> forecast, IReadOnlyList<double> sofar)
    {
        var known = Math.Min(sofar.Count, forecast.Count);
        double both = 0, own = Penalty;
        foreach (var (actual, expected) in _days[0])
        {
            var early = Ratio(actual[..known], expected[..known]);
            both += early * Ratio(actual[known..], expected[known..]);
            own += early * early;
        }

        var factor = Math.Exp(Math.Clamp(both / own, 0, 1) * Ratio([.. sofar.Take(known)], [.. forecast.Take(known)]));
        return [.. sofar.Take(known), .. forecast.Skip(known).Select(value => value * factor)];
    }

    private static double Ratio(double[] actual, double[] expected) => Math.Log((actual.Sum() + Half) / (expected.Sum() + Half));

    private static int Pool(int ahead) => Array.FindIndex(Pools, last => ahead <= last);

    /// <summary>The errors of a pool in order; nothing while there are too few.</summary>
    private double[] Sorted(int pool, int third)
    {
        if (_sorted.TryGetValue((pool, third), out var known))
        {
            return known;
        }

        // what looks further ahead than was ever tried is at least as uncertain as what was
        var its = _days[pool];
        for (var nearer = pool - 1; nearer >= 0 && its.Count < MinimumDays; nearer--)
        {
            its = _days[nearer];
        }

        double[] errors = its.Count < MinimumDays
            ? []
            :
            [
                .. its.SelectMany(day => day.Actual.Zip(day.Forecast)
                        .Where((_, slot) => slot * Thirds / day.Actual.Length == third))
                    .Select(static pair => Math.Log((pair.First + Half) / (pair.Second + Half)))
                    .Order(),
            ];
        return _sorted[(pool, third)] = errors;
    }

    private static double Quantile(double[] sorted, double probability)
    {
        var place = Math.Clamp((probability * (sorted.Length + 1)) - 1, 0, sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Quantile of the normal distribution (Abramowitz and Stegun 26.2.23, off by at most 0.00045).</summary>
    private static double Normal(double probability)
    {
        var tail = Math.Min(probability, 1 - probability);
        var t = Math.Sqrt(-2 * Math.Log(tail));
        var z = t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
        return probability < Half ? -z : z;
    }
}
