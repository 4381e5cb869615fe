namespace ContactCenter.Core.Contacts.Queues;

/// <summary>How often something ran in the window and how often it ended badly. Null: it could not be computed.</summary>
/// <param name="Count">Executions of a flow, conversations of a bot.</param>
/// <param name="BadPercent">Share of those that ended in which the customer was dropped, or the bot failed; in percent.</param>
public sealed record OutcomeFigures(double? Count = null, double? BadPercent = null);
