using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Messaging;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>Which promise a contact has.</summary>
public static class ContactPromises
{
    /// <summary>The first that fits; null: nothing is promised.</summary>
    /// <param name="settings">What is promised.</param>
    /// <param name="topic">Topic of the classifier, or null.</param>
    /// <param name="segment">Segment of the customer, or null.</param>
    /// <param name="channel">How the customer reaches the center.</param>
    /// <param name="messaging">Which kind of chat it is, or null.</param>
    public static ContactPromise? Find(
        ContactSettings settings, string? topic, string? segment, ContactChannel channel, MessagingChannel? messaging = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Promises.FirstOrDefault(promise =>
            Fits(promise.Topics, topic)
            && Fits(promise.Segments, segment)
            && (promise.Channels.Count == 0 || promise.Channels.Any(one => Fits(one, channel, messaging))));
    }

    /// <summary>Whether a name is among those; where there are none, every one is.</summary>
    private static bool Fits(IReadOnlyList<string> names, string? name) =>
        names.Count == 0 || (name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool Fits(PromiseChannel promised, ContactChannel channel, MessagingChannel? messaging) => promised switch
    {
        PromiseChannel.Voice => channel == ContactChannel.Voice,
        PromiseChannel.Chat => channel == ContactChannel.Chat,
        PromiseChannel.Task => channel == ContactChannel.Task,
        PromiseChannel.Email => channel == ContactChannel.Email,
        PromiseChannel.WebChat => messaging == MessagingChannel.WebChat,
        PromiseChannel.Sms => messaging == MessagingChannel.Sms,
        PromiseChannel.WhatsApp => messaging == MessagingChannel.WhatsApp,
        PromiseChannel.AppleMessages => messaging == MessagingChannel.AppleMessages,
        _ => false,
    };
}
