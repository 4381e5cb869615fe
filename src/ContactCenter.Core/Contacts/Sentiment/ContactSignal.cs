namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>What an event says about the mood of one contact.</summary>
/// <param name="Id">Id of the event; an event that comes again has the same.</param>
/// <param name="ContactId">The contact, or null when the event is about none.</param>
/// <param name="At">When it happened.</param>
/// <param name="Queue">Id or ARN of the contact's queue, or null.</param>
/// <param name="Scores">How the customer sounded, -1 to 1, in the order in which it was said.</param>
/// <param name="IsAnalysisFailure">Contact Lens could not analyse the contact.</param>
public sealed record ContactSignal(string Id, string? ContactId, DateTimeOffset At, string? Queue, IReadOnlyList<double> Scores, bool IsAnalysisFailure = false);
