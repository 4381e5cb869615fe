using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace ContactCenter.Core.Notifications.Links;

/// <summary>
/// The same as <see cref="SignedLinks"/> in 36 characters, for text messages: one fits there beside what happened even with the long name
/// that API Gateway gives itself. It holds what a text message needs: an incident, an action, the number of the message, the last digits of
/// a phone number, an expiry in whole hours. The signature is HMAC-SHA256 cut to 96 bits, as IPsec cuts its own (RFC 2404): guessing one of
/// them takes 2^95 requests to an address that is throttled, within three days.
/// </summary>
internal static class ShortLinks
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string RecipientStart = "sms ";
    private const byte Version = 0x20;
    private const int CodeLetters = 8;
    private const int ClaimBytes = 15;
    private const int SignatureBytes = 12;
    private static readonly int Length = Base64Url.GetEncodedLength(ClaimBytes + SignatureBytes);

    /// <summary>Keeps signatures of this form from being taken for those of another.</summary>
    private static readonly byte[] Purpose = "short link\n"u8.ToArray();

    /// <summary>Whether a segment is of this form, whatever it is worth.</summary>
    public static bool IsOne(string segment) => segment.Length == Length;

    /// <summary>The segment of a claim; null when it says something that this form has no room for.</summary>
    public static string? Make(LinkClaim claim, LinkKeys keys)
    {
        Span<byte> bytes = stackalloc byte[ClaimBytes + SignatureBytes];
        if (!TryWrite(claim, bytes[..ClaimBytes]))
        {
            return null;
        }

        Sign(bytes[..ClaimBytes], keys.Current, bytes[ClaimBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a segment; nothing that it says counts before the signature was checked, and that in constant time.</summary>
    public static LinkReading Read(string segment, LinkKeys keys, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[ClaimBytes + SignatureBytes];
        if (Base64Url.DecodeFromChars(segment, bytes, out _, out var written) != OperationStatus.Done || written != bytes.Length)
        {
            return new LinkReading(null, LinkProblem.Malformed);
        }

        // there is no room for the id of a key, so each that is valid is tried
        var claimed = bytes[..ClaimBytes];
        if (!IsSigned(claimed, bytes[ClaimBytes..], keys.Current)
            && (keys.Previous is null || !IsSigned(claimed, bytes[ClaimBytes..], keys.Previous)))
        {
            return new LinkReading(null, LinkProblem.WrongSignature);
        }

        return Claim(claimed) is not { } claim ? new LinkReading(null, LinkProblem.Malformed)
            : now >= claim.ExpiresAt ? new LinkReading(claim, LinkProblem.Expired)
            : new LinkReading(claim, null);
    }

    private static bool IsSigned(ReadOnlySpan<byte> claim, ReadOnlySpan<byte> signature, LinkKey key)
    {
        Span<byte> expected = stackalloc byte[SignatureBytes];
        Sign(claim, key, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }

    private static void Sign(ReadOnlySpan<byte> claim, LinkKey key, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret.AsSpan(), [.. Purpose, .. claim], hash);
        hash[..SignatureBytes].CopyTo(signature);
    }

    /// <summary>Version with action, code, number, step, digits and hours since 1970, in 1, 5, 2, 2, 2 and 3 bytes.</summary>
    private static bool TryWrite(LinkClaim claim, Span<byte> bytes)
    {
        if (claim.IncidentId.Split('-') is not [{ Length: CodeLetters } code, var number]
            || !uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var incident)
            || incident > 0xffff
            || !ushort.TryParse(claim.Step, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            || claim.Recipient is not [.., _, _, _, _] recipient
            || recipient.Length != RecipientStart.Length + 4
            || !recipient.StartsWith(RecipientStart, StringComparison.Ordinal)
            || !ushort.TryParse(recipient.AsSpan(RecipientStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return false;
        }

        ulong packed = 0;
        foreach (var letter in code)
        {
            var value = Alphabet.IndexOf(letter);
            if (value < 0)
            {
                return false;
            }

            packed = (packed << 5) | (uint)value;
        }

        var hours = (uint)((claim.ExpiresAt.ToUnixTimeSeconds() + 3599) / 3600);
        bytes[0] = (byte)(Version | SignedLinks.Letter(claim.Action) & 0x1f);
        bytes[1] = (byte)(packed >> 32);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)packed);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)incident);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], step);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], digits);
        bytes[12] = (byte)(hours >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[13..], (ushort)hours);
        return true;
    }

    private static LinkClaim? Claim(ReadOnlySpan<byte> bytes)
    {
        if ((bytes[0] & 0xe0) != Version || SignedLinks.Action(((char)(bytes[0] & 0x1f | 0x60)).ToString()) is not { } action)
        {
            return null;
        }

        var packed = ((ulong)bytes[1] << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]);
        var code = new char[CodeLetters];
        for (var i = CodeLetters - 1; i >= 0; i--)
        {
            code[i] = Alphabet[(int)(packed & 31)];
            packed >>= 5;
        }

        var hours = ((long)bytes[12] << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[13..]);
        return new LinkClaim(
            string.Create(CultureInfo.InvariantCulture, $"{new string(code)}-{BinaryPrimitives.ReadUInt16BigEndian(bytes[6..])}"),
            action,
            string.Create(CultureInfo.InvariantCulture, $"{RecipientStart}{BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]):0000}"),
            BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]).ToString(CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeSeconds(hours * 3600));
    }
}
