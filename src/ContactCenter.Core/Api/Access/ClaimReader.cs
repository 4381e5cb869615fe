using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Access;

/// <summary>
/// Who calls by the claims of a token that the gateway has verified. Issuer, audience and time are looked at once more: a route that lost
/// its authorizer, or was given another one, must not open the door.
/// </summary>
public static class ClaimReader
{
    private const int MaximumName = 120;

    /// <summary>Reads claims.</summary>
    /// <param name="claims">As the gateway passes them on: every value a text.</param>
    /// <param name="settings">Who may call.</param>
    /// <param name="issuer">Who issues tokens.</param>
    /// <param name="audiences">For whom.</param>
    /// <param name="token">
    /// The token that the gateway has verified; it tells apart what the gateway writes alike: one group of two words, and two groups. Null:
    /// a blank in a list parts groups.
    /// </param>
    /// <param name="now">The time.</param>
    public static CallerReading Read(
        IReadOnlyDictionary<string, string> claims,
        ApiSettings settings,
        string? issuer,
        IReadOnlyList<string> audiences,
        string? token,
        DateTimeOffset now)
    {
        if (issuer is null || Claim("iss") != issuer)
        {
            return new(null, Replies.TokenOfOtherIssuer);
        }

        if (!List(Claim("aud")).Append(Claim("client_id") ?? "").Any(audiences.Contains))
        {
            return new(null, Replies.TokenForOthers);
        }

        if (Seconds(Claim("exp")) is not { } expires || expires <= now.ToUnixTimeSeconds())
        {
            return new(null, Replies.TokenExpired);
        }

        if (Seconds(Claim("nbf")) is { } from && from > now.ToUnixTimeSeconds())
        {
            return new(null, Replies.TokenTooEarly);
        }

        if (Claim("sub") is not { Length: > 0 } subject)
        {
            return new(null, Replies.TokenNamesNobody);
        }

        var role = RoleOf(Groups(settings.RolesClaim, Claim(settings.RolesClaim), token), settings.Roles);
        return new(new ApiCaller($"{issuer} {subject}", NameOf(subject, Claim), role), null);

        string? Claim(string name) => claims.GetValueOrDefault(name);
    }

    /// <summary>As whom somebody acts: what people may change themselves, such as name or nickname, is no author.</summary>
    /// <param name="subject">Who it is where nothing else is known.</param>
    /// <param name="claim">Gives a claim of a verified token, or null.</param>
    public static string NameOf(string subject, Func<string, string?> claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return CleanText.Line(
            (claim("email_verified") == "true" ? claim("email") : null) ?? claim("cognito:username") ?? claim("username") ?? subject,
            MaximumName);
    }

    /// <summary>The highest role that one of the groups has; null: none has one.</summary>
    /// <param name="groups">Groups by their whole names.</param>
    /// <param name="roles">Which groups have which role.</param>
    public static ApiRole? RoleOf(IReadOnlyCollection<string> groups, ApiRoles roles) =>
        groups.Any(roles.Administrator.Contains) ? ApiRole.Administrator
        : groups.Any(roles.Responder.Contains) ? ApiRole.Responder
        : groups.Any(roles.Viewer.Contains) ? ApiRole.Viewer
        : null;

    /// <summary>
    /// Groups by their whole names: whoever is in <c>Call Center administrator</c> is no administrator. Only a list has to be read from the
    /// token itself, and that counts only where it has the very words that the gateway has verified. Where it has others, nobody knows
    /// which groups there are, and the caller is in none.
    /// </summary>
    private static string[] Groups(string claim, string? text, string? token)
    {
        if (text is not ['[', .., ']'])
        {
            // RFC 8693: scopes are parted by blanks
            return claim is "scope" or "scp" ? Words(text) : (text ?? "").Split(',', Clean);
        }

        if (token is null)
        {
            return List(text);
        }

        return TokenPayload.List(token, claim) is { } named && named.SelectMany(Words).SequenceEqual(List(text)) ? named : [];
    }

    /// <summary>The gateway writes a list as <c>[one two]</c>; some issuers write one with commas, or a single value.</summary>
    private static string[] List(string? text) => Words((text ?? "").Trim('[', ']'));

    private const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static string[] Words(string? text) => (text ?? "").Split([' ', ','], Clean);

    private static long? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e12
            ? (long)seconds
            : null;
}
