namespace ContactCenter.Core.Incidents;

/// <summary>One line of what happened; never changed once written.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Number">1 for the first event of the incident.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing happened.</param>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record TimelineEvent(string IncidentId, int Number, DateTimeOffset At, TimelineKind Kind, string Text);
