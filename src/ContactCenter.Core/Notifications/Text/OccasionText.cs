using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>Words for occasions, the same in every channel; those of states are the states' own.</summary>
public static class OccasionText
{
    /// <summary>The word that a subject line carries; empty where the headline says it all.</summary>
    public static string Label(IncidentMessage message) => message.Occasion switch
    {
        Occasion.Opened or Occasion.Unrecognised => "",
        Occasion.Raised => message.Say(Sentences.TitleRaised),
        Occasion.Reminder => message.Say(Sentences.TitleReminder),
        Occasion.Escalated => message.Say(Sentences.TitleEscalated),
        Occasion.ApprovalNeeded => message.Say(Sentences.TitleApproval),
        Occasion.Acknowledged => message.Say(Sentences.TitleAcknowledged),
        Occasion.Reopened => message.Say(Sentences.TitleReopened),
        Occasion.Mitigated => message.Say(Sentences.TitleMitigated),
        _ => message.Say(Sentences.TitleResolved),
    };

    /// <summary>What is expected of the reader, or null when nothing is.</summary>
    public static string? Expectation(IncidentMessage message) => message.Occasion switch
    {
        Occasion.Resolved when message.AsksVerdict => message.Say(Sentences.PleaseJudge(message.IncidentId)),
        Occasion.Mitigated or Occasion.Resolved => null,
        _ when message.AsksApproval => message.Say(Sentences.PleaseApprove),
        _ when message.AcknowledgedBy is { } who => message.Say(Sentences.IsTaken(who)),
        _ => message.Say(Sentences.PleaseAcknowledge),
    };
}
