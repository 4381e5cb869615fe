using System.Collections.Frozen;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>The topics of which every minute counts.</summary>
public static class EmergencyTopics
{
    /// <summary>Those that a configuration calls emergencies.</summary>
    public static FrozenSet<string> Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Routing.Topics.Where(static topic => topic.Value.Emergency)
            .Select(static topic => topic.Key)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
