namespace ContactCenter.Core.Notifications.Links;

/// <summary>What came of reading a link.</summary>
/// <param name="Claim">What it says; null unless it is genuine.</param>
/// <param name="Problem">Why it does not count; null when it does.</param>
public sealed record LinkReading(LinkClaim? Claim, LinkProblem? Problem);
