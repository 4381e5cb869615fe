using System.Collections.Immutable;

namespace ContactCenter.Core.Notifications.Links;

/// <summary>A key that signs links.</summary>
public sealed class LinkKey
{
    /// <summary>Shortest key, in bytes: that of the hash (RFC 2104, section 3: shorter ones weaken it).</summary>
    public const int MinimumBytes = 32;

    /// <summary>Makes a key.</summary>
    /// <param name="id">Names the key in links: 1 to 16 ASCII letters and digits.</param>
    /// <param name="secret">At least 32 random bytes.</param>
    /// <exception cref="ArgumentException">The id or the secret is not as described.</exception>
    public LinkKey(string id, ImmutableArray<byte> secret)
    {
        if (id.Length is < 1 or > 16 || !id.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("the id of a link key has 1 to 16 ASCII letters and digits", nameof(id));
        }

        if (secret.IsDefault || secret.Length < MinimumBytes)
        {
            throw new ArgumentException($"a link key has at least {MinimumBytes} bytes", nameof(secret));
        }

        Id = id;
        Secret = secret;
    }

    /// <summary>Names the key in links.</summary>
    public string Id { get; }

    internal ImmutableArray<byte> Secret { get; }

    /// <summary>The id alone: a secret is never written down.</summary>
    public override string ToString() => $"link key {Id}";
}

/// <summary>The keys that are valid: the one that signs, and while keys are being changed the one before it.</summary>
/// <param name="Current">Signs, and is accepted.</param>
/// <param name="Previous">Is accepted, so that links that were sent before the change still work; or null.</param>
public sealed record LinkKeys(LinkKey Current, LinkKey? Previous = null)
{
    /// <summary>The key of an id, or null when it is not valid (any longer).</summary>
    public LinkKey? Find(string id) => id == Current.Id ? Current : id == Previous?.Id ? Previous : null;
}
