using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Reservations fit into the account's quota, and what may be lifted is not below what is deployed.</summary>
internal static class ConcurrencyRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        SystemFunction[] functions = [.. SystemFunctions.For(configuration)];
        var hooks = functions.Where(static function => function.IsHook).Max(static function => function.ReservedConcurrency ?? 0);
        var maximum = configuration.Remediation.Hooks?.Maximum;
        if (maximum < hooks)
        {
            found.Add(new(
                "$.remediation.hooks.maximum",
                $"{maximum}",
                Findings.HooksReserved($"{hooks}")));
        }

        var quota = configuration.Account.LambdaConcurrency;
        var lifted = configuration.Functions.Sum(static function => (long)(function.ReservedConcurrency?.Maximum ?? 0));
        var reserved = functions.Sum(function => (long)Math.Max(function.ReservedConcurrency ?? 0, function.IsHook ? maximum ?? 0 : 0))
            + lifted;

        // where nothing can be reserved nothing is, unless somebody asks for it
        var isReserved = configuration.Account.CanReserve || lifted > 0 || maximum is not null;
        if (isReserved && reserved + AccountSettings.MinimumUnreserved > quota)
        {
            string[] maxima =
            [
                .. new[]
                {
                    maximum > hooks ? "$.remediation.hooks.maximum" : "", lifted > 0 ? "$.functions[].reservedConcurrency.maximum" : ""
                }.Where(static path => path.Length > 0)
            ];
            var least = Findings.QuotaSmall(
                Number(reserved), $"{AccountSettings.MinimumUnreserved}", Number(reserved + AccountSettings.MinimumUnreserved));
            found.Add(new(
                "$.account.lambdaConcurrency",
                Number(quota),
                maxima.Length == 0 ? least : Findings.OrLower(least, string.Join(" or ", maxima))));
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
