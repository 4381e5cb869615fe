using ContactCenter.Core.Incidents.Engine.People;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Decides what an input means for an incident. Pure: the same correlation, input, policy and time give the same decision, so a decision
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
        Holding.Begin(draft);
        var action = input switch
        {
            AlarmReceived received => Joining.Receive(draft, Reports.Rated(draft, received.Alarm)),
            AlarmsCaughtUp caughtUp => Joining.CatchUp(draft, caughtUp.Known),
            AlarmEdited edited => Edits.Note(draft, edited),
            SeriesTold told => Edits.EndWaiting(draft, told),
            DeadlinePassed => Deadlines.Handle(draft),
            HoldsLooked => Holding.Shorten(draft),
            PersonActed acted => Acts.Take(draft, acted),
            RemediationReported report => Remediations.Report(draft, report),
            DeliveryReported report => Notes.Write(draft, report),
            ChangesNoted noted => Notes.Write(draft, noted),
            ExerciseEnded ended => ExerciseRules.End(draft, ended),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "an incident does not react to this"),
        };
        return draft.Finish(action);
    }
}
