using ContactCenter.Language.Text;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>The language of a contact, as far as flows and hooks have found out.</summary>
public static class SpokenLanguage
{
    /// <summary>Attribute of the contact: the language that the flows speak with the customer, a two-letter code.</summary>
    public const string Attribute = "spokenLanguage";

    /// <summary>
    /// Attribute of the contact: <c>yes</c> while that is only the first language of the configuration and nothing speaks for it.
    /// </summary>
    public const string AssumedAttribute = "languageAssumed";

    /// <summary>
    /// Two-letter code: what was found out of this contact (<c>language</c>), else what the flows speak, else the contact's own; null when
    /// none of them is a language.
    /// </summary>
    public static string? Of(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Languages.Code(request.Find("language")) ?? Languages.Code(request.Find(Attribute)) ?? Languages.Code(request.LanguageCode);
    }

    /// <summary>True while the language that is spoken is only the first one of the configuration.</summary>
    public static bool IsAssumed(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.Equals(request.Find(AssumedAttribute)?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Two-letter code of a language that something speaks for, or null: agents are looked for by it. A flow that assumes a language sets
    /// it on the contact too, so then only what was found out counts.
    /// </summary>
    public static string? Known(FlowRequest request) => IsAssumed(request) ? Languages.Code(request.Find("language")) : Of(request);

    /// <summary>
    /// The request as it is read to find out the language of a text: without the language that was only assumed, because a text says more.
    /// A call keeps it, because a bot has heard only what it listens for.
    /// </summary>
    public static FlowRequest WithoutAssumption(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Channel != "VOICE" && IsAssumed(request) ? request with { LanguageCode = null } : request;
    }
}
