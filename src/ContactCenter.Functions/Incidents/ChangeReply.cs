namespace ContactCenter.Functions.Incidents;

/// <summary>What became of an event of CloudTrail.</summary>
/// <param name="Recorded">The sentence that was kept, or null when the event changes no configuration.</param>
internal sealed record ChangeReply(string? Recorded);
