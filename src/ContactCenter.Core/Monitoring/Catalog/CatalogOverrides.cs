using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Catalog;

/// <summary>Applies what a configuration changes about the catalog.</summary>
public static class CatalogOverrides
{
    /// <summary>The catalog with the changes of a configuration that hold for all resources.</summary>
    public static AlarmCatalog For(ContactCenterConfiguration configuration) =>
        new(AlarmCatalog.Default.Definitions.Select(definition => Apply(definition, configuration.Alarms.GetValueOrDefault(definition.Id))));

    /// <summary>A definition with what is overridden for all resources.</summary>
    internal static AlarmDefinition Apply(AlarmDefinition definition, AlarmOverride? change) => change is null
        ? definition
        : definition with
        {
            Threshold = change.Threshold ?? definition.Threshold,
            ThresholdSource = change.Threshold is null ? definition.ThresholdSource : "configuration",
            Severe = change.Severe ?? definition.Severe,
            DatapointsToAlarm = change.DatapointsToAlarm ?? definition.DatapointsToAlarm,
            EvaluationPeriods = change.EvaluationPeriods ?? definition.EvaluationPeriods,
            Severity = change.Severity ?? definition.Severity,
        };

    /// <summary>The definition as it holds for one resource: an explicit threshold, else what the queue's own settings promise.</summary>
    internal static AlarmDefinition ForResource(
        AlarmDefinition definition, string resource, AlarmOverride? change, ContactCenterConfiguration configuration)
    {
        if (change is not null && change.Resources.TryGetValue(resource, out var threshold))
        {
            return definition with { Threshold = threshold, ThresholdSource = "configuration" };
        }

        if (definition.Id == "queue-wait-time"
            && configuration.Queues.FirstOrDefault(queue => queue.Name == resource)?.MaximumWait is { } wait)
        {
            return definition with { Threshold = wait.TotalSeconds, ThresholdSource = "configuration" };
        }

        return definition;
    }
}
