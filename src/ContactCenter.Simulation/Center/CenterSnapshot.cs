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

    /// <summary>Calls that wait.</summary>
    public int Waiting => Queues.Sum(queue => queue.Waiting);

    /// <summary>Everything since the start, all queues together.</summary>
    public Outcome Total => Queues.Aggregate(default(Outcome), (sum, queue) => sum + queue.Total);
}
