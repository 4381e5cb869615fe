using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>
/// Applies what a configuration changes about the catalog: the one place where a threshold and its severe value are made.
/// </summary>
public static class CatalogOverrides
{
    private const string ByConfiguration = "configuration";

    /// <summary>The catalog with the changes of a configuration that hold for all resources.</summary>
    public static AlarmCatalog For(ContactCenterConfiguration configuration) =>
        new(AlarmCatalog.Default.Definitions.Select(definition => ForAll(definition, configuration)));

    /// <summary>
    /// The definition as it holds for one resource: the catalog's values, changed by <c>alarms.&lt;id&gt;</c>, then by the threshold of the
    /// resource, else by what the queue's own settings promise. Where only the threshold changes, the severe value moves with it
    /// (<see cref="SevereValue"/>); one that the configuration names holds for every resource.
    /// </summary>
    /// <param name="definition">A definition of the catalog, with or without the changes that hold for all resources.</param>
    /// <param name="resource">The queue, table, function … as <see cref="Plan.BoundAlarm.Resource"/> has it.</param>
    /// <param name="configuration">The configuration.</param>
    internal static AlarmDefinition ForResource(AlarmDefinition definition, string resource, ContactCenterConfiguration configuration)
    {
        var general = ForAll(definition, configuration);
        return ThresholdOf(general, resource, configuration) is { } threshold
            ? WithThreshold(general, threshold, configuration.Alarms.GetValueOrDefault(definition.Id)?.Severe)
            : general;
    }

    /// <summary>A definition with what is overridden for all resources.</summary>
    internal static AlarmDefinition ForAll(AlarmDefinition definition, ContactCenterConfiguration configuration)
    {
        if (configuration.Alarms.GetValueOrDefault(definition.Id) is not { } change)
        {
            return definition;
        }

        var limited = change.Threshold is { } threshold
            ? WithThreshold(definition, threshold, change.Severe)
            : definition with { Severe = change.Severe ?? definition.Severe };
        return limited with
        {
            DatapointsToAlarm = change.DatapointsToAlarm ?? definition.DatapointsToAlarm,
            EvaluationPeriods = change.EvaluationPeriods ?? definition.EvaluationPeriods,

            // what tells by missing data would never tell again
            MissingData = change.IgnoreMissing && definition.MissingData != MissingData.Breaching
                ? MissingData.Ignore : definition.MissingData,
            Severity = change.Severity ?? definition.Severity,
        };
    }

    /// <summary>The threshold that a configuration gives one resource, or null.</summary>
    private static double? ThresholdOf(AlarmDefinition definition, string resource, ContactCenterConfiguration configuration)
    {
        if (configuration.Alarms.GetValueOrDefault(definition.Id) is { } change
            && change.Resources.TryGetValue(resource, out var threshold))
        {
            return threshold;
        }

        return definition.Waits is { } channel
            ? configuration.Queues.FirstOrDefault(queue => queue.Name == resource)?.MaximumWaitOf(channel)?.TotalSeconds
            : null;
    }

    private static AlarmDefinition WithThreshold(AlarmDefinition definition, double threshold, double? severe) => definition with
    {
        Threshold = threshold,
        ThresholdSource = ByConfiguration,
        Severe = severe ?? SevereValue.At(definition, threshold),
    };
}
