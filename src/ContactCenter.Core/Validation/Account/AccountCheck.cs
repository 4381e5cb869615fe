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
            .. NotRead(reading.Unread),
            .. ConnectNamesCheck.Find(configuration, reading),
            .. InstanceCheck.Find(configuration, reading),
            .. BotsCheck.Find(configuration, reading),
            .. FunctionsCheck.Find(configuration, reading),
            .. TablesCheck.Find(configuration, reading),
            .. DeployedAlarmsCheck.Find(configuration, reading),
            .. SeriesCheck.Find(configuration, reading),
            .. ReachCheck.Find(configuration, reading),
            .. QuotasCheck.Find(configuration, reading),
            .. SecretsCheck.Find(SecretUse.OfOthers(configuration), reading),
            .. ServiceNowCheck.Find(configuration, reading),
            .. JiraCheck.Find(configuration, reading),
        ];
    }

    /// <summary>
    /// What is told of it, as messages to the topic of alarms: one list of what is not as configured, and one of alarms without a sample,
    /// unless nobody could see what is published. No finding is in both. Who cannot be reached is in the list of the reach test; only where
    /// nobody is tested every week does it stand in this one.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="findings">What <see cref="Find"/> found in it.</param>
    /// <param name="at">When.</param>
    public static IReadOnlyList<string> Messages(
        ContactCenterConfiguration configuration, AccountReading reading, IReadOnlyList<AccountFinding> findings, DateTimeOffset at)
    {
        var isTested = configuration.Messages.ReachTest.Enabled && !configuration.Shadow;
        var differences = Message(
            AccountList.Differences, Wrong(findings).Where(finding => finding.Check != Samples && !(isTested && finding.ConcernsReach)));
        return reading.Series is null || reading.Alarms is null
            ? [differences]
            : [differences, Message(AccountList.Unfed, findings.Where(static finding => finding.Check == Samples))];

        string Message(AccountList list, IEnumerable<AccountFinding> told) =>
            new AccountReport(configuration, list).Message([.. told.Select(static finding => $"{finding}")], at);
    }

    /// <summary>What could not be read, as findings.</summary>
    internal static IEnumerable<AccountFinding> NotRead(IEnumerable<UnreadPart> parts) => parts.Select(static part => AccountFinding.Of(
        Unread, part.What, it => Sentences.FoundUnread(it, part.Why), part.Right));
}
