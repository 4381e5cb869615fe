using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Slack;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>A genuine request of a person.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Acted">What the person does.</param>
/// <param name="ReplayKey">Under which the request is remembered, so that it acts once; null: doing it twice changes nothing anyway.</param>
/// <param name="RememberUntil">Until when it must be remembered.</param>
public sealed record PersonRequest(string IncidentId, PersonActed Acted, string? ReplayKey, DateTimeOffset RememberUntil)
{
    /// <summary>Where the message stands on which the person clicked, by the names of its channel; empty outside of Slack.</summary>
    internal ImmutableArray<(string Channel, SlackThread Thread)> Places { get; init; } = [];

    /// <summary>Under which a second click right after the first is recognised, which is a request of its own; or null.</summary>
    internal string? DoubleClickKey { get; init; }

    /// <summary>The link that carries the request; null when it came otherwise.</summary>
    internal LinkClaim? Claim { get; init; }
}
