using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// Severity of one alarm change: a base, moved by context by one at most. A P1 stays P1 whatever the hour or the queue. Only a breach
/// beyond the "severe" value of the catalog makes a P1 of something less, and only of an alarm that customers feel:
/// <see cref="SeverityMeaning"/>. What concerns the whole incident (how many alarms, how long) is decided with the incident.
/// </summary>
internal sealed class SeverityRules(ContactCenterConfiguration configuration, BusinessCalendar calendar)
{
    private readonly Dictionary<string, QueueSettings> _queues =
        configuration.Queues.GroupBy(queue => queue.Name).ToDictionary(group => group.Key, group => group.First());

    public SeverityAssessment Assess(AlarmChange change, AlarmDefinition? definition, AlarmDescription description, AlarmSubject subject)
    {
        var (severity, reason) = Base(change, definition, description);
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add(reason);
        if (change.State == AlarmState.Ok)
        {
            return new SeverityAssessment(severity, reasons.ToImmutable());
        }

        var (moved, why) = change.State == AlarmState.InsufficientData
            ? WithoutData(severity)
            : Move(severity, Worse(change, definition, subject), Better(change, definition, subject));
        if (why is not null)
        {
            reasons.Add(why);
        }

        return new SeverityAssessment(moved, reasons.ToImmutable());
    }

    private static (Severity Severity, string Reason) Base(AlarmChange change, AlarmDefinition? definition, AlarmDescription description)
    {
        if (definition is not null)
        {
            // what is wrong stands in the description, which every message tells beside its reasons
            return (definition.Severity, Sentences.RatedByCatalog($"{definition.Severity}"));
        }

        if (description.Severity is { } told)
        {
            return (told, Sentences.RatedByItself($"{told}"));
        }

        var (severity, reason) = FallbackSeverity.Of(change);
        return (severity, $"{reason} {Sentences.RatedByMetric($"{severity}")}");
    }

    private static (Severity Severity, string? Why) WithoutData(Severity severity)
    {
        var lowered = Lower(severity);
        return (lowered, lowered == severity ? Sentences.WithoutData : Sentences.WithoutDataLowered);
    }

    /// <summary>Moves by one at most, and says in one sentence what spoke for it and what came of it.</summary>
    private static (Severity Severity, string? Why) Move(Severity severity, Circumstances worse, Circumstances better)
    {
        if (severity == Severity.P1)
        {
            return (severity, worse.Any ? Sentences.Full(worse.Text) : null);
        }

        return (worse.Any, better.Any) switch
        {
            (true, true) => (severity, Sentences.Stays(worse.Text, better.Text, $"{severity}")),
            (true, false) when severity == Severity.P2 && !worse.MakesP1 =>
                (severity, Sentences.StaysWithoutP1(worse.Text, worse.WhyNoP1!)),
            (true, false) => (severity - 1, Sentences.RaisedByOne(worse.Text)),
            (false, true) when severity == Severity.P4 => (severity, null),
            (false, true) => (severity + 1, Sentences.LoweredByOne(better.Sentence)),
            _ => (severity, null),
        };
    }

    private Circumstances Worse(AlarmChange change, AlarmDefinition? definition, AlarmSubject subject)
    {
        var severe = Breach.IsSevere(change, definition);
        var isFelt = definition is { Customers: not CustomerService.Served };
        var isImportant = ImportanceOf(subject) == Importance.High;
        var text = (severe, isImportant) switch
        {
            (true, true) => Sentences.SevereAndImportant(Breach.Size(change, definition), subject.Title),
            (true, false) => Sentences.IsSevere(Breach.Size(change, definition)),
            (false, true) => Sentences.HighImportance(subject.Title),
            _ => "",
        };
        return new Circumstances(text, severe && isFelt && Breach.OnSameScale(change, definition)?.Severe is not null)
        {
            WhyNoP1 = severe && !isFelt ? Sentences.NotSaidNotServed : Sentences.OnlySevereP1,
        };
    }

    private Circumstances Better(AlarmChange change, AlarmDefinition? definition, AlarmSubject subject)
    {
        var isOutside = subject.Elsewhere is null && definition is { CustomerFacing: true } && !IsServed(subject, change.At);
        var (text, sentence) = (isOutside, ImportanceOf(subject) == Importance.Low) switch
        {
            (true, true) => (
                Sentences.OutsideAndUnimportant(subject.Title), Sentences.OutsideAndUnimportantBegins(subject.Title)),
            (true, false) => (Sentences.OutsideHours, Sentences.OutsideHoursBegins),
            (false, true) => (Sentences.LowImportance(subject.Title), Sentences.LowImportance(subject.Title)),
            _ => ("", ""),
        };
        return new Circumstances(text, MakesP1: false) { Sentence = sentence };
    }

    private bool IsServed(AlarmSubject subject, DateTimeOffset at) =>
        QueueOf(subject) is { } queue ? calendar.IsOpen(queue, at) : calendar.IsOpen(at);

    private Importance ImportanceOf(AlarmSubject subject) => QueueOf(subject)?.Importance ?? Importance.Normal;

    private QueueSettings? QueueOf(AlarmSubject subject) =>
        subject is { Kind: "Queue", Elsewhere: null } ? _queues.GetValueOrDefault(subject.Name) : null;

    private static Severity Lower(Severity severity) => severity == Severity.P4 ? Severity.P4 : severity + 1;

    /// <summary>What speaks for a move in one direction; empty when nothing does.</summary>
    private readonly record struct Circumstances(string Text, bool MakesP1)
    {
        public string? WhyNoP1 { get; init; }

        /// <summary>The same as the beginning of a sentence.</summary>
        public string Sentence { get; init; } = Text;

        public bool Any => Text.Length > 0;
    }
}
