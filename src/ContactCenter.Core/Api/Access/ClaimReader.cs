using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Access;

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
    /// <param name="now">The time.</param>
    public static CallerReading Read(
        IReadOnlyDictionary<string, string> claims,
        ApiSettings settings,
        string? issuer,
        IReadOnlyList<string> audiences,
        DateTimeOffset now)
    {
        if (issuer is null || Claim("iss") != issuer)
        {
            return new(null, "the token is of another issuer");
        }

        if (!List(Claim("aud")).Append(Claim("client_id") ?? "").Any(audiences.Contains))
        {
            return new(null, "the token is for another audience");
        }

        if (Seconds(Claim("exp")) is not { } expires || expires <= now.ToUnixTimeSeconds())
        {
            return new(null, "the token has expired");
        }

        if (Seconds(Claim("nbf")) is { } from && from > now.ToUnixTimeSeconds())
        {
            return new(null, "the token does not count yet");
        }

        if (Claim("sub") is not { Length: > 0 } subject)
        {
            return new(null, "the token names nobody");
        }

        var role = RoleOf(List(Claim(settings.RolesClaim)), settings.Roles);
        return new(new ApiCaller($"{issuer} {subject}", NameOf(subject), role), null);

        string? Claim(string name) => claims.GetValueOrDefault(name);

        // what people may change themselves, such as name or nickname, is no author
        string NameOf(string sub) => CleanText.Line(
            (Claim("email_verified") == "true" ? Claim("email") : null) ?? Claim("cognito:username") ?? Claim("username") ?? sub,
            MaximumName);
    }

    /// <summary>The highest role that a group has.</summary>
    private static ApiRole? RoleOf(string[] groups, ApiRoles roles) =>
        groups.Any(roles.Administrator.Contains) ? ApiRole.Administrator
        : groups.Any(roles.Responder.Contains) ? ApiRole.Responder
        : groups.Any(roles.Viewer.Contains) ? ApiRole.Viewer
        : null;

    /// <summary>The gateway writes a list as <c>[one two]</c>; some issuers write one with commas, or a single value.</summary>
    private static string[] List(string? text) => (text ?? "").Trim('[', ']')
        .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static long? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e12
            ? (long)seconds
            : null;
}
