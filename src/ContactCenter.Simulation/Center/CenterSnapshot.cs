namespace ContactCenter.Simulation.Center;

/// <summary>The center at the end of a minute.</summary>
public sealed record CenterSnapshot
{
    /// <summary>The end of the minute.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The queues.</summary>
    public required IReadOnlyList<QueueSnapshot> Queues { get; init; }

    /// <summary>The agents, by routing profile.</summary>
    public required IReadOnlyList<AgentSnapshot> Agents { get; init; }

    /// <summary>Contacts that are in a flow and not yet in a queue.</summary>
    public required int CallsInIvr { get; init; }

    /// <summary>Calls in flows, waiting and talking.</summary>
    public required int ActiveCalls { get; init; }

    /// <summary>Calls turned away since the start, because the instance or a queue was full.</summary>
    public required long Rejected { get; init; }

    /// <summary>Contacts that were led around an external system since the start.</summary>
    public long LedAround { get; init; }

    /// <summary>What is broken in this minute, in sentences.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>Everything since the start, all queues together.</summary>
    public Outcome Total => Queues.Aggregate(default(Outcome), (sum, queue) => sum + queue.Total);
}

/// <summary>The agents of a routing profile at the end of a minute.</summary>
/// <param name="Busy">Agents with a customer.</param>
/// <param name="Occupancy">Share of their time since the start that they were busy, 0 to 1.</param>
public sealed record AgentSnapshot(int Busy, double Occupancy);

/// <summary>A queue at the end of a minute.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Waiting">Calls that wait.</param>
/// <param name="LongestWait">How long the first of them has waited.</param>
/// <param name="Total">What became of its contacts since the start.</param>
public sealed record QueueSnapshot(string Name, int Waiting, TimeSpan LongestWait, Outcome Total);
