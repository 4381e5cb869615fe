using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>
/// Who may call the API must be known, nobody must have two roles by one group, and a group must not read like several.
/// </summary>
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
                found.Add(new($"{Path}.issuer", Findings.IssuerBesideCognito, Findings.OneIssuer));
                break;
            case { Cognito: true, Audience.Count: > 0 }:
                found.Add(new($"{Path}.audience", Findings.AudienceBesideCognito, Findings.NoAudience));
                break;
            case { Cognito: false, Issuer: not null, Audience.Count: 0 }:
                found.Add(new($"{Path}.audience", Findings.None, Findings.AudienceExpected));
                break;
            case { Cognito: false, Issuer: null, Audience.Count: > 0 }:
                found.Add(new($"{Path}.issuer", Findings.None, Findings.IssuerExpected));
                break;
            case { Cognito: false, Issuer: null, SignedTokens: false }:
                found.Add(new(Path, Findings.NobodyCalls, Findings.CallersExpected));
                break;
        }

        CheckRoles(settings.Roles, found);
    }

    private static void CheckRoles(ApiRoles roles, List<ConfigurationProblem> found)
    {
        var all = new[] { ("viewer", roles.Viewer), ("responder", roles.Responder), ("administrator", roles.Administrator) };
        foreach (var (role, groups) in all)
        {
            found.AddRange(groups
                .Where(static group => group.Length == 0 || group.Any(static one => one is ',' or '[' or ']' || char.IsWhiteSpace(one)))
                .Select(group => new ConfigurationProblem(
                    $"{Path}.roles.{role}", ConfigurationRules.Quote(group), Findings.GroupOfWords)));
        }

        var twice = all.SelectMany(static role => role.Item2, static (role, group) => (Role: role.Item1, Group: group))
            .GroupBy(static entry => entry.Group, StringComparer.Ordinal)
            .Where(static group => group.Select(static entry => entry.Role).Distinct().Count() > 1);
        foreach (var group in twice)
        {
            found.Add(new(
                $"{Path}.roles.{group.Last().Role}",
                ConfigurationRules.Quote(group.Key),
                Findings.GroupTwice($"{group.First().Role}")));
        }
    }
}
