namespace ContactCenter.Simulation.DynamoDb;

/// <summary>
/// What an on-demand table serves at once: its warm throughput, or twice the highest second so far; a new peak counts after the
/// half hour in which it fell ("throttling can occur if you exceed double your previous peak within 30 minutes").
/// </summary>
internal sealed class OnDemandCeiling(double warm)
{
    private const int WindowSeconds = 30 * 60;
    private double _peak;
    private long _windowEnd = WindowSeconds;

    public double Units { get; private set; } = warm;

    public void Serve(long second, double units)
    {
        if (second >= _windowEnd)
        {
            Units = Math.Max(Units, 2 * _peak);
            _windowEnd = second + WindowSeconds;
        }

        _peak = Math.Max(_peak, units);
    }
}
