using ContactCenter.Language.Sequences;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>What is remembered of a customer who is in touch.</summary>
/// <param name="Contacts">Other contacts of the customer within <see cref="CallerKey.Remembered"/>.</param>
/// <param name="Ticket">The ticket that was opened or joined last, or null.</param>
public sealed record CallerMemory(int Contacts, Ticket? Ticket = null)
{
    /// <summary>Whether this contact was noted before, such as before it was transferred.</summary>
    public bool IsNoted { get; init; }

    /// <summary>What the customer is likely to need next, or null: that is not known, or not worth being told.</summary>
    public TopicGuess? Next { get; init; }
}

/// <summary>A ticket in the system that keeps them.</summary>
/// <param name="Reference">What people call it, such as <c>CS0001234</c>.</param>
/// <param name="Handle">By what the system knows it.</param>
/// <param name="Link">Where people see it, or null.</param>
/// <param name="Topic">Topic of the contact that it was opened for, or null.</param>
public sealed record Ticket(string Reference, string Handle, Uri? Link, string? Topic)
{
    /// <summary>Characters of a reference and of a handle.</summary>
    public const int MaximumReference = 100;

    /// <summary>Characters of a link.</summary>
    public const int MaximumLink = 1000;

    /// <summary>Attribute of a contact with the reference.</summary>
    public const string ReferenceAttribute = "ticketReference";

    /// <summary>Attribute of a contact with the link.</summary>
    public const string LinkAttribute = "ticketLink";

    /// <summary>Attribute of a contact with the topic that the ticket was opened for.</summary>
    public const string TopicAttribute = "ticketTopic";

    /// <summary>What flows and guides of agents are told of it.</summary>
    public IReadOnlyDictionary<string, string?> Attributes => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [ReferenceAttribute] = Reference,
        [LinkAttribute] = Link?.AbsoluteUri,
        [TopicAttribute] = Topic,
    };
}
