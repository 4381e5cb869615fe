namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What Amazon Connect says about a queue. Null: it could not be computed, or was not asked for.</summary>
public sealed record QueueFigures
{
    /// <summary>Contacts that wait now.</summary>
    public double? Waiting { get; init; }

    /// <summary>How long the first of them has waited, in seconds.</summary>
    public double? OldestSeconds { get; init; }

    /// <summary>Agents who are not offline.</summary>
    public double? AgentsOnline { get; init; }

    /// <summary>Those of them in no status of their own.</summary>
    public double? AgentsStaffed { get; init; }

    /// <summary>Those who can take a contact now.</summary>
    public double? AgentsAvailable { get; init; }

    /// <summary>Those who have one.</summary>
    public double? AgentsOnContact { get; init; }

    /// <summary>Those in a status of their own.</summary>
    public double? AgentsNonProductive { get; init; }

    /// <summary>Contacts queued in the window.</summary>
    public double? Queued { get; init; }

    /// <summary>Share of them that gave up, in percent.</summary>
    public double? AbandonmentRate { get; init; }

    /// <summary>Share of them that left the queue in time, in percent.</summary>
    public double? ServiceLevel { get; init; }

    /// <summary>Mean wait of those who were answered, in seconds.</summary>
    public double? AverageAnswerSeconds { get; init; }

    /// <summary>Mean time of agents for a contact, in seconds.</summary>
    public double? AverageHandleSeconds { get; init; }
}
