namespace ContactCenter.Core.Forecasting;

/// <summary>Erlang's loss formula: calls that find every agent (or trunk) busy are lost.</summary>
public static class ErlangB
{
    /// <summary>The share of calls that are lost, 0 to 1.</summary>
    /// <param name="load">Offered load in erlangs: arrivals per second times mean handle time in seconds; 0 or more.</param>
    /// <param name="agents">Agents or trunks; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load is not a finite number of 0 or more, or agents is negative.</exception>
    public static double Blocking(double load, int agents)
    {
        QueueArguments.RequireLoad(load);
        ArgumentOutOfRangeException.ThrowIfNegative(agents);

        // The recursion never forms load^n / n!, so it neither overflows nor cancels.
        var blocking = 1.0;
        for (var k = 1; k <= agents; k++)
        {
            blocking = load * blocking / (k + (load * blocking));
        }

        return blocking;
    }
}
