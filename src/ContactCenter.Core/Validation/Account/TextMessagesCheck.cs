using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

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
            yield return new(
                Check,
                "text messages",
                "are in the sandbox of SNS: only verified numbers get any",
                "leave the sandbox (Amazon SNS console, Text messaging), or verify each number there");
        }

        if ((limits.MonthlyLimit ?? InitialLimit) <= InitialLimit)
        {
            yield return new(
                Check,
                "text messages",
                $"stop after {(limits.MonthlyLimit ?? InitialLimit).ToString(CultureInfo.InvariantCulture)} US dollars a month, without an error",
                "ask AWS Support for a higher spending limit, then aws sns set-sms-attributes --attributes MonthlySpendLimit=…");
        }
    }
}
