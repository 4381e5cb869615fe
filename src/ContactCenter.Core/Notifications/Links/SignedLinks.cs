using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Links;

/// <summary>
/// Makes and reads the last path segment of signed links:
/// <c>1~key~action~expiry~incident~step~recipient~signature</c>. The signature is HMAC-SHA256 over a canonical text in which every
/// field has its length before it, so that no two claims have the same text, cut to 128 bits: half of the hash, the shortest that
/// RFC 2104 (section 5) recommends, so that a link fits into a text message. The segment must be spelled exactly as it was made:
/// a change of any character, even one that decodes to the same bytes, is refused.
/// </summary>
public static class SignedLinks
{
    /// <summary>A segment is never longer; what is longer is not read.</summary>
    public const int MaximumLength = 400;

    private const string Version = "1";
    private const char Separator = '~';
    private const int SignatureBytes = 16;

    /// <summary>Makes the segment of a claim.</summary>
    /// <exception cref="ArgumentException">A field of the claim has characters or a length that links do not carry.</exception>
    public static string Make(LinkClaim claim, LinkKeys keys)
    {
        if (!IsName(claim.IncidentId) || !IsName(claim.Step) || claim.Recipient.Length is < 1 or > 128)
        {
            throw new ArgumentException(
                "a link carries an incident and a step of 1 to 64 letters, digits, dots and dashes, and a recipient of 1 to 128 characters",
                nameof(claim));
        }

        var fields = ImmutableArray.Create(
            Version,
            keys.Current.Id,
            Letter(claim.Action).ToString(),
            claim.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            claim.IncidentId,
            claim.Step,
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claim.Recipient)));
        return $"{string.Join(Separator, fields)}{Separator}{Sign(fields, keys.Current)}";
    }

    /// <summary>Reads a segment; nothing that it says counts before the signature was checked, and that in constant time.</summary>
    public static LinkReading Read(string? segment, LinkKeys keys, DateTimeOffset now)
    {
        if (segment is not null && ShortLinks.IsOne(segment))
        {
            return ShortLinks.Read(segment, keys, now);
        }

        if (segment is null || segment.Length > MaximumLength || segment.Split(Separator) is not [Version, _, _, _, _, _, _, _] parts)
        {
            return new LinkReading(null, LinkProblem.Malformed);
        }

        if (keys.Find(parts[1]) is not { } key)
        {
            return new LinkReading(null, LinkProblem.UnknownKey);
        }

        var expected = Encoding.ASCII.GetBytes(Sign([.. parts[..^1]], key));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(parts[^1])))
        {
            return new LinkReading(null, LinkProblem.WrongSignature);
        }

        return Claim(parts) is not { } claim ? new LinkReading(null, LinkProblem.Malformed)
            : now >= claim.ExpiresAt ? new LinkReading(claim, LinkProblem.Expired)
            : new LinkReading(claim, null);
    }

    private static LinkClaim? Claim(string[] parts)
    {
        try
        {
            return Action(parts[2]) is { } action
                && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? new LinkClaim(
                    parts[4],
                    action,
                    Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[6])),
                    parts[5],
                    DateTimeOffset.FromUnixTimeSeconds(seconds))
                : null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            // only reached with a good signature, that is, by a version of this program that made links otherwise
            return null;
        }
    }

    private static string Sign(ImmutableArray<string> fields, LinkKey key)
    {
        var canonical = new StringBuilder();
        foreach (var field in fields)
        {
            canonical.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}\n");
        }

        var hash = HMACSHA256.HashData(key.Secret.AsSpan(), Encoding.UTF8.GetBytes(canonical.ToString()));
        return Base64Url.EncodeToString(hash.AsSpan(0, SignatureBytes));
    }

    private static bool IsName(string text) =>
        text.Length is >= 1 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');

    internal static char Letter(PersonAction action) => action switch
    {
        PersonAction.Acknowledge => 'a',
        PersonAction.Snooze => 's',
        PersonAction.Escalate => 'e',
        PersonAction.Resolve => 'r',
        PersonAction.Approve => 'p',
        _ => throw new ArgumentException("there are no links for this action", nameof(action)),
    };

    internal static PersonAction? Action(string letter) => letter switch
    {
        "a" => PersonAction.Acknowledge,
        "s" => PersonAction.Snooze,
        "e" => PersonAction.Escalate,
        "r" => PersonAction.Resolve,
        "p" => PersonAction.Approve,
        _ => null,
    };
}

/// <summary>What a signed link says: who may do what to which incident until when.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Action">What the link does.</param>
/// <param name="Recipient">To whom the link was sent, as it stands on the timeline afterwards; 1 to 128 characters.</param>
/// <param name="Step">The effect with which it was sent, so that links of two messages differ; ASCII letters, digits, dots and
/// dashes.</param>
/// <param name="ExpiresAt">From when it counts no longer; whole seconds.</param>
public sealed record LinkClaim(string IncidentId, PersonAction Action, string Recipient, string Step, DateTimeOffset ExpiresAt);

/// <summary>Why a link does not count.</summary>
public enum LinkProblem
{
    /// <summary>It does not have the form of a link of ours.</summary>
    Malformed,

    /// <summary>It was signed with a key that is not valid (any longer).</summary>
    UnknownKey,

    /// <summary>The signature does not fit: something was changed.</summary>
    WrongSignature,

    /// <summary>It is genuine, but its time is over.</summary>
    Expired,
}

/// <summary>What came of reading a link.</summary>
/// <param name="Claim">What it says; null unless it is genuine.</param>
/// <param name="Problem">Why it does not count; null when it does.</param>
public sealed record LinkReading(LinkClaim? Claim, LinkProblem? Problem);
