using System.Collections.Concurrent;
using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// Dollars that a table and its indexes have cost since the month began, from the hourly averages of what was provisioned or, on demand,
/// consumed. The bill itself is a day late; this is minutes late and leaves out storage and backups.
/// </summary>
internal sealed class MonthlySpend(MetricReader reader)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);
    private static readonly CapacityKind[] Kinds = [CapacityKind.Read, CapacityKind.Write];

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, double Dollars)> _known = new(StringComparer.Ordinal);

    public async Task<double> ReadAsync(TableState state, CancellationToken cancellationToken)
    {
        var now = state.ReadAt;
        if (_known.TryGetValue(state.Name, out var known)
            && now - known.At < FreshFor
            && now.UtcDateTime.Month == known.At.UtcDateTime.Month)
        {
            return known.Dollars;
        }

        var utc = now.UtcDateTime;
        var from = new DateTimeOffset(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var series = state.Resources.SelectMany(resource => Kinds.Select(kind =>
        {
            var metrics = CapacityMetrics.Of(state.Name, resource.Index, kind);
            return (Kind: kind, Series: state.Billing is BillingMode.Provisioned ? metrics.Provisioned : metrics.Consumed);
        })).ToArray();
        var points = await reader.ReadAsync([.. series.Select(one => one.Series)], Hour, from, now, cancellationToken);
        var dollars = series.Sum(one => state.Billing is BillingMode.Provisioned
            ? ProvisionedUnitHours(points[one.Series], from, now)
                * (one.Kind is CapacityKind.Read ? state.Prices.ReadUnitHour : state.Prices.WriteUnitHour)
            : points[one.Series].Values.Sum() / 1_000_000
                * (one.Kind is CapacityKind.Read ? state.Prices.MillionReads : state.Prices.MillionWrites));
        _known[state.Name] = (now, dollars);
        return dollars;
    }

    /// <summary>An hour without a datapoint cost what the hour before did; before the first the table was not there.</summary>
    private static double ProvisionedUnitHours(IReadOnlyDictionary<DateTimeOffset, double> averages, DateTimeOffset from, DateTimeOffset to)
    {
        var (sum, units) = (0.0, 0.0);
        for (var at = from; at < to; at += Hour)
        {
            units = averages.TryGetValue(at, out var average) ? average : units;
            sum += units * Math.Min(1, (to - at).TotalHours);
        }

        return sum;
    }
}
