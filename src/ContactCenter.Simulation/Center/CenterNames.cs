using ContactCenter.Core.Configuration;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>The names of a contact center, as a configuration has them.</summary>
public sealed record CenterNames
{
    /// <summary>Id of the Amazon Connect instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Where its day begins and ends.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When its queues are served.</summary>
    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.AlwaysOpen;

    /// <summary>Queues, busiest first.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>Contact flows, the main entry first; one with "chat" in its name takes chats.</summary>
    public IReadOnlyList<string> Flows { get; init; } = [];

    /// <summary>Functions that flows call.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>
    /// Those of the functions that are hooks of this system. They have a deadline, and an answer prepared for it.
    /// </summary>
    public IReadOnlyDictionary<string, HookName> Hooks { get; init; } = new Dictionary<string, HookName>();

    /// <summary>Namespace in which failures in the log of flows are counted; null: they are not.</summary>
    public string? FlowLogs { get; init; }

    /// <summary>Milliseconds that hooks give the external system.</summary>
    public double HookBudgetMilliseconds { get; init; } = CrmSettings.UsualBudgetMilliseconds;

    /// <summary>Flows of calls that this system has deployed: they share the calls with the others.</summary>
    public IReadOnlyList<string> OwnFlows { get; init; } = [];

    /// <summary>Bots; the first is the one of the IVR.</summary>
    public IReadOnlyList<BotDescription> Bots { get; init; } = [];

    /// <summary>Tables with the names of their indexes.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Indexes)> Tables { get; init; } = [];

    /// <summary>External systems.</summary>
    public IReadOnlyList<string> Apis { get; init; } = [];

    /// <summary>Routing profiles.</summary>
    public IReadOnlyList<string> RoutingProfiles { get; init; } = [];
}

/// <summary>A hook of this system.</summary>
/// <param name="Name">By what its metrics know it.</param>
/// <param name="Api">The external system that it asks, or null.</param>
public sealed record HookName(string Name, string? Api);
