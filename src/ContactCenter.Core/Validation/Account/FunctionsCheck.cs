using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Functions that contact flows call, and those whose event sources are kept enabled.</summary>
internal static class FunctionsCheck
{
    /// <summary>Every function that the configuration names, or the deployment makes.</summary>
    public static IEnumerable<string> Names(ContactCenterConfiguration configuration) =>
        DeploymentNames.FlowFunctions(configuration)
            .Concat(RemediableFunctions.EventSources(configuration).Select(static source => source.Function))
            .Distinct(StringComparer.Ordinal);

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) => Names(configuration)
        .Where(name => reading.Functions.TryGetValue(name, out var exists) && !exists)
        .Select(name => new AccountFinding(
            "functions",
            $"function \"{name}\"",
            "is not in the account and Region of the instance",
            configuration.Functions.Any(function => function.Name == name)
                ? $"give the name of a function{Suggestion.For(name, Existing(reading))}"
                : "deploy (npx cdk deploy --all)"));

    private static IEnumerable<string> Existing(AccountReading reading) =>
        reading.Functions.Where(static function => function.Value).Select(static function => function.Key);
}
