using System.Text.Json.Serialization;

namespace ContactCenter.Core.Common;

/// <summary>How a customer reaches the center.</summary>
[JsonConverter(typeof(NamedEnumConverter<ContactChannel>))]
public enum ContactChannel
{
    /// <summary>Calls, and callbacks that wait for an agent.</summary>
    Voice,

    /// <summary>Chats and messages.</summary>
    Chat,

    /// <summary>Tasks.</summary>
    Task,

    /// <summary>E-mails.</summary>
    Email,
}

/// <summary>Names of channels.</summary>
public static class ContactChannels
{
    /// <summary>Amazon Connect's name of a channel, such as <c>VOICE</c>; the value of the dimension <c>Channel</c>.</summary>
    public static string Name(this ContactChannel channel) => channel switch
    {
        ContactChannel.Voice => "VOICE",
        ContactChannel.Chat => "CHAT",
        ContactChannel.Task => "TASK",
        ContactChannel.Email => "EMAIL",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    /// <summary>The channel that Amazon Connect calls so, or null.</summary>
    public static ContactChannel? Find(string? name) => name switch
    {
        "VOICE" => ContactChannel.Voice,
        "CHAT" => ContactChannel.Chat,
        "TASK" => ContactChannel.Task,
        "EMAIL" => ContactChannel.Email,
        _ => null,
    };
}
