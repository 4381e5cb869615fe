using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Aws.Remediation;

/// <summary>
/// The last hour of a table and its indexes, minute by minute. A minute without a datapoint is a minute without traffic, except for the
/// newest ones: metrics arrive late, and a minute of which nothing at all has arrived is not told as an idle one.
/// </summary>
internal sealed class CapacitySeries(MetricReader reader)
{
    private const int Minutes = 60;

    /// <summary>Metrics of DynamoDB arrive within about two minutes; what has not come by then was not measured.</summary>
    private const int LateMinutes = 2;

    private static readonly IReadOnlyDictionary<DateTimeOffset, double> None = new Dictionary<DateTimeOffset, double>();

    public async Task<TableState> ReadAsync(TableState state, CancellationToken cancellationToken)
    {
        var end = new DateTimeOffset(state.ReadAt.UtcTicks - (state.ReadAt.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var metrics = state.Resources.SelectMany(resource => Both(state, resource)).ToArray();
        var start = end.AddMinutes(-Minutes);
        var points = await reader.ReadAsync(
            [.. metrics.SelectMany(one => one.Series(state.Billing))], TimeSpan.FromMinutes(1), start, end, cancellationToken);
        var count = Arrived(points, metrics, end);
        return state with
        {
            Resources = [.. state.Resources.Select((resource, i) => resource with
            {
                Reads = Series(points, metrics[2 * i], start, count, resource.Provisioned.Reads),
                Writes = Series(points, metrics[(2 * i) + 1], start, count, resource.Provisioned.Writes),
            })],
        };
    }

    private static IEnumerable<CapacityMetrics> Both(TableState state, CapacityResource resource) =>
        [
            CapacityMetrics.Of(state.Name, resource.Index, CapacityKind.Read),
            CapacityMetrics.Of(state.Name, resource.Index, CapacityKind.Write)
        ];

    private static int Arrived(
        IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>> points, CapacityMetrics[] metrics,
        DateTimeOffset end)
    {
        // what is provisioned is told whether there is traffic or not, and at another time
        var measured = metrics.SelectMany(one => new[] { one.Consumed, one.Throttled }).ToArray();
        var late = 0;
        while (late < LateMinutes && !measured.Any(one => points[one].ContainsKey(end.AddMinutes(-1 - late))))
        {
            late++;
        }

        return Minutes - late;
    }

    private static CapacityMinute[] Series(
        IReadOnlyDictionary<MetricSeries, IReadOnlyDictionary<DateTimeOffset, double>> points,
        CapacityMetrics metrics,
        DateTimeOffset start,
        int count,
        long provisionedNow)
    {
        var told = points.GetValueOrDefault(metrics.Provisioned, None);
        var provisioned = told.Count == 0 ? provisionedNow : told.MinBy(point => point.Key).Value;
        var minutes = new CapacityMinute[count];
        for (var i = 0; i < count; i++)
        {
            var at = start.AddMinutes(i);

            // told every five minutes, so the last value holds until the next
            provisioned = told.TryGetValue(at, out var now) ? now : provisioned;
            minutes[i] = new CapacityMinute(at, At(metrics.Consumed), At(metrics.Requests), provisioned, Throttled(At, metrics));

            double At(MetricSeries one) => points.GetValueOrDefault(one, None).TryGetValue(at, out var value) ? value : 0;
        }

        return minutes;
    }

    private static ThrottleCounts Throttled(Func<MetricSeries, double> at, CapacityMetrics metrics)
    {
        var explained = new ThrottleCounts(at(metrics.ByProvisioned), at(metrics.ByKeyRange), at(metrics.ByAccount), at(metrics.ByMaximum));
        return explained with { Unexplained = Math.Max(0, at(metrics.Throttled) - explained.Total) };
    }
}
