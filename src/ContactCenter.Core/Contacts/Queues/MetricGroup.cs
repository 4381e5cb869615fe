namespace ContactCenter.Core.Contacts.Queues;

/// <summary>Values of metrics about one thing.</summary>
/// <param name="Resource">Its name, the value of the metrics' dimension; null when they are about the instance.</param>
/// <param name="Values">The metrics, all with the same dimension, and their values.</param>
public sealed record MetricGroup(string? Resource, IReadOnlyList<(OwnMetric Metric, double Value)> Values);
