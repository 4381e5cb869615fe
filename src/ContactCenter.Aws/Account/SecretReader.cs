using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>
/// Secrets by which people are told, of which only the shape is kept, and with them what Slack, ServiceNow and Jira say of whoever holds
/// them.
/// </summary>
internal sealed class SecretReader(IAmazonSecretsManager secrets, OutsideReader outside, Unread unread)
{
    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var texts = await TextsAsync(AccountScope.ReachSecrets(configuration), cancellationToken);
        var slack = new Dictionary<string, SlackAccess>(StringComparer.Ordinal);
        var serviceNow = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var jira = new Dictionary<string, JiraAccess>(StringComparer.Ordinal);
        foreach (var endpoint in AccountScope.Endpoints(configuration).DistinctBy(static each => (each.Channel, each.To, each.Secret)))
        {
            if (endpoint.Secret is not { } arn || texts.GetValueOrDefault(arn) is not { } text)
            {
                continue;
            }

            var secret = new Secret(text);
            if (endpoint.Channel == Channel.Slack && secret.Field("botToken") is { } token && !slack.ContainsKey(arn))
            {
                if (await unread.TryAsync("Slack", "nothing more", () => outside.SlackAsync(token, cancellationToken)) is { } access)
                {
                    slack[arn] = access;
                }
            }
            else if (endpoint.Channel == Channel.ServiceNow
                && await unread.TryAsync(
                    $"ServiceNow {endpoint.To}", "nothing more",
                    () => outside.ServiceNowAsync(endpoint.To, secret, AccountScope.ServiceNowFields(configuration), cancellationToken))
                is { } fields)
            {
                serviceNow[endpoint.To] = fields;
            }
            else if (endpoint.Channel == Channel.Jira
                && await unread.TryAsync(
                    $"Jira {endpoint.To}", "nothing more",
                    () => outside.JiraAsync(endpoint.To, secret, cancellationToken)) is { } answered)
            {
                jira[arn] = answered;
            }
        }

        return reading with
        {
            Secrets = Shapes(texts),
            Slack = slack,
            ServiceNow = serviceNow,
            Jira = jira,
        };
    }

    /// <summary>Those by which nobody is told.</summary>
    public async Task<AccountReading> ReadOthersAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var texts = await TextsAsync(
            AccountScope.Secrets(configuration).Except(AccountScope.ReachSecrets(configuration), StringComparer.Ordinal),
            cancellationToken);
        return reading with { Secrets = reading.Secrets.Concat(Shapes(texts)).ToDictionary(StringComparer.Ordinal) };
    }

    private Task<Dictionary<string, string?>> TextsAsync(IEnumerable<string> arns, CancellationToken cancellationToken) =>
        unread.EachAsync("secret", "secretsmanager:GetSecretValue", arns, arn => TextAsync(arn, cancellationToken));

    private async Task<string?> TextAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            return (await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = arn }, cancellationToken)).SecretString ?? "";
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private static Dictionary<string, SecretShape?> Shapes(Dictionary<string, string?> texts) => texts.ToDictionary(
        static one => one.Key, static one => one.Value is { } text ? Shape(text) : null, StringComparer.Ordinal);

    private static SecretShape Shape(string text)
    {
        var secret = new Secret(text);
        return new SecretShape([.. secret.Fields], secret.IsText);
    }
}
