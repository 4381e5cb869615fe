using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// Checks bodies as PagerDuty signs them (developer.pagerduty.com, "Verifying Signatures"): HMAC-SHA256 over the raw body in hex, under
/// every secret that is valid there, <c>v1=…</c> and separated by commas. One that matches is enough.
/// </summary>
public static class PagerDutySignature
{
    /// <summary>Header with the signatures.</summary>
    public const string Header = "x-pagerduty-signature";

    /// <summary>While a secret is exchanged there are two; who sends many wants us to reckon.</summary>
    private const int MaximumSignatures = 8;

    private const string Version = "v1=";

    /// <summary>The signature of a body, with its version.</summary>
    public static string Make(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body) =>
        Version + Convert.ToHexStringLower(HMACSHA256.HashData(key, body));

    /// <summary>What is wrong with a signed body, for the log; null when it is genuine.</summary>
    /// <param name="keys">Secrets of the subscriptions that may call.</param>
    /// <param name="signatures">The header.</param>
    /// <param name="body">The raw body.</param>
    public static string? Problem(ImmutableArray<ImmutableArray<byte>> keys, string? signatures, ReadOnlySpan<byte> body)
    {
        if (signatures is null)
        {
            return "the request is not signed";
        }

        var given = signatures.Split(',', MaximumSignatures + 1, StringSplitOptions.TrimEntries);
        if (given.Length > MaximumSignatures)
        {
            return $"the request has more than {MaximumSignatures} signatures";
        }

        var isGenuine = false;
        foreach (var key in keys)
        {
            var expected = Encoding.UTF8.GetBytes(Make(key.AsSpan(), body));
            foreach (var one in given)
            {
                // all are compared, so that the time does not tell which of them was nearly right
                isGenuine |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(one));
            }
        }

        return isGenuine ? null : "none of the request's signatures is right";
    }
}
