using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>
/// Secrets, of which only the shape is kept, and with them what Slack and ServiceNow say of whoever holds them.
/// </summary>
internal sealed class SecretReader(IAmazonSecretsManager secrets, OutsideReader outside, Unread unread)
{
    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var texts = await unread.EachAsync(
            "secret", "secretsmanager:GetSecretValue", AccountScope.Secrets(configuration), arn => TextAsync(arn, cancellationToken));
        var slack = new Dictionary<string, SlackAccess>(StringComparer.Ordinal);
        var serviceNow = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
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
        }

        return reading with
        {
            Secrets = texts.ToDictionary(
                static one => one.Key, static one => one.Value is { } text ? Shape(text) : null, StringComparer.Ordinal),
            Slack = slack,
            ServiceNow = serviceNow,
        };
    }

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

    private static SecretShape Shape(string text)
    {
        var secret = new Secret(text);
        return new SecretShape([.. secret.Fields], secret.IsText);
    }
}
