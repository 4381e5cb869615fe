using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// Severity of one alarm change: a base, moved by context by one at most. A P1 stays P1 whatever the hour or the queue; and only a
/// breach beyond the catalog's own "severe" value makes a P1 of something less, because P1 means that customers are not served.
/// What concerns the whole incident (how many alarms, how long) is decided with the incident.
/// </summary>
internal sealed class SeverityRules(ContactCenterConfiguration configuration, BusinessCalendar calendar)
{
    private readonly Dictionary<string, Importance> _importance =
        configuration.Queues.GroupBy(queue => queue.Name).ToDictionary(group => group.Key, group => group.First().Importance);

    public SeverityAssessment Assess(AlarmChange change, AlarmDefinition? definition, AlarmDescription description, AlarmSubject subject)
    {
        var (severity, reason) = Base(change, definition, description);
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add(reason);
        if (change.State == AlarmState.Ok)
        {
            return new SeverityAssessment(severity, reasons.ToImmutable());
        }

        var (raise, toP1) = Worse(change, definition, subject, reasons);
        var lower = severity != Severity.P1 && Better(change, definition, subject, reasons);
        if (change.State == AlarmState.InsufficientData)
        {
            reasons.Add("No data arrives, so it may be the monitoring that fails and not the service: lowered by one.");
            return new SeverityAssessment(Lower(severity), reasons.ToImmutable());
        }

        var moved = (raise, lower) switch
        {
            (true, false) => Raise(severity, toP1),
            (false, true) => Lower(severity),
            _ => severity,
        };
        return new SeverityAssessment(moved, reasons.ToImmutable());
    }

    private static (Severity Severity, string Reason) Base(AlarmChange change, AlarmDefinition? definition, AlarmDescription description)
    {
        if (definition is not null)
        {
            return (definition.Severity, $"{definition.Description} The alarm catalog rates this {definition.Severity}.");
        }

        if (description.Severity is { } told)
        {
            return (told, $"The alarm's own description rates it {told}.");
        }

        var (severity, reason) = FallbackSeverity.Of(change);
        return (severity, $"{reason} It is not in the alarm catalog, so {severity} by what it measures.");
    }

    private (bool Raise, bool ToP1) Worse(
        AlarmChange change, AlarmDefinition? definition, AlarmSubject subject, ImmutableArray<string>.Builder reasons)
    {
        var severe = Breach.IsSevere(change, definition);
        if (severe)
        {
            reasons.Add($"{Breach.Size(change, definition)}: severe, raised by one.");
        }

        var important = ImportanceOf(subject) == Importance.High;
        if (important)
        {
            reasons.Add($"{subject.Title} is of high importance: raised by one.");
        }

        return (severe || important, severe && definition?.Severe is not null);
    }

    private bool Better(AlarmChange change, AlarmDefinition? definition, AlarmSubject subject, ImmutableArray<string>.Builder reasons)
    {
        var closed = definition is { CustomerFacing: true } && !calendar.IsOpen(change.At);
        if (closed)
        {
            reasons.Add("It is outside business hours: lowered by one.");
        }

        var unimportant = ImportanceOf(subject) == Importance.Low;
        if (unimportant)
        {
            reasons.Add($"{subject.Title} is of low importance: lowered by one.");
        }

        return closed || unimportant;
    }

    private Importance ImportanceOf(AlarmSubject subject) =>
        subject.Kind == "Queue" ? _importance.GetValueOrDefault(subject.Name, Importance.Normal) : Importance.Normal;

    private static Severity Raise(Severity severity, bool toP1) => severity switch
    {
        Severity.P1 => Severity.P1,
        Severity.P2 => toP1 ? Severity.P1 : Severity.P2,
        _ => severity - 1,
    };

    private static Severity Lower(Severity severity) => severity == Severity.P4 ? Severity.P4 : severity + 1;
}
