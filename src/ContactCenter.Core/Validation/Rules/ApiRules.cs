using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Who may call the API must be known, and nobody must have two roles by one group.</summary>
internal static class ApiRules
{
    private const string Path = "$.api";

    public static void Check(ApiSettings? settings, List<ConfigurationProblem> found)
    {
        if (settings is null)
        {
            return;
        }

        switch (settings)
        {
            case { Cognito: true, Issuer: not null }:
                found.Add(new($"{Path}.issuer", "an issuer beside cognito", "expected one of the two: who issues tokens is the user pool"));
                break;
            case { Cognito: true, Audience.Count: > 0 }:
                found.Add(new($"{Path}.audience", "an audience beside cognito", "expected none: it is the client of the user pool"));
                break;
            case { Cognito: false, Issuer: not null, Audience.Count: 0 }:
                found.Add(new($"{Path}.audience", "none", "expected for whom the issuer issues tokens, such as the id of a client"));
                break;
            case { Cognito: false, Issuer: null, Audience.Count: > 0 }:
                found.Add(new($"{Path}.issuer", "none", "expected who issues the tokens of this audience"));
                break;
            case { Cognito: false, Issuer: null, SignedTokens: false }:
                found.Add(new(Path, "nobody who could call it", "expected cognito, issuer with audience, or signedTokens"));
                break;
        }

        CheckRoles(settings.Roles, found);
    }

    private static void CheckRoles(ApiRoles roles, List<ConfigurationProblem> found)
    {
        var all = new[] { ("viewer", roles.Viewer), ("responder", roles.Responder), ("administrator", roles.Administrator) };
        var twice = all.SelectMany(static role => role.Item2, static (role, group) => (Role: role.Item1, Group: group))
            .GroupBy(static entry => entry.Group, StringComparer.Ordinal)
            .Where(static group => group.Select(static entry => entry.Role).Distinct().Count() > 1);
        foreach (var group in twice)
        {
            found.Add(new(
                $"{Path}.roles.{group.Last().Role}",
                ConfigurationRules.Quote(group.Key),
                $"this group is {group.First().Role} already; a group has one role, and each role may do what those before it may"));
        }
    }
}
