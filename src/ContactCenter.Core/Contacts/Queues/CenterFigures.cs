namespace ContactCenter.Core.Contacts.Queues;

/// <summary>What Amazon Connect says about a contact center at one time; what could not be read is left out and named.</summary>
public sealed record CenterFigures
{
    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The time before it that rates and means are about.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Queues by name.</summary>
    public IReadOnlyDictionary<string, QueueFigures> Queues { get; init; } = new Dictionary<string, QueueFigures>();

    /// <summary>Routing profiles by name.</summary>
    public IReadOnlyDictionary<string, ProfileFigures> RoutingProfiles { get; init; } = new Dictionary<string, ProfileFigures>();

    /// <summary>Contact flows by name.</summary>
    public IReadOnlyDictionary<string, OutcomeFigures> ContactFlows { get; init; } = new Dictionary<string, OutcomeFigures>();

    /// <summary>Bots by name.</summary>
    public IReadOnlyDictionary<string, OutcomeFigures> Bots { get; init; } = new Dictionary<string, OutcomeFigures>();

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
