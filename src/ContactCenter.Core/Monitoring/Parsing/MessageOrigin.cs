namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>What is known of a message from its envelope.</summary>
/// <param name="At">When it was sent, else when it was received.</param>
/// <param name="Id">SNS message id or event id, or null.</param>
internal readonly record struct MessageOrigin(DateTimeOffset At, string? Id);
