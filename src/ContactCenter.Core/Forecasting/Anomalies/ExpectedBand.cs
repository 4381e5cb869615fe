namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// How far values are from what is expected: the band that 98 of 100 are in, and the farthest of late on either side. All are places on
/// the scale.
/// </summary>
internal struct ExpectedBand
{
    private const double Outside = 0.01;
    private const int First = 48;

    /// <summary>Nearer than this nothing is far, however calm it was.</summary>
    private const double Least = 0.06;

    /// <summary>Farther than the farthest by this factor is an extreme.</summary>
    private const double Beyond = 1.15;

    private const double Rate = 0.02;

    /// <summary>How fast the farthest of late is forgotten.</summary>
    private const double Forgotten = 0.0005;

    private long _seen;
    private double _spread;
    private double _low;
    private double _high;
    private double _farBelow;
    private double _farAbove;

    /// <summary>The band around what is expected.</summary>
    public readonly (double Low, double High) Around(double expected) => (expected + Math.Min(0, _low), expected + Math.Max(0, _high));

    /// <summary>Learns a distance.</summary>
    /// <param name="distance">From what is expected.</param>
    /// <returns>0.5 and more where it is farther than the farthest.</returns>
    public double Add(double distance)
    {
        _seen++;
        var score = 0.0;
        var farthest = Math.Max(Least, distance > 0 ? _farAbove : _farBelow) * Beyond;
        if (_seen > First)
        {
            score = Math.Min(1, Math.Abs(distance) / farthest / 2);
        }

        _spread += (Math.Min(Math.Abs(distance), _seen < First ? 1 : 4 * _spread) - _spread) * Math.Max(Rate / 4, 1.0 / _seen);
        _farAbove = Math.Max(distance, _farAbove * (1 - Forgotten));
        _farBelow = Math.Max(-distance, _farBelow * (1 - Forgotten));

        // each quantile moves by what it is wrong about; the steps shrink with the spread
        var step = Math.Max(Rate, 1.0 / _seen) * Math.Max(_spread, 0.001) * 4;
        _low += step * (distance < _low ? -(1 - Outside) : Outside);
        _high += step * (distance > _high ? 1 - Outside : -Outside);
        return score;
    }

    public void Carry(ref StateCarrier carrier)
    {
        _seen = carrier.Carry(_seen);
        _spread = carrier.Carry(_spread);
        _low = carrier.Carry(_low);
        _high = carrier.Carry(_high);
        _farBelow = carrier.Carry(_farBelow);
        _farAbove = carrier.Carry(_farAbove);
    }
}
