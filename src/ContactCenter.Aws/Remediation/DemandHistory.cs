using System.Collections.Concurrent;
using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// What the last two weeks say about the hour ahead, and what they have cost. They are read anew only when another five minutes are over: a
/// repair looks at a table every quarter of a minute. What was provisioned is read twice a day.
/// </summary>
internal sealed class DemandHistory(MetricReader reader)
{
    private static readonly TimeSpan Bin = TimeSpan.FromSeconds(CheapestCapacity.SlotSeconds);
    private static readonly TimeSpan Length = TimeSpan.FromDays(15);
    private static readonly TimeSpan BillEvery = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public async Task<TableState> ReadAsync(TableState state, CancellationToken cancellationToken)
    {
        var end = new DateTimeOffset(state.ReadAt.UtcTicks - (state.ReadAt.UtcTicks % Bin.Ticks), TimeSpan.Zero);
        if (!_known.TryGetValue(state.Name, out var known) || known.End != end || known.Outlooks.Count != 2 * state.Resources.Count)
        {
            known = await ReadAsync(state, end, known, cancellationToken);
            _known[state.Name] = known;
        }

        return state with
        {
            Bill = known.Bill,
            Resources = [.. state.Resources.Select((resource, i) => resource with
            {
                ReadOutlook = known.Outlooks[2 * i],
                WriteOutlook = known.Outlooks[(2 * i) + 1],
            })],
        };
    }

    private async Task<Known> ReadAsync(TableState state, DateTimeOffset end, Known? before, CancellationToken cancellationToken)
    {
        var isProvisioned = state.Billing is BillingMode.Provisioned;
        var isDue = isProvisioned && !(end - before?.BilledAt < BillEvery);
        var metrics = state.Resources.SelectMany(resource =>
            new[] { CapacityKind.Read, CapacityKind.Write }.Select(kind => CapacityMetrics.Of(state.Name, resource.Index, kind))).ToArray();
        var points = await reader.ReadAsync(
            [
                .. metrics.SelectMany(static one => new[] { one.Consumed, one.Throttled, one.ByKeyRange }),
                .. isDue ? metrics.Select(static one => one.Provisioned) : [],
            ],
            Bin, end - Length, end, cancellationToken);
        DemandOutlook[] outlooks = [.. metrics.Select(one => Outlook(points, one, end))];
        return isDue
            ? new Known(end, outlooks, Bill(state, points, metrics, end), end)
            : new Known(end, outlooks, isProvisioned ? before?.Bill : null, isProvisioned ? before?.BilledAt : null);
    }

    private static DemandOutlook Outlook(
        IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>> points, CapacityMetrics of, DateTimeOffset end)
    {
        var (consumed, throttled) = (points[of.Consumed], points[of.Throttled]);
        return consumed.Count + throttled.Count == 0
            ? DemandOutlook.Unknown
            : DemandOutlook.From([.. Slots(consumed.Keys.Concat(throttled.Keys).Min(), end).Select(at => Demand(points, of, at))]) with
            {
                SeenUntil = end,
            };
    }

    // All parts over the same time: what nobody has asked for anything had its capacity all the same. It begins when the table is first
    // known to have been provisioned: before, it was paid by request, and what would have been cheaper is not asked of it.
    private static BillingComparison? Bill(
        TableState state, IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>> points, CapacityMetrics[] metrics,
        DateTimeOffset end)
    {
        DateTimeOffset[] seen = [.. metrics.Take(2).SelectMany(one => points[one.Provisioned].Keys)];
        if (seen.Length == 0)
        {
            return null;
        }

        DateTimeOffset[] slots = [.. Slots(seen.Min(), end)];
        return BillingComparison.Of(
            [.. metrics.Select(Series).Chunk(2).Select(static kinds => new BilledPart(kinds[0], kinds[1]))], end, state.Prices,
            state.DecreaseQuota);

        BilledSeries Series(CapacityMetrics one) => new(
            [.. slots.Select(at => Demand(points, one, at))], [.. slots.Select(at => TurnedAway(points, one, at))],
            [.. Held(points[one.Provisioned], slots)]);
    }

    private static IEnumerable<DateTimeOffset> Slots(DateTimeOffset first, DateTimeOffset end)
    {
        for (var at = first; at < end; at += Bin)
        {
            yield return at;
        }
    }

    private static double Demand(
        IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>> points, CapacityMetrics of, DateTimeOffset at) =>
        (points[of.Consumed].GetValueOrDefault(at) + TurnedAway(points, of, at)) / Bin.TotalSeconds;

    /// <summary>A hot key asks for no capacity, so what it turned away is no demand.</summary>
    private static double TurnedAway(
        IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>> points, CapacityMetrics of, DateTimeOffset at) =>
        Math.Max(0, points[of.Throttled].GetValueOrDefault(at) - points[of.ByKeyRange].GetValueOrDefault(at));

    // Five minutes without a datapoint had what was there before.
    private static IEnumerable<double> Held(IReadOnlyDictionary<DateTimeOffset, double> provisioned, DateTimeOffset[] slots)
    {
        var units = provisioned.Count == 0 ? 0 : provisioned[provisioned.Keys.Min()];
        foreach (var at in slots)
        {
            units = provisioned.TryGetValue(at, out var known) ? known : units;
            yield return units;
        }
    }

    private sealed record Known(
        DateTimeOffset End, IReadOnlyList<DemandOutlook> Outlooks, BillingComparison? Bill, DateTimeOffset? BilledAt);
}
