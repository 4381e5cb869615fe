using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>Counts within a minute and publishes the sum; most services publish nothing when there was nothing to count.</summary>
internal sealed class MinuteCounter(MetricSeries series)
{
    public double Count { get; private set; }

    public void Add(double amount = 1) => Count += amount;

    /// <summary>Closes the minute.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="alsoZero">Publish a zero too, as Lambda does beside its invocations.</param>
    public void Publish(long minute, bool alsoZero = false)
    {
        if (Count > 0 || alsoZero)
        {
            series.Add(minute, Count);
        }

        Count = 0;
    }
}
