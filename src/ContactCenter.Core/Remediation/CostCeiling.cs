namespace ContactCenter.Core.Remediation;

/// <summary>The monthly ceiling as a rate: what a table may cost per hour while a lease runs, so that the month still fits.</summary>
public static class CostCeiling
{
    // A lease ends at a run of the planner, and the decrease takes a moment to hold.
    private static readonly TimeSpan ReturnTakes = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Dollars per hour that are affordable until a lease ends, if afterwards the table costs its resting rate to the end of the month.
    /// Infinite when there is no ceiling.
    /// </summary>
    /// <param name="ceiling">Dollars per month, or null.</param>
    /// <param name="spent">Dollars spent in this month.</param>
    /// <param name="restingRate">Dollars per hour outside leases.</param>
    /// <param name="leaseFor">How long the higher rate would be paid.</param>
    /// <param name="now">The clock; months are UTC, as on the bill.</param>
    public static double AffordableRate(double? ceiling, double spent, double restingRate, TimeSpan leaseFor, DateTimeOffset now)
    {
        if (ceiling is not { } dollars)
        {
            return double.PositiveInfinity;
        }

        var utc = now.UtcDateTime;
        var monthEnd = new DateTime(utc.Year, utc.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
        var left = (monthEnd - utc).TotalHours;
        var hours = Math.Min(left, (leaseFor + ReturnTakes).TotalHours);
        return (dollars - spent - (restingRate * (left - hours))) / hours;
    }
}
