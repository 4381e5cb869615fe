using System.Globalization;
using System.Security.Claims;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Web.SignIn;

/// <summary>
/// What is remembered of somebody who has signed in, in a sealed cookie. Tokens are not kept: three of them would not fit into the headers
/// that a gateway takes.
/// </summary>
/// <param name="Subject">Tells people of one issuer apart, for ever.</param>
/// <param name="Name">As the author of what they do.</param>
/// <param name="UserName">The name by which the directory knows them.</param>
/// <param name="Groups">The groups when they signed in.</param>
/// <param name="Since">When they signed in.</param>
public sealed record Session(string Subject, string Name, string UserName, IReadOnlyList<string> Groups, DateTimeOffset Since)
{
    private const string SubjectClaim = "sub";
    private const string NameClaim = "name";
    private const string UserNameClaim = "user";
    private const string GroupClaim = "group";
    private const string SinceClaim = "since";

    /// <summary>The session of somebody whose token was verified; null: the token names nobody.</summary>
    /// <param name="token">Its claims.</param>
    /// <param name="settings">How people sign in.</param>
    /// <param name="now">The time.</param>
    public static Session? Of(ClaimsPrincipal token, SignInSettings settings, DateTimeOffset now)
    {
        if (token.FindFirst(SubjectClaim)?.Value is not { Length: > 0 } subject)
        {
            return null;
        }

        return new(
            subject,
            ClaimReader.NameOf(subject, claim => token.FindFirst(claim)?.Value),
            token.FindFirst("cognito:username")?.Value ?? subject,
            [.. token.FindAll(settings.RolesClaim).Select(static claim => claim.Value)],
            now);
    }

    /// <summary>The session as a cookie holds it.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new(SubjectClaim, Subject),
            new(NameClaim, Name),
            new(UserNameClaim, UserName),
            new(SinceClaim, Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. Groups.Select(static group => new Claim(GroupClaim, group)),
        ],
        "session"));

    /// <summary>The session that a cookie holds; null: it holds none.</summary>
    public static Session? Read(ClaimsPrincipal? principal)
    {
        var since = principal?.FindFirst(SinceClaim)?.Value;
        return principal?.FindFirst(SubjectClaim)?.Value is { } subject
            && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? new(
                    subject,
                    principal.FindFirst(NameClaim)?.Value ?? subject,
                    principal.FindFirst(UserNameClaim)?.Value ?? subject,
                    [.. principal.FindAll(GroupClaim).Select(static claim => claim.Value)],
                    DateTimeOffset.FromUnixTimeSeconds(seconds))
                : null;
    }

    /// <summary>Whether it counts still, however often it was used.</summary>
    public bool Counts(SignInSettings settings, DateTimeOffset now) => now - Since < settings.Longest;
}
