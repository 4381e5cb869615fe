using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Access;

/// <summary>
/// Tokens for machines, signed with the key of links: <c>cct1.key.role.expiry.name.signature</c>. The signature is HMAC-SHA256 over a
/// canonical text with a purpose of its own, so that no link is a token and no token a link. There is one algorithm, and a token does not
/// name it: what names another one is no token.
/// </summary>
public static class SignedTokens
{
    /// <summary>No token counts longer: a key that is lost is lost for so long at most.</summary>
    public static readonly TimeSpan MaximumLifetime = TimeSpan.FromDays(90);

    private const string Version = "cct1";
    private const char Separator = '.';
    private const int MaximumLength = 400;
    private const int MaximumName = 100;

    /// <summary>Makes a token.</summary>
    /// <param name="name">Who acts by it, as it stands on timelines; 1 to 100 characters.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="until">From when it counts no longer.</param>
    /// <param name="keys">The keys.</param>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be shown.</exception>
    public static string Make(string name, ApiRole role, DateTimeOffset until, LinkKeys keys)
    {
        if (name.Length is 0 or > MaximumName || CleanText.Line(name, MaximumName) != name)
        {
            throw new ArgumentException($"a name has 1 to {MaximumName} characters that can be shown", nameof(name));
        }

        string[] fields =
        [
            Version,
            keys.Current.Id,
            Letter(role),
            until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name)),
        ];
        return $"{string.Join(Separator, fields)}{Separator}{Sign(fields, keys.Current)}";
    }

    /// <summary>Reads a token; nothing that it says counts before the signature was checked, and that in constant time.</summary>
    public static CallerReading Read(string token, LinkKeys keys, DateTimeOffset now)
    {
        if (token.Length > MaximumLength || token.Split(Separator) is not [Version, _, _, _, _, _] parts)
        {
            return new(null, Replies.TokenNotOurs);
        }

        if (keys.Find(parts[1]) is not { } key)
        {
            return new(null, Replies.TokenKeyInvalid);
        }

        var expected = Encoding.ASCII.GetBytes(Sign(parts[..^1], key));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(parts[^1])))
        {
            return new(null, Replies.TokenSignatureWrong);
        }

        if (!long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Role(parts[2]) is not { } role)
        {
            return new(null, Replies.TokenNotOurs);
        }

        var left = seconds - now.ToUnixTimeSeconds();
        if (left <= 0 || left > MaximumLifetime.TotalSeconds)
        {
            return new(null, left <= 0 ? Replies.TokenExpired : Replies.TokenTooLong);
        }

        var name = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[4]));
        return new(new ApiCaller($"token {parts[2]} {name}", CleanText.Line(name, MaximumName), role), null);
    }

    private static string Sign(IEnumerable<string> fields, LinkKey key)
    {
        var canonical = new StringBuilder("api token\n");
        foreach (var field in fields)
        {
            canonical.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}\n");
        }

        return Base64Url.EncodeToString(HMACSHA256.HashData(key.Secret.AsSpan(), Encoding.UTF8.GetBytes(canonical.ToString())));
    }

    private static string Letter(ApiRole role) => role switch
    {
        ApiRole.Viewer => "v",
        ApiRole.Responder => "r",
        ApiRole.Administrator => "a",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "unknown role"),
    };

    private static ApiRole? Role(string letter) => letter switch
    {
        "v" => ApiRole.Viewer,
        "r" => ApiRole.Responder,
        "a" => ApiRole.Administrator,
        _ => null,
    };
}
