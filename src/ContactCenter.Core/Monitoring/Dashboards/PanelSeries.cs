using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>One line of a panel.</summary>
/// <param name="Label">What it is called: a queue, a table, a kind of trouble.</param>
/// <param name="Metrics">The metrics read; bound, without placeholders.</param>
/// <param name="Expression">Metric math over their ids, or null for the one metric itself.</param>
/// <param name="Band">Width of the band of what is normal, in standard deviations, or null for none.</param>
public sealed record PanelSeries(string Label, IReadOnlyList<MetricSource> Metrics, string? Expression = null, double? Band = null);
