using ContactCenter.Core.Forecasting;

namespace ContactCenter.Core.Tests.Forecasting;

/// <summary>
/// Erlang's delay formula (M/M/n), by which staffing and Erlang A are judged: calls wait until an agent is free and nobody gives up. It
/// holds for a load below the number of agents; at or above it the queue grows without end, which the members report as certain waiting
/// and infinite times.
/// </summary>
/// <param name="Load">Offered load in erlangs: arrivals per second times mean handle time in seconds; 0 or more.</param>
/// <param name="Agents">Agents; 1 or more.</param>
/// <param name="HandleSeconds">Mean handle time in seconds, above 0.</param>
internal readonly record struct ErlangC(double Load, int Agents, double HandleSeconds)
{
    /// <summary>True when the queue does not grow without end.</summary>
    public bool IsStable => Load < Agents;

    /// <summary>Share of calls that wait at all, 0 to 1.</summary>
    public double WaitProbability => ProbabilityOfWait(Load, Agents);

    /// <summary>Mean wait over all calls, in seconds; infinite when unstable.</summary>
    public double MeanWaitSeconds => IsStable ? WaitProbability * HandleSeconds / (Agents - Load) : double.PositiveInfinity;

    /// <summary>Mean number of waiting calls; infinite when unstable.</summary>
    public double MeanQueueLength => IsStable ? WaitProbability * Load / (Agents - Load) : double.PositiveInfinity;

    /// <summary>Share of their time that agents are busy, 0 to 1.</summary>
    public double Occupancy => Math.Min(1, Load / Agents);

    /// <summary>Share of calls that are answered within a target, 0 to 1.</summary>
    /// <param name="targetSeconds">The target in seconds, 0 or more.</param>
    public double ServiceLevel(double targetSeconds)
    {
        return IsStable ? 1 - (WaitProbability * Math.Exp(-(Agents - Load) * targetSeconds / HandleSeconds)) : 0;
    }

    /// <summary>Share of calls that wait at all, 0 to 1; 1 when the load is not below the number of agents.</summary>
    public static double ProbabilityOfWait(double load, int agents)
    {
        if (load >= agents)
        {
            return 1;
        }

        var blocking = ErlangB.Blocking(load, agents);
        return agents * blocking / (agents - (load * (1 - blocking)));
    }
}
