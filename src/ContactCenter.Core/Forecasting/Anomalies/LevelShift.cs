namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>
/// Adds up by how much means of steps are above, or below, what was usual (two-sided cumulative sum, Page 1954): small differences that
/// stay come to something, and large ones that do not stay come to nothing.
/// </summary>
internal struct LevelShift(AnomalySettings settings)
{
    private const int First = 24;

    /// <summary>Steps count no more than so many deviations: one peak is no level.</summary>
    private const double MaximumOfStep = 4;

    /// <summary>Deviation of a normal distribution over its mean absolute deviation.</summary>
    private const double Normal = 1.2533;

    /// <summary>Smaller deviations are noise of the scale.</summary>
    private const double MinimumDeviation = 0.01;

    private int _seen;
    private double _mean;
    private double _deviation;
    private double _above;
    private double _below;

    /// <summary>Whether the sum is above what was usual.</summary>
    public readonly bool IsRising => _above >= _below;

    /// <summary>The mean of a step, as a distance from what is expected; the answer is 0.5 and more once the level has changed.</summary>
    public double Add(double mean)
    {
        _seen = Math.Min(_seen + 1, (int)settings.Memory);
        var distance = mean - _mean;
        var deviation = Math.Max(MinimumDeviation, Normal * _deviation);
        var counted = Math.Clamp(distance / deviation, -MaximumOfStep, MaximumOfStep);
        _mean += (_seen < First ? distance : Math.Clamp(distance, -deviation, deviation)) / _seen;
        _deviation += (Math.Min(Math.Abs(distance), _seen < First ? double.MaxValue : MaximumOfStep * deviation) - _deviation) / _seen;
        if (_seen < First)
        {
            return 0;
        }

        _above = Math.Max(0, _above + counted - settings.ShiftSlack);
        _below = Math.Max(0, _below - counted - settings.ShiftSlack);
        return Math.Min(1, Math.Max(_above, _below) / settings.ShiftLimit / 2);
    }

    /// <summary>What came is the new level.</summary>
    /// <param name="mean">Its mean.</param>
    public void Accept(double mean) => (_mean, _above, _below) = (mean, 0, 0);

    public void Carry(ref StateCarrier carrier)
    {
        _seen = carrier.Carry(_seen);
        _mean = carrier.Carry(_mean);
        _deviation = carrier.Carry(_deviation);
        _above = carrier.Carry(_above);
        _below = carrier.Carry(_below);
    }
}
