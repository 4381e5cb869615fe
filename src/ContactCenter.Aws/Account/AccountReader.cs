using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>
/// Reads of an account what a configuration is compared with. It only reads; what it is refused is told and stops nothing else.
/// </summary>
/// <param name="clients">Clients of the account.</param>
/// <param name="http">Sends to Slack and ServiceNow.</param>
/// <param name="slack">Address of Slack's Web API.</param>
/// <param name="clock">The clock.</param>
public sealed class AccountReader(AccountClients clients, HttpClient http, Uri slack, TimeProvider clock) : IAccount
{
    /// <summary>Address of Slack's Web API.</summary>
    public static readonly Uri SlackApi = new("https://slack.com/api/");

    /// <summary>A client with the settings that Slack and ServiceNow need; it reaches this machine only where that plays them.</summary>
    public static HttpClient CreateHttpClient(Uri slack) => HttpSender.CreateClient(isGuarded: !slack.IsLoopback);

    /// <inheritdoc/>
    public async Task<AccountReading> ReadAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var unread = new Unread();
        var reading = new AccountReading();
        reading = await new InstanceReader(clients, unread).ReadAsync(reading, configuration, cancellationToken);
        reading = await new ResourceReader(clients, unread).ReadAsync(reading, configuration, cancellationToken);
        reading = await new AlarmReader(clients.CloudWatch, unread).ReadAsync(reading, configuration, cancellationToken);
        reading = await new TopicReader(clients.Sns, unread).ReadAsync(reading, configuration, cancellationToken);
        reading = await new SecretReader(clients.Secrets, new OutsideReader(http, slack, clock), unread)
            .ReadAsync(reading, configuration, cancellationToken);
        return reading with { Unread = unread.Parts };
    }
}
