namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>What agents are reckoned for where work can wait, as e-mails and tasks can.</summary>
public sealed record BacklogGoal
{
    /// <summary>Mean time that an item takes, in seconds; above 0.</summary>
    public required double HandleSeconds { get; init; }

    /// <summary>Within so much time of service each item is to be finished; at least one slot counts.</summary>
    public required TimeSpan Promise { get; init; }

    /// <summary>Items that wait before the first slot; they count as if they had come in it.</summary>
    public double Waiting { get; init; }

    /// <summary>Share of their time that agents may be busy, above 0 and at most 1.</summary>
    public double MaximumOccupancy { get; init; } = 0.9;

    /// <summary>Share of paid time that is not spent with customers, 0 to below 1.</summary>
    public double Shrinkage { get; init; } = 0.3;

    /// <summary>Length of a slot.</summary>
    public TimeSpan Slot { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Items that an agent finishes in a slot.</summary>
    internal double PerAgent => Slot.TotalSeconds * MaximumOccupancy / HandleSeconds;

    /// <summary>The slots in which an item has to be finished, the one in which it comes included.</summary>
    public int Slots => Math.Max(1, (int)(Promise / Slot));
}

/// <summary>A slot with its agents, and what becomes of the work.</summary>
/// <param name="Agents">Agents at work.</param>
/// <param name="Waiting">Items that wait at the end of it.</param>
/// <param name="Late">Items that should have been finished by then and are not.</param>
public readonly record struct BacklogSlot(int Agents, double Waiting, double Late);

/// <summary>
/// How many agents work that can wait needs. It has no queue of callers who give up, so Erlang says nothing of it: what counts is that
/// everything is done by the time at which it was promised, and that the work is spread as evenly as that allows.
/// </summary>
public static class BacklogStaffing
{
    /// <summary>
    /// The most even plan that keeps every promise. Work done by the end of a slot lies between what must be done by then and what has come
    /// by then; of all ways between these two the shortest is the most even (a string that is pulled taut), and no other has a lower peak.
    /// </summary>
    /// <param name="items">Items that come in each slot in which somebody serves them; what comes at night counts in the next.</param>
    /// <param name="goal">What is to be reached.</param>
    public static IReadOnlyList<int> Fewest(IReadOnlyList<double> items, BacklogGoal goal)
    {
        ArgumentNullException.ThrowIfNull(items);
        Check(goal);
        var (come, due) = Sums(items, goal);
        var agents = new int[items.Count];
        var (at, done) = (0, 0.0);
        while (at < items.Count)
        {
            var (pace, until) = Pull(come, due, at, done);
            for (; at < until; at++)
            {
                done += pace;

                // what is whole but for its last digit is whole
                agents[at] = (int)Math.Ceiling((pace / goal.PerAgent) - 1e-9);
            }
        }

        return agents;
    }

    /// <summary>What becomes of the work with agents that are given: the oldest is done first.</summary>
    /// <param name="items">Items that come in each slot in which somebody serves them.</param>
    /// <param name="agents">Agents of each of these slots.</param>
    /// <param name="goal">What is to be reached.</param>
    public static IReadOnlyList<BacklogSlot> With(IReadOnlyList<double> items, IReadOnlyList<int> agents, BacklogGoal goal)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentOutOfRangeException.ThrowIfNotEqual(agents.Count, items.Count);
        Check(goal);
        var (come, due) = Sums(items, goal);
        var slots = new BacklogSlot[items.Count];
        var done = 0.0;
        for (var i = 0; i < slots.Length; i++)
        {
            done = Math.Min(come[i + 1], done + (agents[i] * goal.PerAgent));
            slots[i] = new(agents[i], come[i + 1] - done, Math.Max(0, due[i + 1] - done));
        }

        return slots;
    }

    /// <summary>The people to schedule for agents at work.</summary>
    public static int Heads(int agents, BacklogGoal goal)
    {
        Check(goal);
        return Staffing.ScheduledHeads(agents, goal.Shrinkage);
    }

    private static void Check(BacklogGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        QueueArguments.RequireSeconds(goal.HandleSeconds, nameof(goal));
        QueueArguments.RequireShare(goal.MaximumOccupancy, nameof(goal));
        ArgumentOutOfRangeException.ThrowIfNegative(goal.Waiting, nameof(goal));
    }

    /// <summary>What has come, and what must be done, by the end of each slot; the first is the beginning.</summary>
    private static (double[] Come, double[] Due) Sums(IReadOnlyList<double> items, BacklogGoal goal)
    {
        var (come, due) = (new double[items.Count + 1], new double[items.Count + 1]);
        for (var i = 0; i < items.Count; i++)
        {
            come[i + 1] = come[i] + items[i] + (i == 0 ? goal.Waiting : 0);
        }

        for (var i = goal.Slots; i <= items.Count; i++)
        {
            due[i] = come[i - goal.Slots + 1];
        }

        return (come, due);
    }

    /// <summary>The straight piece that a taut string has next: its pace, and the slot at which it ends.</summary>
    private static (double Pace, int Until) Pull(double[] come, double[] due, int at, double done)
    {
        var (slowest, fastest) = (0.0, double.PositiveInfinity);
        var (slowestAt, fastestAt) = (come.Length - 1, come.Length - 1);
        for (var i = at + 1; i < come.Length; i++)
        {
            var (low, high) = ((due[i] - done) / (i - at), Math.Max(0, come[i] - done) / (i - at));
            if (low > fastest)
            {
                return (fastest, fastestAt);
            }

            if (high < slowest)
            {
                return (slowest, slowestAt);
            }

            if (low > slowest)
            {
                (slowest, slowestAt) = (low, i);
            }

            if (high <= fastest)
            {
                (fastest, fastestAt) = (high, i);
            }
        }

        // what is promised for later than the last slot is left for then
        return (slowest, slowestAt);
    }
}
