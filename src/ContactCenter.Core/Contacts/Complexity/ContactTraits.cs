namespace ContactCenter.Core.Contacts.Complexity;

/// <summary>What is known of a contact when it is routed, beside its topic; null: it is not known.</summary>
/// <param name="Channel">Contact channel, by its name.</param>
/// <param name="Language">Language as a two-letter code; one that the flow only assumed is not known.</param>
/// <param name="IsSeveral">Whether there is more than one concern.</param>
/// <param name="CameBefore">Whether the customer was in touch in the days before.</param>
public sealed record ContactTraits(string? Channel, string? Language, bool? IsSeveral, bool? CameBefore)
{
    /// <summary>Nothing is known.</summary>
    public static ContactTraits Unknown { get; } = new(null, null, null, null);

    /// <summary>What is known, each by a name under which it is counted and learned.</summary>
    public IEnumerable<string> Names()
    {
        if (Channel is not null)
        {
            yield return $"channel {Channel}";
        }

        if (Language is not null)
        {
            yield return $"language {Language}";
        }

        if (IsSeveral is { } isSeveral)
        {
            yield return isSeveral ? "several concerns" : "one concern";
        }

        if (CameBefore is { } cameBefore)
        {
            yield return cameBefore ? "came before" : "did not come before";
        }
    }
}
