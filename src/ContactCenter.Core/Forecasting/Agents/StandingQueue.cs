namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>
/// A queue that stands already when agents begin, such as callbacks of the night: they have it behind them only after a while, and who
/// comes until then waits. Who stands there does not give up.
/// </summary>
public static class StandingQueue
{
    /// <summary>The share of those who come in a slot that is answered in time.</summary>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="contacts">Contacts of the slot, 0 or more.</param>
    /// <param name="agents">Agents, 0 or more.</param>
    /// <param name="waiting">Contacts that wait when it begins, 0 or more.</param>
    public static double Reached(StaffingGoal goal, double contacts, int agents, double waiting)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var usual = goal.Reached(contacts, agents);
        if (waiting <= 0)
        {
            return usual;
        }

        var spare = Spare(goal, contacts, agents);
        return spare <= waiting ? 0 : usual * (1 - (waiting / spare));
    }

    /// <summary>How many of those who stood there still do when the slot is over.</summary>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="contacts">Contacts of the slot, 0 or more.</param>
    /// <param name="agents">Agents, 0 or more.</param>
    /// <param name="waiting">Contacts that wait when it begins, 0 or more.</param>
    public static double Left(StaffingGoal goal, double contacts, int agents, double waiting)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return Math.Clamp(waiting - Spare(goal, contacts, agents), 0, Math.Max(0, waiting));
    }

    /// <summary>What agents can do in a slot beside what comes in it; who comes and finds a queue gives up as ever.</summary>
    private static double Spare(StaffingGoal goal, double contacts, int agents) =>
        Math.Max(0, (agents * goal.Slot.TotalSeconds / goal.HandleSeconds) - contacts);
}
