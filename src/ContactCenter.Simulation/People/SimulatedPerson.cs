namespace ContactCenter.Simulation.People;

/// <summary>How somebody on call behaves.</summary>
/// <param name="Name">Who it is: the name or address to which messages go.</param>
public sealed record SimulatedPerson(string Name)
{
    /// <summary>Half of the messages are read within this time.</summary>
    public TimeSpan UsualDelay { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How much reading times vary: the standard deviation of their logarithm.</summary>
    public double Spread { get; init; } = 0.6;

    /// <summary>Share of messages that are read much later, 0 to 1.</summary>
    public double LateShare { get; init; } = 0.1;

    /// <summary>How many times as long a late message lies.</summary>
    public double LateFactor { get; init; } = 8;

    /// <summary>Share of messages that are never read, 0 to 1.</summary>
    public double NeverShare { get; init; } = 0.05;

    /// <summary>Share of read messages that are acknowledged, 0 to 1; the others are left to somebody else.</summary>
    public double AcknowledgeShare { get; init; } = 0.85;
}

/// <summary>What somebody does with a message.</summary>
public enum PersonAction
{
    /// <summary>Never sees it.</summary>
    NeverReads,

    /// <summary>Reads it and leaves it to somebody else.</summary>
    Reads,

    /// <summary>Reads it and acknowledges the incident.</summary>
    Acknowledges,
}

/// <summary>What somebody will do with a message, and when.</summary>
/// <param name="Action">What.</param>
/// <param name="At">When; null when the message is never read.</param>
public sealed record PersonReaction(PersonAction Action, DateTimeOffset? At);
