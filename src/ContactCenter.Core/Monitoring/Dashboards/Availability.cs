using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>
/// How much of a month each part of the center worked, in percent: of a hundred requests, those that did not fail. From the metrics of the
/// alarms, so that what is counted as a failure is what turns an alarm red.
/// </summary>
internal static class Availability
{
    /// <summary>A month of dashboards: CloudWatch keeps sums of five minutes for 63 days.</summary>
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Flows that are added up at most: a widget that reads hundreds is slow.</summary>
    private const int MaximumFlows = 50;

    private const string Calls = "calls";

    /// <summary>One number for each part; null where the configuration has none of them.</summary>
    public static Panel? Of(ContactCenterConfiguration configuration, IReadOnlyCollection<BoundAlarm> alarms)
    {
        var names = DeploymentNames.Of(configuration);
        var own = SystemFunctions.For(configuration).Where(static function => function.IsHook).Select(names.Function)
            .ToHashSet(StringComparer.Ordinal);
        PanelSeries?[] parts =
        [
            EntryFlows(alarms),
            .. Shares(alarms, AlarmIds.IvrOutage, "errors", "requests", static resource => $"Bot {resource}"),
            // a hook of ours never throws, so Lambda counts no error of it: what failed is what it answered by default
            .. Shares(
                alarms, AlarmIds.HookDefaults, "defaults", "answers",
                static resource => resource == SystemFunctions.ClassifyContact.Name ? "Classifier" : $"Hook {resource}"),
            .. Shares(
                alarms.Where(alarm => !own.Contains(alarm.Resource)), AlarmIds.FunctionErrors, "errors", "calls",
                static resource => $"Hook {resource}"),
            .. Shares(alarms, AlarmIds.ApiFailures, "failures", "requests", static resource => $"API {resource}"),
        ];
        PanelSeries[] series = [.. parts.OfType<PanelSeries>()];
        return series.Length == 0
            ? null
            : PanelSource.Fitted(new Panel
            {
                Title = "Worked in the last 30 days, of a hundred requests",
                Kind = PanelKind.Numbers,
                Scale = MetricScale.Percent,
                Series = series,
                Width = 12,
            });
    }

    /// <summary>Contacts that were cut off in any flow, of all calls: a flow has no metric of how often it ran.</summary>
    private static PanelSeries? EntryFlows(IReadOnlyCollection<BoundAlarm> alarms)
    {
        MetricSource[] fatal =
        [
            .. alarms.Where(static alarm => alarm.Definition.Id == AlarmIds.FlowFailed).Take(MaximumFlows)
                .Select(static (alarm, i) => OverMonth(alarm.Metrics[0]) with { Id = $"fatal{i}" })
        ];
        var calls = alarms.FirstOrDefault(static alarm => alarm.Definition.Id == AlarmIds.CallVolumeGone)?.Metrics[0];
        if (fatal.Length == 0 || calls is null)
        {
            return null;
        }

        // calls a second, told once a minute
        var failed = string.Join(" + ", fatal.Select(static metric => $"FILL({metric.Id}, 0)"));
        return new PanelSeries(
            "Contact flows", [.. fatal, OverMonth(calls) with { Id = Calls, Statistic = "Sum" }],
            $"100 - 100 * ({failed}) / (60 * {Calls})");
    }

    private static IEnumerable<PanelSeries> Shares(
        IEnumerable<BoundAlarm> alarms, string id, string failed, string all, Func<string, string> label) => alarms
        .Where(alarm => alarm.Definition.Id == id && Find(alarm, failed) is not null && Find(alarm, all) is not null)
        .Select(alarm => new PanelSeries(
            label(alarm.Resource), [OverMonth(Find(alarm, failed)!), OverMonth(Find(alarm, all)!)],
            $"100 - 100 * FILL({failed}, 0) / {all}"));

    private static MetricSource? Find(BoundAlarm alarm, string id) => alarm.Metrics.FirstOrDefault(metric => metric.Id == id);

    private static MetricSource OverMonth(MetricSource metric) => metric with { Period = Month };
}
