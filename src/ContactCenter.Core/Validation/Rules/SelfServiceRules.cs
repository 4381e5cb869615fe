using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Recommendation;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>The customer system, surveys and recommendations: references that lead somewhere, values that can be compared.</summary>
internal static partial class SelfServiceRules
{
    private const int MaximumAttributes = 30;
    private const int MaximumRecommendations = 200;
    private const int MaximumConditions = 10;

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Crm is { } crm)
        {
            CheckCrm(crm, configuration, found);
        }

        if (configuration.SelfService.Editing && configuration.Api is null)
        {
            found.Add(new("$.selfService.editing", Findings.EditingAlone, Findings.EditingApi));
        }

        if (configuration.SelfService is { Editing: true, Articles: null })
        {
            found.Add(new("$.selfService.editing", Findings.EditingNothing, Findings.EditingArticles));
        }

        ResourceRules.CheckUnique("recommendations", configuration.Recommendations.Select(rule => rule.Name), found);
        if (configuration.Recommendations.Count > MaximumRecommendations)
        {
            found.Add(new(
                "$.recommendations", Findings.Entries($"{configuration.Recommendations.Count}"), Findings.AtMost($"{MaximumRecommendations}")));
        }

        foreach (var (i, rule) in configuration.Recommendations.Index())
        {
            CheckRecommendation(rule, $"$.recommendations[{i}]", found);
        }
    }

    private static void CheckCrm(CrmSettings crm, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var apis = configuration.Apis.Select(api => api.Name).ToArray();
        if (!apis.Contains(crm.Api))
        {
            found.Add(new("$.crm.api", ConfigurationRules.Quote(crm.Api), Suggestion.After(Findings.ApiExpected, crm.Api, apis)));
        }

        if (!Uri.TryCreate(CrmAddress.Placeholder().Replace(crm.Url, "x"), UriKind.Absolute, out var address)
            || WebAddress.IsOwnMachine(address))
        {
            found.Add(new("$.crm.url", ConfigurationRules.Quote(crm.Url), Findings.OtherMachine));
        }
        else if (!CrmAddress.Placeholder().IsMatch(crm.Url))
        {
            found.Add(new(
                "$.crm.url",
                ConfigurationRules.Quote(crm.Url),
                Findings.AddressOfCustomer));
        }

        if (crm.Attributes.Count is 0 or > MaximumAttributes)
        {
            found.Add(new(
                "$.crm.attributes", Findings.AttributesCount($"{crm.Attributes.Count}"), Findings.OneToMost($"{MaximumAttributes}")));
        }

        var taken = Taken(configuration);
        foreach (var (name, path) in crm.Attributes)
        {
            if (!AttributeName().IsMatch(name) || taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(new(
                    $"$.crm.attributes.{name}",
                    ConfigurationRules.Quote(name),
                    Findings.AttributeExpected(string.Join(", ", taken))));
            }

            if (!Regex.IsMatch(path, JsonPath.Pattern))
            {
                found.Add(new(
                    $"$.crm.attributes.{name}",
                    ConfigurationRules.Quote(path),
                    Findings.MemberPath));
            }
        }

        if (crm.HedgeAfterMilliseconds >= crm.BudgetMilliseconds)
        {
            found.Add(new(
                "$.crm.hedgeAfterMilliseconds",
                crm.HedgeAfterMilliseconds.ToString(CultureInfo.InvariantCulture),
                Findings.LessThanBudget));
        }
    }

    private static void CheckRecommendation(RecommendationSettings rule, string path, List<ConfigurationProblem> found)
    {
        if (rule.When.Count > MaximumConditions)
        {
            found.Add(new($"{path}.when", Findings.ConditionsCount($"{rule.When.Count}"), Findings.AtMost($"{MaximumConditions}")));
        }

        foreach (var (i, condition) in rule.When.Index())
        {
            var needsNone = condition.Operator is ConditionOperator.Exists or ConditionOperator.Missing;
            var needsNumber = condition.Operator is ConditionOperator.AtLeast or ConditionOperator.Below;
            if (needsNone != (condition.Values.Count == 0) || (needsNumber && condition.Values.Count != 1))
            {
                found.Add(new(
                    $"{path}.when[{i}].values",
                    condition.Values.Count == 1 ? Findings.OneValue : Findings.ManyValues($"{condition.Values.Count}"),
                    needsNone
                        ? Findings.TakesNone
                        : needsNumber ? Findings.TakesNumber : Findings.TakesValues));
            }
            else if (needsNumber && ConditionCheck.Number(condition.Values[0]) is null)
            {
                found.Add(new(
                    $"{path}.when[{i}].values[0]", ConfigurationRules.Quote(condition.Values[0]), Findings.NumberSuchAs));
            }
        }
    }

    /// <summary>
    /// What hooks say under these names: a value of the customer system would be written over it, or it over the value.
    /// </summary>
    private static string[] Taken(ContactCenterConfiguration configuration) =>
        ["status", "source", .. HookAttributes.Kept(configuration)];

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,63}\\z")]
    private static partial Regex AttributeName();

}
