namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// One dimension of a metric. In the catalog the value may hold a placeholder in braces (<c>{instance}</c>, <c>{queue}</c> …)
/// that is bound when the definition meets a configuration; in a received alarm it is the literal value.
/// </summary>
/// <param name="Name">Exact CloudWatch dimension name; some contain spaces (<c>Instance ID</c>).</param>
/// <param name="Value">Literal value, or a text with placeholders.</param>
public readonly record struct MetricDimension(string Name, string Value);
