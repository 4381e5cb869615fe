using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>The console is a client of the API: without one there is nothing to show, and nobody who could sign in.</summary>
internal static class ConsoleRules
{
    private const string Path = "$.console";

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Console is not { } console)
        {
            return;
        }

        switch (configuration.Api)
        {
            case null or { Cognito: false, Issuer: null }:
                found.Add(new(Path, Findings.ConsoleAlone, Findings.ConsolePeople));
                break;
            case { Cognito: true } when console.ClientId is not null:
                found.Add(new($"{Path}.clientId", Findings.ClientBesideCognito, Findings.NoClient));
                break;
            case { Cognito: false } when console.ClientId is null:
                found.Add(new($"{Path}.clientId", Findings.None, Findings.ClientExpected));
                break;
            case { Cognito: false } when console.SignInDomain is not null:
                found.Add(new($"{Path}.signInDomain", Findings.DomainBesideIssuer, Findings.NoDomain));
                break;
        }
    }
}
