namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Decides what an input means for a trouble. Pure: the same correlation, input, policy and time give the same decision, so a decision
/// that lost a race is simply made again on what is stored now.
/// </summary>
public static class IncidentEngine
{
    /// <summary>The decision for one input.</summary>
    /// <param name="correlation">What is known under the key.</param>
    /// <param name="input">What happened.</param>
    /// <param name="policy">What the configuration says about incidents.</param>
    /// <param name="now">The time of the decision.</param>
    public static Decision Decide(Correlation correlation, IncidentInput input, IncidentPolicy policy, DateTimeOffset now)
    {
        var draft = new IncidentDraft(correlation, policy, now);
        var action = input switch
        {
            AlarmReceived received => AlarmDecisions.Decide(draft, received.Alarm),
            DeadlinePassed => DeadlineDecisions.Decide(draft),
            PersonActed acted => PersonDecisions.Decide(draft, acted),
            RemediationReported report => NoteDecisions.Decide(draft, report),
            DeliveryReported report => NoteDecisions.Decide(draft, report),
            ContextNoted context => NoteDecisions.Decide(draft, context),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "an incident does not react to this"),
        };
        return draft.Finish(action);
    }
}
