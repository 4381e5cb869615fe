using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>Messages for tests of their wording.</summary>
internal static class MessageBuilder
{
    public static readonly DateTimeOffset OpenedAt = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Told of a wait of six minutes in an important queue.</summary>
    public static IncidentMessage Any { get; } = Told.First(
        Told.Center("prod", "example-bank", "https://wiki.example/{runbook}", Importance.High),
        new AlarmPayload { At = OpenedAt, Values = [372, 240], Threshold = 120 },
        OpenedAt.AddMinutes(5));

    public static IncidentMessage Of(TriagedAlarm alarm) => Any with
    {
        Severity = alarm.Assessment.Severity,
        Reasons = alarm.Assessment.Reasons,
        Subject = alarm.Subject,
        Symptom = alarm.Symptom,
        Description = alarm.Description,
    };
}
