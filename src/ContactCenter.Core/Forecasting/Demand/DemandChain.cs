namespace ContactCenter.Core.Forecasting.Demand;

/// <summary>
/// How demand went on from one five minutes to the next on the last three days: the chance of each level, by the level before, both as a
/// share of the mean of three hours.
/// </summary>
public sealed class DemandChain
{
    /// <summary>So many levels, each as many times the one before.</summary>
    public const int Levels = 12;

    private const int MinimumBins = 2 * 12;
    private const int MaximumBins = 3 * 24 * 12;
    private const int BaseBins = 3 * 12;

    // The levels reach from half to twice the mean, and as far as was seen to a third and three times: more would make them coarse.
    private static readonly double Narrow = Math.Log(2);
    private static readonly double Wide = Math.Log(3);

    // As if each level had been seen twice before: it stayed once, and went half the time up and half the time down.
    private const double SeenBefore = 2;

    private readonly double[] _chances;
    private readonly double _low;
    private readonly double _width;

    private DemandChain(double[] logs, double mean)
    {
        var high = Math.Max(Narrow, logs.Max());
        _low = Math.Min(-Narrow, logs.Min());
        _width = (high - _low) / (Levels - 1);
        _chances = new double[Levels * Levels];
        Mean = mean;
        for (var level = 0; level < Levels; level++)
        {
            _chances[(level * Levels) + level] += SeenBefore / 2;
            _chances[(level * Levels) + Math.Max(0, level - 1)] += SeenBefore / 4;
            _chances[(level * Levels) + Math.Min(Levels - 1, level + 1)] += SeenBefore / 4;
        }

        for (var i = 1; i < logs.Length; i++)
        {
            _chances[(Nearest(logs[i - 1]) * Levels) + Nearest(logs[i])]++;
        }

        for (var level = 0; level < Levels; level++)
        {
            var row = _chances.AsSpan(level * Levels, Levels);
            var all = 0.0;
            foreach (var count in row)
            {
                all += count;
            }

            foreach (ref var count in row)
            {
                count /= all;
            }
        }
    }

    /// <summary>Units per second: the mean of the last three hours.</summary>
    public double Mean { get; }

    /// <summary>Units per second of a level.</summary>
    public double Units(int level) => Mean * Math.Exp(_low + (level * _width));

    /// <summary>The level that is nearest to a demand in units per second.</summary>
    public int LevelOf(double demand) => Nearest(Mean > 0 ? Log(demand / Mean) : 0);

    /// <summary>The chances of all levels in the five minutes after one of a level, lowest first.</summary>
    public ReadOnlySpan<double> After(int level) => _chances.AsSpan(level * Levels, Levels);

    /// <summary>Of all past five minutes, oldest first; null where too few were seen.</summary>
    public static DemandChain? From(IReadOnlyList<double> fiveMinutes)
    {
        ArgumentNullException.ThrowIfNull(fiveMinutes);
        if (fiveMinutes.Count < MinimumBins)
        {
            return null;
        }

        var first = Math.Max(0, fiveMinutes.Count - MaximumBins);
        var logs = new double[fiveMinutes.Count - first];
        var (sum, mean) = (0.0, 0.0);
        for (var i = Math.Max(0, first - BaseBins + 1); i < fiveMinutes.Count; i++)
        {
            var gone = i - BaseBins;
            sum += fiveMinutes[i] - (gone >= Math.Max(0, first - BaseBins + 1) ? fiveMinutes[gone] : 0);
            if (i >= first)
            {
                mean = Math.Max(0, sum / Math.Min(BaseBins, i + 1));
                logs[i - first] = mean > 0 ? Log(fiveMinutes[i] / mean) : 0;
            }
        }

        return new DemandChain(logs, mean);
    }

    private static double Log(double ratio) => Math.Clamp(Math.Log(Math.Max(ratio, double.Epsilon)), -Wide, Wide);

    private int Nearest(double log) => (int)Math.Clamp(Math.Round((log - _low) / _width), 0, Levels - 1);
}
