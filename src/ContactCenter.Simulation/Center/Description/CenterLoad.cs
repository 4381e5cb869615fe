using ContactCenter.Core.Forecasting;

namespace ContactCenter.Simulation.Center.Description;

/// <summary>How many calls a queue gets, and how many agents are planned for that.</summary>
public static class CenterLoad
{
    /// <summary>Share of paid time in breaks, training and other non-productive statuses.</summary>
    internal const double Shrinkage = 0.15;

    internal const int ShiftMinutes = 30;

    /// <summary>Share of all calls that a queue gets: chosen by the caller, or led to without being asked.</summary>
    public static double ShareOf(this CenterDescription center, QueueDescription queue)
    {
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(queue);
        var all = center.Flows.Sum(static flow => flow.Share);
        var direct = center.Flows.Where(static flow => flow.Queue is not null).Sum(static flow => flow.Share) / all;
        var own = center.Flows.Where(flow => flow.Queue == queue.Name).Sum(static flow => flow.Share) / all;
        return ((1 - direct) * queue.Share / center.Queues.Sum(static other => other.Share)) + own;
    }

    /// <summary>Agents at work who are planned for some queues together.</summary>
    /// <param name="center">The center.</param>
    /// <param name="queues">The queues that they serve.</param>
    /// <param name="shift">When their half hour begins, on the clocks of the center.</param>
    public static int PlannedFor(this CenterDescription center, IEnumerable<QueueDescription> queues, DateTime shift)
    {
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(queues);
        var calls = Math.Max(center.Traffic.CallsPerSecond(shift), center.Traffic.CallsPerSecond(shift.AddMinutes(ShiftMinutes)));
        var (arrivals, load) = (0.0, 0.0);
        foreach (var queue in queues)
        {
            var rate = calls * center.ShareOf(queue);
            arrivals += rate;
            load += rate * queue.HandleSeconds;
        }

        return arrivals <= 0
            ? 1
            : Staffing.RequiredAgents(
                load, load / arrivals, center.ServiceTargetSeconds, center.PlannedServiceLevel, center.PlannedOccupancy);
    }
}
