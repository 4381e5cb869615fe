namespace ContactCenter.Core.Forecasting;

/// <summary>How many agents a load needs.</summary>
public static class Staffing
{
    /// <summary>
    /// The fewest agents that answer a share of calls within a target without being busier than a ceiling, by Erlang C: callers are
    /// taken to be patient, so that the answer is on the safe side.
    /// </summary>
    /// <param name="load">Offered load in erlangs, 0 or more.</param>
    /// <param name="handleSeconds">Mean handle time in seconds, above 0.</param>
    /// <param name="targetSeconds">Answer target in seconds, 0 or more.</param>
    /// <param name="serviceLevel">Share to answer within the target, above 0 and below 1.</param>
    /// <param name="maximumOccupancy">Share of their time that agents may be busy, above 0 and at most 1; 0.85 is customary.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static int RequiredAgents(double load, double handleSeconds, double targetSeconds, double serviceLevel, double maximumOccupancy)
    {
        QueueArguments.RequireLoad(load);
        QueueArguments.RequireSeconds(handleSeconds);
        ArgumentOutOfRangeException.ThrowIfNegative(targetSeconds);
        QueueArguments.RequireShare(serviceLevel);
        QueueArguments.RequireShare(maximumOccupancy);
        ArgumentOutOfRangeException.ThrowIfEqual(serviceLevel, 1);

        var agents = Math.Max(1, (int)Math.Ceiling(load / maximumOccupancy));
        if (agents <= load)
        {
            agents = (int)Math.Floor(load) + 1;
        }

        // One pass of the loss recursion up to the first candidate, then one step of it for each agent more.
        var blocking = ErlangB.Blocking(load, agents);
        while (true)
        {
            var waits = agents * blocking / (agents - (load * (1 - blocking)));
            if (1 - (waits * Math.Exp(-(agents - load) * targetSeconds / handleSeconds)) >= serviceLevel)
            {
                return agents;
            }

            agents++;
            blocking = load * blocking / (agents + (load * blocking));
        }
    }

    /// <summary>The heads to schedule so that, after breaks, training and absence, the wanted number of agents is there.</summary>
    /// <param name="agents">Agents wanted, 0 or more.</param>
    /// <param name="shrinkage">Share of paid time that is not spent with customers, 0 to below 1; 0.25 to 0.35 is customary.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static int ScheduledHeads(int agents, double shrinkage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        if (!(shrinkage is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(shrinkage), shrinkage, "Shrinkage is 0 or more and below 1.");
        }

        return (int)Math.Ceiling(agents / (1 - shrinkage));
    }
}
