namespace ContactCenter.Core.Contacts.Messaging;

/// <summary>
/// How a chat reaches the center: Amazon Connect calls all of them chats and tells them apart by <c>connect:Subtype</c>. Limits are those
/// of the administrator guide, "Chat message size limits by channel" and "Add interactive messages to chat" (read December 2026).
/// </summary>
/// <param name="Name">Its name in the configuration, in messages and in documents.</param>
/// <param name="Subtype">What Amazon Connect calls it.</param>
/// <param name="MaximumText">Characters of a message to the customer; of what counts bytes, those that fit whatever they are.</param>
/// <param name="MaximumHeard">Characters of a message of the customer that a bot is given.</param>
/// <param name="HasButtons">Whether interactive messages, which are buttons and lists, reach the customer.</param>
/// <param name="HasMarkdown">Whether a message may have a link behind words; elsewhere a link is shown as it is.</param>
public sealed record MessagingChannel(
    string Name, string Subtype, int MaximumText, int MaximumHeard, bool HasButtons, bool HasMarkdown)
{
    /// <summary>A chat on a page or in an application: 16,384 bytes to the customer, and a letter has four at most.</summary>
    public static MessagingChannel WebChat { get; } = new("webChat", "connect:Chat", 4096, 1024, HasButtons: true, HasMarkdown: true);

    /// <summary>Text messages.</summary>
    public static MessagingChannel Sms { get; } = new("sms", "connect:SMS", 1024, 1024, HasButtons: false, HasMarkdown: false);

    /// <summary>WhatsApp.</summary>
    public static MessagingChannel WhatsApp { get; } =
        new("whatsApp", "connect:WhatsApp", 4096, 4096, HasButtons: true, HasMarkdown: false);

    /// <summary>Apple Messages for Business.</summary>
    public static MessagingChannel AppleMessages { get; } =
        new("appleMessages", "connect:Apple", 4096, 4096, HasButtons: true, HasMarkdown: false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MessagingChannel> All { get; } = [WebChat, Sms, WhatsApp, AppleMessages];

    /// <summary>The one that Amazon Connect calls so; null for what is none, such as an agent's guide.</summary>
    public static MessagingChannel? Find(string? subtype) =>
        All.FirstOrDefault(channel => string.Equals(channel.Subtype, subtype, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one of this name; null: there is none.</summary>
    public static MessagingChannel? Named(string? name) => All.FirstOrDefault(channel => channel.Name == name);
}
