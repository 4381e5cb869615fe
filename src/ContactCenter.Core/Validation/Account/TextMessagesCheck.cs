using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Text messages: an account begins in a sandbox, where only verified numbers get any, and with a limit of one US dollar a month, after
/// which SNS drops them without an error.
/// </summary>
internal static class TextMessagesCheck
{
    private const string Check = "textMessages";

    /// <summary>The limit that AWS begins with, in US dollars a month (SNS developer guide, "Setting SMS messaging preferences").</summary>
    private const double InitialLimit = 1;

    /// <summary>Told before the last fifth is used: the rest of a month is long without text messages.</summary>
    private const double NearlySpent = 0.8;

    /// <summary>Whether anybody is told by text message.</summary>
    public static bool Concerns(ContactCenterConfiguration configuration) => DeploymentNames.AudiencesWithTopic(configuration)
        .Any(static audience => audience.Endpoints.Any(static endpoint => endpoint.Channel == Channel.Sms));

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        if (reading.TextMessages is not { } limits || !Concerns(configuration))
        {
            yield break;
        }

        if (limits.IsInSandbox)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatTextMessages,
                Sentences.FoundSandbox,
                Sentences.RightLeaveSandbox);
        }

        if ((limits.MonthlyLimit ?? InitialLimit) <= InitialLimit)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatTextMessages,
                it => Sentences.FoundSpending(it, Dollars(limits.MonthlyLimit ?? InitialLimit)),
                Sentences.RightSpending);
        }

        if (limits.Spent is { } spent && spent >= (limits.MonthlyLimit ?? InitialLimit) * NearlySpent)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatTextMessages,
                it => Sentences.FoundSpent(it, Dollars(spent), Dollars(limits.MonthlyLimit ?? InitialLimit)),
                Sentences.RightSpending);
        }

        foreach (var (audience, endpoint) in SecretUse.Endpoints(configuration)
            .Where(one => one.Endpoint.Channel == Channel.Sms && limits.OptedOut.Contains(one.Endpoint.To))
            .DistinctBy(static one => one.Endpoint.To))
        {
            yield return AccountFinding.Of(
                Check, Sentences.WhatNumber(endpoint.To, audience), Sentences.FoundOptedOut, Sentences.RightOptIn);
        }
    }

    private static string Dollars(double amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
