using System.Collections.Concurrent;
using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// What the last two weeks say about the hour ahead. They are read anew only when another five minutes are over: a repair looks at a table
/// every quarter of a minute.
/// </summary>
internal sealed class DemandHistory(MetricReader reader)
{
    private static readonly TimeSpan Bin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Length = TimeSpan.FromDays(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset End, IReadOnlyList<DemandOutlook> Outlooks)> _known =
        new(StringComparer.Ordinal);

    public async Task<TableState> ReadAsync(TableState state, CancellationToken cancellationToken)
    {
        var end = new DateTimeOffset(state.ReadAt.UtcTicks - (state.ReadAt.UtcTicks % Bin.Ticks), TimeSpan.Zero);
        if (!_known.TryGetValue(state.Name, out var known) || known.End != end || known.Outlooks.Count != 2 * state.Resources.Count)
        {
            known = (end, await OutlooksAsync(state, end, cancellationToken));
            _known[state.Name] = known;
        }

        return state with
        {
            Resources = [.. state.Resources.Select((resource, i) => resource with
            {
                ReadOutlook = known.Outlooks[2 * i],
                WriteOutlook = known.Outlooks[(2 * i) + 1],
            })],
        };
    }

    private async Task<IReadOnlyList<DemandOutlook>> OutlooksAsync(
        TableState state, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var metrics = state.Resources.SelectMany(resource =>
            new[] { CapacityKind.Read, CapacityKind.Write }.Select(kind => CapacityMetrics.Of(state.Name, resource.Index, kind))).ToArray();
        var points = await reader.ReadAsync(
            [.. metrics.SelectMany(one => new[] { one.Consumed, one.Throttled, one.ByKeyRange })], Bin, end - Length, end,
            cancellationToken);
        return [.. metrics.Select(one => Outlook(points[one.Consumed], points[one.Throttled], points[one.ByKeyRange], end))];
    }

    /// <summary>A hot key asks for no capacity, so what it turned away is no demand.</summary>
    private static DemandOutlook Outlook(
        IReadOnlyDictionary<DateTimeOffset, double> consumed,
        IReadOnlyDictionary<DateTimeOffset, double> throttled,
        IReadOnlyDictionary<DateTimeOffset, double> hot,
        DateTimeOffset end)
    {
        if (consumed.Count + throttled.Count == 0)
        {
            return DemandOutlook.Unknown;
        }

        var first = consumed.Keys.Concat(throttled.Keys).Min();
        var bins = new List<double>();
        for (var at = first; at < end; at += Bin)
        {
            var away = throttled.GetValueOrDefault(at) - hot.GetValueOrDefault(at);
            bins.Add((consumed.GetValueOrDefault(at) + Math.Max(0, away)) / Bin.TotalSeconds);
        }

        return DemandOutlook.From(bins);
    }
}
