namespace ContactCenter.Simulation.People;

/// <summary>What somebody will do with a message, and when.</summary>
/// <param name="Person">Who.</param>
/// <param name="Action">What.</param>
/// <param name="At">When; null when the message is never read.</param>
public sealed record PersonReaction(string Person, PersonAction Action, DateTimeOffset? At);
