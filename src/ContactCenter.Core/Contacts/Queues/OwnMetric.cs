namespace ContactCenter.Core.Contacts.Queues;

/// <summary>A metric that this system publishes in its own namespace.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, as CloudWatch writes it.</param>
/// <param name="Dimension">The dimension besides <c>InstanceId</c>, or null.</param>
public sealed record OwnMetric(string Name, string Unit, string? Dimension);
