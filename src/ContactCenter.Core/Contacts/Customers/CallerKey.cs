using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>
/// What stands for a customer in the history of contacts. Telephone numbers are so few that a bare hash of one is found by trying them all,
/// so it is a keyed one (HMAC-SHA-256, RFC 2104): without the deployment's key it tells nothing, and with another key the history begins
/// anew.
/// </summary>
public static class CallerKey
{
    /// <summary>How long a contact is remembered: who calls three times about one matter does so within days.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Bytes of the shortest key that is taken.</summary>
    public const int MinimumBytes = 16;

    private const int MinimumDigits = 7;
    private const int MaximumAddress = 256;

    /// <summary>The customer's key, or null: the number is hidden, or what is there identifies nobody.</summary>
    /// <param name="request">The request.</param>
    /// <param name="secret">The deployment's key.</param>
    /// <exception cref="ArgumentException">The key is shorter than <see cref="MinimumBytes"/>.</exception>
    public static string? Of(FlowRequest request, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (secret.Length < MinimumBytes)
        {
            throw new ArgumentException($"a key has at least {MinimumBytes} bytes", nameof(secret));
        }

        return Identity(request) is { } identity
            ? Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(identity)))
            : null;
    }

    // callers who hide their number share one word, and would share one history
    private static string? Identity(FlowRequest request)
    {
        var address = request.CustomerAddress?.Trim();
        return address switch
        {
            { Length: > MaximumAddress } => null,
            not null when TelephoneNumber.Digits(address) is { Length: >= MinimumDigits } digits => $"tel/{digits}",
            not null when address.Contains('@', StringComparison.Ordinal) => $"mail/{address.ToLowerInvariant()}",
            _ => request.CustomerId?.Trim() is { Length: > 0 and <= MaximumAddress } id ? $"id/{id}" : null,
        };
    }
}
