namespace ContactCenter.Core.Contacts.Flows;

/// <summary>A measurement that a hook tells with its answer, once for a contact however often the flow asks again.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Unit">CloudWatch's unit, such as <c>Count</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Dimension">Name of the dimension beside the instance.</param>
/// <param name="DimensionValue">Its value, one of a bounded number of words.</param>
public sealed record HookMetric(string Name, string Unit, double Value, string Dimension, string DimensionValue);
