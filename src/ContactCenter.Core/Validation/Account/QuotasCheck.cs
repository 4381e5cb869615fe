using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Quotas as applied. A new instance may have a quota of no calls at all: every call fails then, and the share of the quota in use says
/// nothing.
/// </summary>
internal static class QuotasCheck
{
    private const string Check = "quotas";

    /// <summary>AWS advises to act at 80 % of a quota.</summary>
    private const double Full = 0.8;

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading) =>
        [.. Lambda(configuration, reading.Lambda), .. Connect(reading)];

    private static IEnumerable<AccountFinding> Lambda(ContactCenterConfiguration configuration, LambdaLimits? limits)
    {
        if (limits is null)
        {
            yield break;
        }

        var planned = configuration.Account.LambdaConcurrency;
        if (limits.Concurrency < planned)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatConcurrency,
                it => Sentences.FoundConcurrency(it, Number(limits.Concurrency), Number(planned)),
                Sentences.RightConcurrency);
        }

        var reserved = SystemFunctions.For(configuration).Sum(static function => function.ReservedConcurrency ?? 0);
        if (limits.Concurrency - AccountSettings.MinimumUnreserved < reserved)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatReserved,
                it => Sentences.FoundReserved(
                    it, Number(reserved), $"{AccountSettings.MinimumUnreserved}", Number(limits.Concurrency)),
                Sentences.RightQuotaBefore);
        }
        else if (limits.Unreserved <= AccountSettings.MinimumUnreserved)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatUnreserved,
                it => Sentences.FoundUnreserved(it, Number(limits.Unreserved)),
                Sentences.RightTakeBack);
        }
    }

    private static IEnumerable<AccountFinding> Connect(AccountReading reading)
    {
        var quotas = reading.ConnectQuotas ?? new Dictionary<string, double>();
        foreach (var (name, value) in quotas.OrderBy(static quota => quota.Key, StringComparer.Ordinal))
        {
            if (value == 0 && Names(name, "oncurrent", "call") && !Names(name, "campaign") && !Names(name, "high volume"))
            {
                yield return AccountFinding.Of(Check, Sentences.WhatQuota(name), Sentences.FoundNoCalls, Sentences.RightQuotaOfCalls);
            }
            else if (Used(name, reading) is { } used && value > 0 && used >= Full * value)
            {
                yield return AccountFinding.Of(
                    Check,
                    Sentences.WhatQuota(name),
                    it => Sentences.FoundQuotaUsed(it, Number(value), Number(used)),
                    Sentences.RightQuotaInTime);
            }
        }
    }

    private static int? Used(string name, AccountReading reading) => CountedThings.OfQuota(name) switch
    {
        CountedThings.Queues => reading.Queues?.Count,
        CountedThings.Flows => reading.ContactFlows?.Count,
        CountedThings.RoutingProfiles => reading.RoutingProfiles?.Count,
        CountedThings.Functions => reading.AssociatedFunctions?.Count,
        _ => null,
    };

    private static bool Names(string name, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (!name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
