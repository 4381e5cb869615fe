using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>The monthly ceiling as a rate: what a table may cost per hour while a lease runs, so that the month still fits.</summary>
public static class CostCeiling
{
    // A lease ends at a run of the planner, and the decrease takes a moment to hold.
    private static readonly TimeSpan RunTakes = TimeSpan.FromMinutes(2);

    // Credits come back one an hour (service quotas of DynamoDB).
    private static readonly TimeSpan CreditTakes = TimeSpan.FromHours(1);

    /// <summary>
    /// How long it may take to give back what is leased: until the next run, or until a decrease is surely allowed again. One is always
    /// left alone because its count may be late, and another because a partial return may use it before the lease ends.
    /// </summary>
    public static TimeSpan ReturnTakes(TableState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Resources.All(resource =>
            state.DecreaseQuota.SurelyLeft(resource.DecreasesToday, resource.LastDecrease, resource.KnownDecreases, now) > 2)
            ? RunTakes
            : RunTakes + CreditTakes;
    }

    /// <summary>
    /// Dollars per hour that are affordable until a lease ends, if afterwards the table costs its resting rate to the end of the month.
    /// Infinite when there is no ceiling.
    /// </summary>
    /// <param name="ceiling">Dollars per month, or null.</param>
    /// <param name="spent">Dollars spent in this month.</param>
    /// <param name="restingRate">Dollars per hour outside leases.</param>
    /// <param name="leaseFor">How long the higher rate would be paid.</param>
    /// <param name="returnTakes">How long it is paid beyond that, see <see cref="ReturnTakes"/>; for what can be lowered at any time the
    /// time of a run.</param>
    /// <param name="now">The clock; months are UTC, as on the bill.</param>
    public static double AffordableRate(
        double? ceiling, double spent, double restingRate, TimeSpan leaseFor, TimeSpan? returnTakes, DateTimeOffset now)
    {
        if (ceiling is not { } dollars)
        {
            return double.PositiveInfinity;
        }

        var utc = now.UtcDateTime;
        var monthEnd = new DateTime(utc.Year, utc.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
        var left = (monthEnd - utc).TotalHours;
        var hours = Math.Min(left, (leaseFor + (returnTakes ?? RunTakes)).TotalHours);
        return (dollars - spent - (restingRate * (left - hours))) / hours;
    }
}

/// <summary>
/// Prices in US dollars. They differ by Region and change; the default is us-east-1, Standard table class, since 2024-11-01.
/// </summary>
/// <param name="ReadUnitHour">One provisioned read unit for one hour.</param>
/// <param name="WriteUnitHour">One provisioned write unit for one hour.</param>
/// <param name="MillionReads">A million on-demand read request units.</param>
/// <param name="MillionWrites">A million on-demand write request units.</param>
public sealed record DynamoDbPrices(double ReadUnitHour, double WriteUnitHour, double MillionReads, double MillionWrites)
{
    /// <summary>us-east-1, Standard class.</summary>
    public static DynamoDbPrices Default { get; } = new(0.00013, 0.00065, 0.125, 0.625);

    /// <summary>What the configuration says.</summary>
    public static DynamoDbPrices Of(TablePriceSettings prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return new(prices.ReadUnitHour, prices.WriteUnitHour, prices.MillionReads, prices.MillionWrites);
    }

    /// <summary>Dollars per hour of a provisioned unit of one kind.</summary>
    public double UnitHour(CapacityKind kind) => kind is CapacityKind.Read ? ReadUnitHour : WriteUnitHour;

    /// <summary>Dollars per hour of a provisioned capacity.</summary>
    public double PerHour(Throughput capacity) => (capacity.Reads * ReadUnitHour) + (capacity.Writes * WriteUnitHour);
}
