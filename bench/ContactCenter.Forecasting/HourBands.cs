using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Forecasting;

/// <summary>
/// The baseline, in the manner of CloudWatch's bands: mean and two deviations of the same hour of the week, each learned from what was
/// before; a place is told when one of its series is outside for three of five minutes, and over when all are inside again.
/// </summary>
internal sealed class HourBands
{
    private const int HoursOfWeek = 7 * 24;
    private const int Of = 5;
    private const int Needed = 3;
    private const double Deviations = 2;
    private const int MinimumValues = 60;

    private readonly Dictionary<string, Band> _bands = new(StringComparer.Ordinal);
    private readonly Dictionary<AnomalyPlace, HashSet<string>> _red = [];

    public HourBands()
    {
    }

    private HourBands(HourBands other)
    {
        foreach (var (key, band) in other._bands)
        {
            _bands.Add(key, band.Copy());
        }
    }

    public HourBands Copy() => new(this);

    /// <summary>Learns a value; true where its place is told with it.</summary>
    public bool Add(WatchedSeries series, DateTimeOffset at, double value)
    {
        if (!_bands.TryGetValue(series.Key, out var band))
        {
            _bands.Add(series.Key, band = new Band());
        }

        var red = _red.TryGetValue(series.Place, out var known) ? known : _red[series.Place] = new(StringComparer.Ordinal);
        if (!band.IsOutside(((int)at.DayOfWeek * 24) + at.Hour, value, series.Side))
        {
            _ = red.Remove(series.Key);
            return false;
        }

        return red.Add(series.Key) && red.Count == 1;
    }

    private sealed class Band
    {
        private readonly double[] _sum = new double[HoursOfWeek];
        private readonly double[] _squares = new double[HoursOfWeek];
        private readonly int[] _count = new int[HoursOfWeek];
        private int _last;

        public Band Copy()
        {
            var copy = new Band();
            _sum.CopyTo(copy._sum, 0);
            _squares.CopyTo(copy._squares, 0);
            _count.CopyTo(copy._count, 0);
            return copy;
        }

        public bool IsOutside(int hour, double value, AnomalySide side)
        {
            var outside = false;
            if (_count[hour] >= MinimumValues)
            {
                var mean = _sum[hour] / _count[hour];
                var width = Deviations * Math.Sqrt(Math.Max(0, (_squares[hour] / _count[hour]) - (mean * mean)));
                outside = (side != AnomalySide.Below && value > mean + width) || (side != AnomalySide.Above && value < mean - width);
            }

            (_sum[hour], _squares[hour], _count[hour]) = (_sum[hour] + value, _squares[hour] + (value * value), _count[hour] + 1);
            _last = ((_last << 1) | (outside ? 1 : 0)) & ((1 << Of) - 1);
            return int.PopCount(_last) >= Needed;
        }
    }
}
