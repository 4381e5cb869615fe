using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// What keeps somebody from being told: the one place of it, for the check of the account and for the reach test, which both read the same
/// and know of a receipt besides.
/// </summary>
public static class ReachCheck
{
    private const string Check = "reach";

    /// <summary>What an account shows without sending anything.</summary>
    internal static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) =>
        new[]
        {
            AccountCheck.NotRead(reading.UnreadOfReach),
            SubscriptionsCheck.Find(configuration, reading),
            TextMessagesCheck.Find(configuration, reading),
            SecretsCheck.Find(SecretUse.OfPeople(configuration), reading),
            SlackCheck.Find(configuration, reading),
        }
        .SelectMany(static findings => findings)
        .Select(static finding => finding with { ConcernsReach = true });

    /// <summary>That, and which channels have refused the last test. One that the account explains already is not told twice.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="last">The last receipts of all endpoints.</param>
    /// <param name="policy">How the center reads, for the time of a test.</param>
    public static IReadOnlyList<AccountFinding> Find(
        ContactCenterConfiguration configuration,
        AccountReading reading,
        IEnumerable<(TestedEndpoint Endpoint, Receipt? Last)> last,
        IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(policy);
        AccountFinding[] seen = [.. Find(configuration, reading)];
        return
        [
            .. seen,
            .. last.Where(static one => one.Last?.Outcome == NoticeOutcome.Refused)
                .Select(one => Refused(one.Endpoint, one.Last!, policy))
                .Where(refused => !seen.Any(finding => Explains(finding, refused.Endpoint)))
                .Select(static refused => refused.Finding),
        ];
    }

    /// <summary>What is told of it: the one list of who cannot be reached.</summary>
    public static string Message(ContactCenterConfiguration configuration, IReadOnlyList<AccountFinding> findings, DateTimeOffset at) =>
        new AccountReport(configuration, AccountList.Unreached).Message([.. findings.Select(static finding => $"{finding}")], at);

    private static (TestedEndpoint Endpoint, AccountFinding Finding) Refused(
        TestedEndpoint endpoint, Receipt receipt, IncidentPolicy policy) => (endpoint, AccountFinding.Of(
            Check,
            Sentences.WhatEndpoint($"{receipt.Channel}", receipt.To, receipt.Audience),
            it => Sentences.ReachRefused(it, policy.Anybody.Moment(receipt.At), receipt.Words),
            Sentences.RightReach(receipt.Audience)) with
        {
            ConcernsReach = true,
        });

    /// <summary>A secret that is not there, or a token that is revoked, is why its channel refuses.</summary>
    private static bool Explains(AccountFinding finding, TestedEndpoint endpoint) =>
        SecretUse.OfEndpoint(endpoint.Audience, endpoint.Endpoint) is { } use
        && (finding.What == SecretsCheck.What(use) || finding.What == SlackCheck.What(use));
}
