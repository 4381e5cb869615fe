using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Web.SignIn;

/// <summary>How people prove who they are, and for how long that counts.</summary>
public sealed record SignInSettings
{
    /// <summary>Who says who somebody is, as the claim <c>iss</c> names it; it is a part of what tells callers apart.</summary>
    public required string Issuer { get; init; }

    /// <summary>Which claim names the groups of a person.</summary>
    public required string RolesClaim { get; init; }

    /// <summary>Which groups have which role.</summary>
    public required ApiRoles Roles { get; init; }

    /// <summary>After so long without doing anything somebody signs in again.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>After so long everybody signs in again.</summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>Name of the scheme that leads to whoever says who somebody is.</summary>
    public required string Scheme { get; init; }

    /// <summary>Where the session there is ended too; null: only the one here is.</summary>
    public Uri? SignOut { get; init; }
}

/// <summary>Knows people beyond what their token said when they signed in.</summary>
public interface IPeopleDirectory
{
    /// <summary>The groups of somebody now; null: there is no such person any more, or they are locked out.</summary>
    /// <param name="name">The name by which the directory knows them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<IReadOnlyList<string>?> GroupsAsync(string name, CancellationToken cancellationToken);
}
