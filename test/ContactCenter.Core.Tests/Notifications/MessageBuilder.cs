using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>Messages for tests of their wording.</summary>
internal static class MessageBuilder
{
    public static readonly DateTimeOffset OpenedAt = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    public static IncidentMessage Any { get; } = new()
    {
        Occasion = Occasion.Opened,
        IncidentId = "7Q2M9KXA-3",
        Severity = Severity.P2,
        State = IncidentState.Open,
        Subject = "Queue Billing",
        Symptom = "customers wait too long",
        Description = "The customer who has waited longest has waited longer than the target. 6 min 12 s against a threshold of 2 min.",
        Reasons = ["The alarm catalog rates this P2.", "Queue Billing is of high importance."],
        Scope = "prod, example-bank, eu-central-1",
        RunbookUrl = "https://wiki.example/queue-wait-time",
        OpenedAt = OpenedAt,
        At = OpenedAt.AddMinutes(5),
        Alarms = 1,
        Changes = 3,
    };

    public static IncidentMessage Of(TriagedAlarm alarm) => Any with
    {
        Severity = alarm.Assessment.Severity,
        Reasons = alarm.Assessment.Reasons,
        Subject = alarm.Subject,
        Symptom = alarm.Symptom,
        Description = alarm.Description,
    };
}
