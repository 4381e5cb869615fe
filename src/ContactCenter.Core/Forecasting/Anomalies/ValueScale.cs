namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// Brings values of any metric onto a scale of 0 to 1: linear around the median, logarithmic far from it, so that one value a thousand
/// times as high leaves the others apart. Median and spread are of what was seen, taken anew when twice as much was.
/// </summary>
internal struct ValueScale(AnomalySettings settings)
{
    private const double Middle = 0.5;

    /// <summary>Of a metric that is the same nearly always the range tells more than the quantiles.</summary>
    private const double ShareOfRange = 0.02;

    /// <summary>A number that is always the same has this resolution, as a share of itself.</summary>
    private const double Resolution = 0.001;

    /// <summary>A scale whose spread is smaller than it would now be by this factor tells nothing.</summary>
    private const double FarOutside = 10;

    private const int MaximumUntilFit = 2048;

    private readonly double _end = 1 / (2 * Math.Asinh(settings.Squash * settings.ScaleEnd));
    private QuantileMarker _low = new(0.05);
    private QuantileMarker _median = new(0.5);
    private QuantileMarker _high = new(0.95);
    private long _nextFit = settings.FirstFit;

    /// <summary>The value in the middle of the scale.</summary>
    public double Center { get; private set; }

    /// <summary>A usual distance from it; 0 before the first fit.</summary>
    public double Spread { get; private set; }

    /// <summary>True when values can be told apart.</summary>
    public readonly bool IsKnown => Spread > 0;

    public void Add(double value)
    {
        _low.Add(value);
        _median.Add(value);
        _high.Add(value);
    }

    /// <summary>Whether it is time to take the scale anew: twice as much was seen, or values lie far outside.</summary>
    /// <param name="count">Values so far.</param>
    /// <param name="range">Between the lowest and the highest.</param>
    public readonly bool IsDue(long count, double range) =>
        count >= _nextFit || (IsKnown && ShareOfRange * range > FarOutside * Spread);

    /// <summary>Takes the scale anew.</summary>
    /// <param name="count">Values so far.</param>
    /// <param name="range">Between the lowest and the highest.</param>
    public void Fit(long count, double range)
    {
        Center = _median.Value;
        Spread = Math.Max(
            Math.Max((_high.Value - _low.Value) / 2, ShareOfRange * range), Math.Max(Resolution * Math.Abs(Center), double.Epsilon * 1e20));
        _nextFit = count + Math.Min(count, MaximumUntilFit);
    }

    /// <summary>The place of a value.</summary>
    public readonly double Place(double value) =>
        Math.Clamp(Middle + (_end * Math.Asinh(settings.Squash * (value - Center) / Spread)), 0, 1);

    /// <summary>The value at a place.</summary>
    public readonly double Value(double place) => Center + (Spread / settings.Squash * Math.Sinh((place - Middle) / _end));

    public void Carry(ref StateCarrier carrier)
    {
        _low.Carry(ref carrier);
        _median.Carry(ref carrier);
        _high.Carry(ref carrier);
        Center = carrier.Carry(Center);
        Spread = carrier.Carry(Spread);
        _nextFit = carrier.Carry(_nextFit);
    }
}
