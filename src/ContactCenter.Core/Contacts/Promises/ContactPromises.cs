using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Promises;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>Which promise a contact has.</summary>
public static class ContactPromises
{
    /// <summary>The first that fits; null: nothing is promised.</summary>
    public static ContactPromise? Find(ContactSettings settings, string? topic, string? segment, ContactChannel channel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Promises.FirstOrDefault(promise =>
            Fits(promise.Topics, topic)
            && Fits(promise.Segments, segment)
            && (promise.Channels.Count == 0 || promise.Channels.Contains(channel)));
    }

    /// <summary>Whether a name is among those; where there are none, every one is.</summary>
    private static bool Fits(IReadOnlyList<string> names, string? name) =>
        names.Count == 0 || (name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
