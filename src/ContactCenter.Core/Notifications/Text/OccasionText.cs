using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>Words for occasions, the same in every channel.</summary>
public static class OccasionText
{
    /// <summary>The word that a subject line carries; empty where the headline says it all.</summary>
    public static string Label(Occasion occasion) => occasion switch
    {
        Occasion.Opened => "",
        Occasion.Unrecognised => "",
        Occasion.Raised => "RAISED",
        Occasion.Reminder => "REMINDER",
        Occasion.Escalated => "ESCALATED",
        Occasion.ApprovalNeeded => "APPROVAL NEEDED",
        Occasion.Acknowledged => "TAKEN",
        Occasion.Reopened => "BACK AGAIN",
        Occasion.Mitigated => "CALMING DOWN",
        _ => "RESOLVED",
    };

    /// <summary>What is expected of the reader, or null when nothing is.</summary>
    public static string? Expectation(IncidentMessage message) => message.Occasion switch
    {
        Occasion.Mitigated or Occasion.Resolved => null,
        _ when message.AsksApproval => "Please approve the repair, or act yourself.",
        _ when message.AcknowledgedBy is { } who => $"{who} has taken it.",
        _ => "Please acknowledge it, so that nobody else is called.",
    };
}
