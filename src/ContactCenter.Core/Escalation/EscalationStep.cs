namespace ContactCenter.Core.Escalation;

/// <summary>After a time without an acknowledgement, an audience is told.</summary>
/// <param name="After">Time since the escalation began.</param>
/// <param name="Audience">Name of the audience.</param>
public sealed record EscalationStep(TimeSpan After, string Audience);
