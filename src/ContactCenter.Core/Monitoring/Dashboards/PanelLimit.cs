using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>The threshold of an alarm, as a line in a panel.</summary>
/// <param name="Value">The threshold, on the panel's scale.</param>
/// <param name="Label">Which alarm turns red there, and for whom.</param>
/// <param name="Severity">How bad that is.</param>
public sealed record PanelLimit(double Value, string Label, Severity Severity);
