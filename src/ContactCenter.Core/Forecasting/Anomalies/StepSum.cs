namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>Values on their way to the mean of a step.</summary>
internal struct StepSum
{
    private long _begin;
    private double _sum;

    /// <summary>Values so far.</summary>
    public int Values { get; private set; }

    public void Add(long ticks, double value)
    {
        _begin = Values == 0 ? ticks : _begin;
        _sum += value;
        Values++;
    }

    /// <summary>Whether the step is over: it has its values, or its time where values are far apart.</summary>
    public readonly bool IsOver(long ticks, double distance, int values, int least, double seconds) =>
        Values >= values || (Values >= least && ((ticks - _begin) / (double)TimeSpan.TicksPerSecond) + distance >= seconds);

    /// <summary>The mean, and a new step begins.</summary>
    public double Take()
    {
        var mean = Values == 0 ? 0 : _sum / Values;
        (_sum, Values) = (0, 0);
        return mean;
    }

    public void Carry(ref StateCarrier carrier)
    {
        _begin = carrier.Carry(_begin);
        _sum = carrier.Carry(_sum);
        Values = carrier.Carry(Values);
    }
}
