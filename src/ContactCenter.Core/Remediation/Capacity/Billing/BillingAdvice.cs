using System.Globalization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Capacity.Billing;

/// <summary>What people are told where paying by request is cheaper. Nothing here switches a table: only people do.</summary>
internal static class BillingAdvice
{
    /// <summary>The advice as a sentence, or null.</summary>
    public static string? For(TableState state)
    {
        if (state.Billing is not BillingMode.Provisioned || state.Bill is not { IsWorthSwitching: true } bill)
        {
            return null;
        }

        var (days, command) = ($"{bill.Seen.TotalDays:0}", Command(state.Name));
        var (paid, byRequest, best) = (Dollars(bill.Provisioned), Dollars(bill.OnDemand), Dollars(bill.AtBest));
        var away = bill.TurnedAwayADay.ToString("0", CultureInfo.InvariantCulture);
        return bill.CanNeverWin
            ? Sentences.AdviceOnDemandWins(days, state.Name, byRequest, paid, away, best, command)
            : Sentences.AdviceOnDemand(days, state.Name, byRequest, paid, away, best, command);
    }

    private static string Command(string table) => $"aws dynamodb update-table --table-name {table} --billing-mode PAY_PER_REQUEST";

    private static string Dollars(double amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
