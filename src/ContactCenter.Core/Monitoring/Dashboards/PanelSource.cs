using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>Makes panels of the alarms of a configuration, so that what is plotted and drawn as a limit is what turns red.</summary>
internal sealed class PanelSource(IReadOnlyCollection<BoundAlarm> alarms, IReadOnlyDictionary<string, int> rank)
{
    /// <summary>
    /// Metrics in one panel at most. CloudWatch takes 500 into a graph and 2,500 into a dashboard (user guide, "Dashboard quotas"); nobody
    /// can tell more than this many lines apart.
    /// </summary>
    internal const int MaximumMetrics = 100;

    /// <summary>Different limits in one panel at most; more lines hide what they limit.</summary>
    private const int MaximumLimits = 4;

    private readonly ILookup<string, BoundAlarm> _byId = alarms.ToLookup(alarm => alarm.Definition.Id, StringComparer.Ordinal);

    /// <summary>What these alarms measure, with their thresholds; null where the configuration has none of them.</summary>
    public Panel? Of(string title, params ReadOnlySpan<string> ids)
    {
        var chosen = Chosen(ids);
        if (chosen.Length == 0)
        {
            return null;
        }

        var isOneMetric = chosen.All(alarm => alarm.Definition.Id == chosen[0].Definition.Id) || Names(chosen).Length == 1;
        PanelSeries[] series =
        [
            .. chosen.Select(alarm => new PanelSeries(
                isOneMetric ? alarm.Resource : $"{alarm.Resource}: {alarm.Definition.Symptom}",
                alarm.Definition.IsInHours ? [alarm.Metrics[0]] : alarm.Metrics,
                alarm.Definition.IsInHours ? null : alarm.Definition.Expression,
                alarm.Definition.AnomalyBand))
                .DistinctBy(Identity),
        ];
        return Fitted(new Panel { Title = title, Scale = chosen[0].Definition.Scale, Series = series, Limits = Limits(chosen) });
    }

    /// <summary>The metrics that these alarms put together, one by one and without limits.</summary>
    public Panel? PartsOf(string title, params ReadOnlySpan<string> ids)
    {
        var chosen = Chosen(ids);
        PanelSeries[] series =
        [
            .. chosen.SelectMany(
                alarm => alarm.Metrics,
                (alarm, metric) => new PanelSeries($"{alarm.Resource}: {metric.Name}", [metric])).DistinctBy(Identity),
        ];
        return series.Length == 0 ? null : Fitted(new Panel { Title = title, Series = series });
    }

    /// <summary>States of alarms, at most as many as CloudWatch shows in one widget (100).</summary>
    public Panel? StatesOf(string title, params ReadOnlySpan<string> ids)
    {
        var chosen = Chosen(ids);
        return chosen.Length == 0 ? null : States(title, [.. chosen.Select(alarm => alarm.Name)]);
    }

    /// <summary>States of alarms by name.</summary>
    public static Panel States(string title, IReadOnlyList<string> names) => new()
    {
        Title = names.Count > MaximumMetrics ? $"{title} (the first {MaximumMetrics} of {names.Count})" : title,
        Kind = PanelKind.AlarmStates,
        Alarms = [.. names.Take(MaximumMetrics)],
        Width = 12,
    };

    /// <summary>What matters most stands first, and stays when not everything has room.</summary>
    private BoundAlarm[] Chosen(ReadOnlySpan<string> ids)
    {
        var chosen = new List<BoundAlarm>();
        foreach (var id in ids)
        {
            if (AlarmCatalog.Default.Find(id) is null)
            {
                throw new ArgumentException($"{id} is not in the catalog", nameof(ids));
            }

            chosen.AddRange(_byId[id].OrderBy(alarm => rank.GetValueOrDefault(alarm.Resource)));
        }

        return [.. chosen];
    }

    /// <summary>The panel with as many series as have room.</summary>
    public static Panel Fitted(Panel panel)
    {
        var metrics = 0;
        PanelSeries[] shown = [.. panel.Series.TakeWhile(series => (metrics += series.Metrics.Count) <= MaximumMetrics)];
        return shown.Length == panel.Series.Count
            ? panel
            : panel with { Series = shown, Title = $"{panel.Title} (the first {shown.Length} of {panel.Series.Count})" };
    }

    private static PanelLimit[] Limits(IEnumerable<BoundAlarm> alarms) =>
    [
        .. alarms.Where(alarm => alarm.Definition.AnomalyBand is null)
            .GroupBy(alarm => (alarm.Definition.Threshold, alarm.Definition.Symptom, alarm.Definition.Severity))
            .Take(MaximumLimits)
            .Select(group => new PanelLimit(group.Key.Threshold, Label([.. group]), group.Key.Severity)),
    ];

    /// <summary>A limit of one resource among others names it; of the instance nobody needs to be told the name.</summary>
    private static string Label(
        BoundAlarm[] alarms) => alarms is [{ Definition.Scope: not (AlarmScope.Instance or AlarmScope.Account or AlarmScope.FlowLog) } only]
        ? $"{only.Definition.Symptom} ({only.Resource})"
        : alarms[0].Definition.Symptom;

    private static string[] Names(IEnumerable<BoundAlarm> alarms) =>
        [.. alarms.Select(alarm => alarm.Metrics[0].Name).Distinct(StringComparer.Ordinal)];

    /// <summary>A warning and a critical alarm look at one line.</summary>
    private static string Identity(PanelSeries series) => string.Join('|', series.Metrics.Select(metric =>
        $"{metric.Namespace} {metric.Name} {metric.Statistic} {string.Join(' ', metric.Dimensions)}")) + series.Expression;
}
