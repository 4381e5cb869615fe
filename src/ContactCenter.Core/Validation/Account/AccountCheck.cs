using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Compares a configuration with the account that it is about. Tests, catalog and simulation come from one hand; the account does not.
/// </summary>
public static class AccountCheck
{
    /// <summary>The check of a finding that tells what could not be read.</summary>
    public const string Unread = "unread";

    /// <summary>The check of alarms without a sample, which are told in a list of their own.</summary>
    public const string Samples = "samples";

    /// <summary>The check of what people have decided over the file at run time: it is listed, and nothing is wrong with it.</summary>
    public const string Settings = "settings";

    /// <summary>What of the findings is not as the configuration has it, and nobody has decided so.</summary>
    public static IEnumerable<AccountFinding> Wrong(IEnumerable<AccountFinding> findings) =>
        findings.Where(static finding => finding.Check != Settings);

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

    /// <summary>
    /// What is told of it, as messages to the topic of alarms: one list of what is not as configured, and one of alarms without a sample,
    /// unless nobody could see what is published. No finding is in both.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="findings">What <see cref="Find"/> found in it.</param>
    /// <param name="at">When.</param>
    public static IReadOnlyList<string> Messages(
        ContactCenterConfiguration configuration, AccountReading reading, IReadOnlyList<AccountFinding> findings, DateTimeOffset at)
    {
        var differences = Message(AccountList.Differences, Wrong(findings).Where(static finding => finding.Check != Samples));
        return reading.Series is null || reading.Alarms is null
            ? [differences]
            : [differences, Message(AccountList.Unfed, findings.Where(static finding => finding.Check == Samples))];

        string Message(AccountList list, IEnumerable<AccountFinding> told) =>
            new AccountReport(configuration, list).Message([.. told.Select(static finding => $"{finding}")], at);
    }
}
