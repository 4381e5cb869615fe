using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Weeks;

/// <summary>Who was told what and when in a week, by the side of what was planted.</summary>
internal sealed class WeekBook(Scenario scenario, DateTimeOffset start, TimeZoneInfo zone)
{
    private readonly Dictionary<(PlantedFault Fault, string Alarm), TimeSpan> _after = [];
    private readonly Dictionary<(string Incident, string Audience), DateTimeOffset> _told = [];
    private readonly Dictionary<string, DateTimeOffset> _critical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FalsePage> _false = new(StringComparer.Ordinal);

    /// <summary>The first message of each incident that woke somebody up for nothing.</summary>
    public IReadOnlyList<FalsePage> FalsePages => [.. _false.Values];

    /// <summary>How long after a fault began an alarm about it was heard of; null: it was not.</summary>
    public TimeSpan? After(PlantedFault fault, string alarm) => _after.TryGetValue((fault, alarm), out var after) ? after : null;

    /// <summary>When an audience was first told of an incident.</summary>
    public DateTimeOffset? FirstTold(string incident, string audience) =>
        _told.TryGetValue((incident, audience), out var at) ? at : null;

    /// <summary>When an incident was first told as a P1.</summary>
    public DateTimeOffset? FirstP1(string incident) => _critical.TryGetValue(incident, out var at) ? at : null;

    /// <summary>Whether what began then may be about something that was planted, be it what can wait until the morning.</summary>
    public bool IsExpected(DateTimeOffset at) => scenario.Planted.Any(fault => fault.Explains(at - start));

    private bool IsExplained(DateTimeOffset at) => scenario.Planted.Any(fault => !fault.IsQuiet && fault.Explains(at - start));

    public void Read(IEnumerable<DecidedMoment> moments)
    {
        foreach (var moment in moments)
        {
            if (moment.Alarm is { Moment.State: AlarmState.Alarm } alarm)
            {
                Hear(alarm.Name, moment.At - start);
            }

            foreach (var message in moment.Decision.Effects.OfType<NotifyEffect>())
            {
                _ = _told.TryAdd((message.IncidentId, message.Audience), moment.At);
                if (message.Message.Severity == Severity.P1)
                {
                    _ = _critical.TryAdd(message.IncidentId, moment.At);
                }

                if (message.Message.Severity <= Severity.P2 && !IsExplained(message.Message.OpenedAt) && !IsExplained(moment.At))
                {
                    _ = _false.TryAdd(message.IncidentId, Page(message.Message, moment.At));
                }
            }
        }
    }

    private FalsePage Page(IncidentMessage message, DateTimeOffset at) => new(
        at, TimeZoneInfo.ConvertTime(at, zone).DateTime, message.Severity, $"{message.Subject}: {message.Symptom}");

    private void Hear(string alarm, TimeSpan elapsed)
    {
        foreach (var fault in scenario.Planted)
        {
            if (fault.Explains(elapsed) && alarm.Split('/') is [_, var id, ..]
                && fault.Promises.Any(promise => promise.Alarm == id))
            {
                _ = _after.TryAdd((fault, id), elapsed - fault.From);
            }
        }
    }
}
