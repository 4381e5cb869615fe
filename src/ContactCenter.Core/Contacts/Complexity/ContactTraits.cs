namespace ContactCenter.Core.Contacts.Complexity;

/// <summary>What is known of a contact when it is routed, beside its topic; null: it is not known.</summary>
/// <param name="Channel">Contact channel, by its name.</param>
/// <param name="Language">Language as a two-letter code; one that the flow only assumed is not known.</param>
/// <param name="IsSeveral">Whether there is more than one concern.</param>
/// <param name="CameBefore">Whether the customer was in touch in the days before.</param>
public sealed record ContactTraits(string? Channel, string? Language, bool? IsSeveral, bool? CameBefore)
{
    /// <summary>Begins the name of a channel.</summary>
    public const string OfChannel = "channel";

    /// <summary>Begins the name of a language.</summary>
    public const string OfLanguage = "language";

    /// <summary>More than one concern.</summary>
    public const string Several = "several concerns";

    /// <summary>One concern.</summary>
    public const string One = "one concern";

    /// <summary>The customer was in touch in the days before.</summary>
    public const string Before = "came before";

    /// <summary>The customer was not.</summary>
    public const string NotBefore = "did not come before";

    /// <summary>Nothing is known.</summary>
    public static ContactTraits Unknown { get; } = new(null, null, null, null);

    /// <summary>What is known, each by a name under which it is counted and learned.</summary>
    public IEnumerable<string> Names()
    {
        if (Channel is not null)
        {
            yield return $"{OfChannel} {Channel}";
        }

        if (Language is not null)
        {
            yield return $"{OfLanguage} {Language}";
        }

        if (IsSeveral is { } isSeveral)
        {
            yield return isSeveral ? Several : One;
        }

        if (CameBefore is { } cameBefore)
        {
            yield return cameBefore ? Before : NotBefore;
        }
    }
}
