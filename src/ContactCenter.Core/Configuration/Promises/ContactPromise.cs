using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Promises;

/// <summary>What a contact is promised, and which contacts that are. What is not named is promised to nobody.</summary>
public sealed record ContactPromise
{
    [Description("Short name, such as business-cards; metrics and reports name it.")]
    [RegularExpression("^[a-z][a-z0-9-]{0,31}$", ErrorMessage = Findings.FormContactPromise)]
    public required string Name { get; set; }

    [Description("Topics of the classifier. Empty: every topic, and contacts without one.")]
    public IReadOnlyList<string> Topics { get; set; } = [];

    [Description("Segments of customers, as the contact attribute segment names them. Empty: every customer.")]
    public IReadOnlyList<string> Segments { get; set; } = [];

    [Description(
        "How customers reach the center: voice, chat, task, email, or one kind of chat: webChat, sms, whatsApp, appleMessages. Empty: every way.")]
    public IReadOnlyList<PromiseChannel> Channels { get; set; } = [];

    [Description("Time from the queue to the first agent, in the hours of the queue, such as 1m; at most 7d.")]
    public TimeSpan? AnswerWithin { get; set; }

    [Description(
        "Time from the beginning until the contact and its transfers are over, in the hours of the queue, such as 4h; at most 7d.")]
    public TimeSpan? ResolveWithin { get; set; }

    [Description("Mean rating of surveys that reports compare with, 1 to 5.")]
    [Range(1d, 5d)]
    public double? Satisfaction { get; set; }

    [Description("Audience that is told of these contacts in the place of contacts.escalation.audience.")]
    public string? Audience { get; set; }
}

/// <summary>How customers reach the center, with the kinds of chats by name.</summary>
[JsonConverter(typeof(NamedEnumConverter<PromiseChannel>))]
public enum PromiseChannel
{
    /// <summary>Calls, and callbacks that wait for an agent.</summary>
    Voice,

    /// <summary>Chats of every kind.</summary>
    Chat,

    /// <summary>Tasks.</summary>
    Task,

    /// <summary>E-mails.</summary>
    Email,

    /// <summary>Chats on a page or in an application.</summary>
    WebChat,

    /// <summary>Text messages.</summary>
    Sms,

    /// <summary>WhatsApp.</summary>
    WhatsApp,

    /// <summary>Apple Messages for Business.</summary>
    AppleMessages,
}
