using ContactCenter.Core.Contacts.Messaging;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// What a contact flow tells a hook. Amazon Connect leaves members out, sends nulls, and adds members over time, so everything may be
/// absent and nothing is relied on.
/// </summary>
public sealed record FlowRequest
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A request that says nothing.</summary>
    public static FlowRequest Empty { get; } = new();

    /// <summary>Id of the contact; null when it is absent or is no id, so that it can be logged as it is.</summary>
    public string? ContactId { get; init; }

    /// <summary>Id of the contact that this one began as, before it was transferred; null as <see cref="ContactId"/> is.</summary>
    public string? InitialContactId { get; init; }

    /// <summary>VOICE, CHAT, TASK, EMAIL, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>What kind of chat it is; null for what is none, and where Amazon Connect does not say.</summary>
    public MessagingChannel? Messaging { get; init; }

    /// <summary>Language of the contact as the flow has set it, for example <c>en-US</c>, or null.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Name of the contact: the title of a task, the subject of an e-mail, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Description of a task, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Id of the customer's profile as the flow has set it, or null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Telephone number or address of the customer, or null; chats, tasks and what begins by an API call have none.</summary>
    public string? CustomerAddress { get; init; }

    /// <summary>Telephone number or address that the customer used, or null.</summary>
    public string? SystemAddress { get; init; }

    /// <summary>INBOUND, TRANSFER, CALLBACK, API …, or null.</summary>
    public string? InitiationMethod { get; init; }

    /// <summary>Display name of the queue that the flow has set, its ARN where the name is absent, or null.</summary>
    public string? Queue { get; init; }

    /// <summary>Parameters of the block, whatever the letter case of their names.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = None;

    /// <summary>Attributes of the contact, whatever the letter case of their names.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = None;

    /// <summary>The parameter of this name, else the attribute, else null; what is blank is absent.</summary>
    public string? Find(string name) => NotBlank(Parameters.GetValueOrDefault(name)) ?? NotBlank(Attributes.GetValueOrDefault(name));

    /// <summary>The first of these names that has a value, else null.</summary>
    public string? FindFirst(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? NotBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
