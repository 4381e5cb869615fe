using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>
/// Secrets stand where the functions can read them. The extension that reads them asks the Secrets Manager of its own Region, and a secret
/// of another account would need a resource policy there and a grant on its key, which no deployment of this system can give itself.
/// </summary>
internal static partial class SecretRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        foreach (var (path, arn) in Secrets(configuration))
        {
            if (arn?.Split(':') is [_, _, _, var region, var account, ..])
            {
                Check(path, arn, (region, account), configuration.Instance, found);
            }
        }
    }

    private static void Check(
        string path, string arn, (string Region, string Account) place, ConnectInstance instance, List<ConfigurationProblem> found)
    {
        if (!Suffix().IsMatch(arn))
        {
            // policies name the secret by this ARN, and Secrets Manager compares the whole
            found.Add(new(
                path,
                ConfigurationRules.Quote(arn),
                Findings.WholeArn(arn)));
        }
        else if (place.Account != instance.AccountId)
        {
            found.Add(new(
                path,
                ConfigurationRules.Quote(arn),
                Findings.SecretHere(instance.AccountId, instance.Region)));
        }
        else if (place.Region != instance.Region)
        {
            found.Add(new(
                path,
                ConfigurationRules.Quote(arn),
                Findings.SecretInRegion(instance.Region)));
        }
    }

    private static IEnumerable<(string Path, string? Arn)> Secrets(ContactCenterConfiguration configuration) =>
    [
        ("$.crm.secret", configuration.Crm?.Secret),
        .. configuration.Audiences.SelectMany(audience => Secrets($"$.audiences.{audience.Key}", audience.Value)),
        .. configuration.OnCall.SelectMany(schedule => schedule.Value.Participants.Index().SelectMany(participant =>
            Secrets($"$.onCall.{schedule.Key}.participants[{participant.Index}].endpoints", participant.Item.Endpoints))),
        ("$.answers.slackSigningSecret", configuration.Answers.SlackSigningSecret),
        ("$.answers.serviceNowCallbackSecret", configuration.Answers.ServiceNowCallbackSecret),
        ("$.answers.pagerDutyWebhookSecret", configuration.Answers.PagerDutyWebhookSecret),
        ("$.answers.jiraWebhookSecret", configuration.Answers.JiraWebhookSecret),
        ("$.answers.postWebhookSecret", configuration.Answers.PostWebhookSecret),
        ("$.contacts.tickets.secret", configuration.Contacts.Tickets?.Secret),
    ];

    private static IEnumerable<(string Path, string? Arn)> Secrets(string path, IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Index().Select(endpoint => ($"{path}[{endpoint.Index}].secret", endpoint.Item.Secret));

    [GeneratedRegex("-[A-Za-z0-9]{6}\\z")]
    private static partial Regex Suffix();
}
