using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Compares a configuration with the account that it is about. Tests, catalog and simulation come from one hand; the account does not.
/// </summary>
public static class AccountCheck
{
    /// <summary>The check of a finding that tells what could not be read.</summary>
    public const string Unread = "unread";

    /// <summary>Everything that is wrong, in the order in which it should be put right. What could not be read comes first.</summary>
    public static IReadOnlyList<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.DeployedBotIds is { } ids)
        {
            configuration = DeployedBot.In(configuration, ids.BotId, ids.AliasId);
        }

        return
        [
            .. reading.Unread.Select(static part => AccountFinding.Of(
                Unread, part.What, it => Sentences.FoundUnread(it, part.Why), part.Right)),
            .. ConnectNamesCheck.Find(configuration, reading),
            .. InstanceCheck.Find(configuration, reading),
            .. BotsCheck.Find(configuration, reading),
            .. FunctionsCheck.Find(configuration, reading),
            .. TablesCheck.Find(configuration, reading),
            .. DeployedAlarmsCheck.Find(configuration, reading),
            .. SeriesCheck.Find(configuration, reading),
            .. SubscriptionsCheck.Find(configuration, reading),
            .. TextMessagesCheck.Find(configuration, reading),
            .. QuotasCheck.Find(configuration, reading),
            .. SecretsCheck.Find(configuration, reading),
            .. SlackCheck.Find(configuration, reading),
            .. ServiceNowCheck.Find(configuration, reading),
        ];
    }
}
