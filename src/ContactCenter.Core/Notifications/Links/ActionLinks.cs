using System.Collections.Immutable;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;

namespace ContactCenter.Core.Notifications.Links;

/// <summary>Signed addresses by which a reader acts, and where to look; for channels without buttons of their own.</summary>
public sealed record ActionLinks
{
    /// <summary>No links: the deployment has no address that people can reach.</summary>
    public static ActionLinks None { get; } = new();

    /// <summary>Address by action.</summary>
    public ImmutableSortedDictionary<PersonAction, Uri> Actions { get; init; } = ImmutableSortedDictionary<PersonAction, Uri>.Empty;

    /// <summary>Address of the dashboard, or null.</summary>
    public Uri? Dashboard { get; init; }

    /// <summary>The offered actions that have a link, the most likely first.</summary>
    public IEnumerable<(PersonAction Action, Uri Address)> Offered(IncidentMessage message)
    {
        foreach (var action in OfferedActions.For(message))
        {
            if (Actions.TryGetValue(action, out var address))
            {
                yield return (action, address);
            }
        }
    }
}
