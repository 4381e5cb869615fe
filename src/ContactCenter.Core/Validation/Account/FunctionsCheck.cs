using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Functions that contact flows call, and those whose event sources are kept enabled.</summary>
internal static class FunctionsCheck
{
    private const string Check = "functions";

    /// <summary>Every function that the configuration names, or the deployment makes.</summary>
    public static IEnumerable<string> Names(ContactCenterConfiguration configuration) =>
        DeploymentNames.FlowFunctions(configuration)
            .Concat(RemediableFunctions.EventSources(configuration).Select(static source => source.Function))
            .Distinct(StringComparer.Ordinal);

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) =>
        [.. Missing(configuration, reading), .. Unassociated(configuration, reading)];

    private static IEnumerable<AccountFinding> Missing(ContactCenterConfiguration configuration, AccountReading reading) =>
        Names(configuration).Where(name => reading.Functions.TryGetValue(name, out var exists) && !exists)
        .Select(name => AccountFinding.Of(
            Check,
            Sentences.WhatFunction(name),
            Sentences.FoundNotInAccount,
            configuration.Functions.Any(function => function.Name == name)
                ? Suggestion.After(Sentences.RightNameOfFunction, name, Existing(reading))
                : Sentences.RightDeploy));

    /// <summary>A flow is deployed with whatever function it names; only its block fails, and always.</summary>
    private static IEnumerable<AccountFinding> Unassociated(ContactCenterConfiguration configuration, AccountReading reading)
    {
        if (reading.AssociatedFunctions is not { } arns)
        {
            return [];
        }

        // Amazon Lex calls that one, and not the instance
        var ofBot = DeploymentNames.Of(configuration).Function(SystemFunctions.HearCustomer);
        var associated = arns.Select(static arn => arn.Split(':').ElementAtOrDefault(6)).ToHashSet(StringComparer.Ordinal);
        return DeploymentNames.FlowFunctions(configuration)
            .Where(name => name != ofBot && reading.Functions.GetValueOrDefault(name) && !associated.Contains(name))
            .Select(static name => AccountFinding.Of(
                Check,
                Sentences.WhatFunction(name),
                Sentences.FoundFunctionNotAssociated,
                Sentences.RightAssociateFunction(name)));
    }

    private static IEnumerable<string> Existing(AccountReading reading) =>
        reading.Functions.Where(static function => function.Value).Select(static function => function.Key);
}
