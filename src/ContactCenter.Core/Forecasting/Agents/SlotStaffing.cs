using System.Collections.Immutable;
using ContactCenter.Core.Forecasting.Volume;

namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>The agents that a slot needs, by Erlang A over all that may come.</summary>
/// <param name="Agents">
/// Agents at work so that the goal is met over the cases of the forecast: the service level falls faster with many contacts than it rises
/// with few, so who plans for the mean misses it.
/// </param>
/// <param name="OnMean">Agents that the mean alone would ask for.</param>
/// <param name="Heads">People to schedule, with breaks, training and absence.</param>
/// <param name="ServiceLevel">Share that these agents answer in time, over the cases.</param>
public sealed record SlotStaffing(int Agents, int OnMean, int Heads, double ServiceLevel)
{
    /// <summary>The agents for a slot; none where nobody is expected.</summary>
    /// <param name="slot">What may come.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="waiting">Contacts that wait when the slot begins, such as callbacks of the night; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument, or a member of the goal, is out of its range.</exception>
    public static SlotStaffing Of(ForecastSlot slot, StaffingGoal goal, double waiting = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(waiting);
        QueueArguments.RequireSeconds(goal.HandleSeconds, nameof(goal));
        QueueArguments.RequireSeconds(goal.PatienceSeconds, nameof(goal));
        QueueArguments.RequireShare(goal.ServiceLevel, nameof(goal));
        QueueArguments.RequireShare(goal.MaximumOccupancy, nameof(goal));
        ArgumentOutOfRangeException.ThrowIfNegative(goal.TargetSeconds, nameof(goal));
        ArgumentOutOfRangeException.ThrowIfEqual(goal.ServiceLevel, 1, nameof(goal));
        var onMean = Fewest([slot.Expected], goal, slot.Expected, waiting);
        var agents = Fewest(slot.Cases, goal, slot.Expected, waiting);
        return new(agents, onMean, Staffing.ScheduledHeads(agents, goal.Shrinkage), Reached(slot.Cases, goal, agents, waiting));
    }

    /// <summary>How likely it is that fewer than the goal are answered in time, 0 to 1.</summary>
    /// <param name="slot">What may come.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="agents">Agents that are scheduled to be at work.</param>
    /// <param name="waiting">Contacts that wait when the slot begins.</param>
    public static double Risk(ForecastSlot slot, StaffingGoal goal, int agents, double waiting = 0)
    {
        // the share falls as more come: how likely is more than what these agents can bear?
        double bears = 0, breaks = Math.Max(1, slot.Cases[^1] * 2);
        for (var step = 0; step < 30 && breaks - bears > 0.01 * breaks; step++)
        {
            var middle = (bears + breaks) / 2;
            (bears, breaks) = StandingQueue.Reached(goal, middle, agents, waiting) >= goal.ServiceLevel
                ? (middle, breaks) : (bears, middle);
        }

        return 1 - Below(slot.Cases, bears);
    }

    /// <summary>Share of the contacts of all cases that is answered in time.</summary>
    internal static double Reached(ImmutableArray<double> cases, StaffingGoal goal, int agents, double waiting = 0)
    {
        double answered = 0, all = 0;
        foreach (var contacts in cases)
        {
            answered += contacts * StandingQueue.Reached(goal, contacts, agents, waiting);
            all += contacts;
        }

        return all > 0 ? answered / all : 1;
    }

    private static int Fewest(ImmutableArray<double> cases, StaffingGoal goal, double mean, double waiting)
    {
        if (cases.All(static contacts => contacts <= 0))
        {
            return 0;
        }

        var load = goal.Load(mean);
        var least = Math.Max(1, (int)Math.Ceiling(load / goal.MaximumOccupancy * (1 - goal.ServiceLevel)));
        var agents = Math.Max(least, (int)Math.Ceiling(load));
        if (IsEnough(agents))
        {
            while (agents > least && IsEnough(agents - 1))
            {
                agents--;
            }

            return agents;
        }

        do
        {
            agents++;
        }
        while (!IsEnough(agents));
        return agents;

        bool IsEnough(int number) => Reached(cases, goal, number, waiting) >= goal.ServiceLevel
            && (mean <= 0 || goal.Queue(mean, number).Occupancy <= goal.MaximumOccupancy);
    }

    /// <summary>How likely it is that fewer come, between the cases in a straight line.</summary>
    private static double Below(ImmutableArray<double> cases, double contacts)
    {
        for (var i = 0; i < cases.Length; i++)
        {
            if (contacts < cases[i])
            {
                var (low, before) = i == 0 ? (0.0, 0.0) : (cases[i - 1], (i - 0.5) / cases.Length);
                var here = (i + 0.5) / cases.Length;
                return cases[i] > low ? before + ((here - before) * (contacts - low) / (cases[i] - low)) : before;
            }
        }

        return 1;
    }
}
