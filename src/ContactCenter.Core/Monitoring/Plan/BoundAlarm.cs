using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// A definition of the catalog bound to one resource of a configuration: an alarm as it is deployed and as the simulation evaluates it.
/// </summary>
/// <param name="Definition">The definition, with the configuration's overrides for this resource applied.</param>
/// <param name="Resource">The queue, flow, function, table … that it watches; the instance alias for instance-wide alarms.</param>
/// <param name="Name">Name of the CloudWatch alarm, stable and at most 255 characters.</param>
/// <param name="Metrics">The metrics with placeholders replaced.</param>
public sealed record BoundAlarm(AlarmDefinition Definition, string Resource, string Name, IReadOnlyList<MetricSource> Metrics)
{
    /// <summary>
    /// Binds a definition: <paramref name="values"/> replace the placeholders (<c>queue</c> for <c>{queue}</c>). A dimension whose value is
    /// empty is one that this resource's series do not have.
    /// </summary>
    /// <exception cref="KeyNotFoundException">A placeholder has no value.</exception>
    public static BoundAlarm Bind(AlarmDefinition definition, string prefix, string resource, IReadOnlyDictionary<string, string> values)
    {
        var metrics = definition.Metrics
            .Select(metric =>
                metric with
                {
                    Namespace = BindNamespace(metric.Namespace, values),
                    Dimensions = [.. metric.Dimensions.Select(dimension => Bind(dimension, values)).Where(bound => bound.Value.Length > 0)]
                })
            .ToArray();
        return new BoundAlarm(definition, resource, AlarmName.For(prefix, definition, resource), metrics);
    }

    /// <summary>The end of a namespace may be a placeholder: <c>ContactCenter/FlowLogs/{deployment}</c>.</summary>
    internal static string BindNamespace(string text, IReadOnlyDictionary<string, string> values) =>
        text.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at ? text[..at] + values[text[(at + 1)..^1]] : text;

    private static MetricDimension Bind(MetricDimension dimension, IReadOnlyDictionary<string, string> values) =>
        dimension.Value is ['{', .. var name, '}'] ? dimension with { Value = values[name] } : dimension;
}
