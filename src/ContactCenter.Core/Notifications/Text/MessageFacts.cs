using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>The facts of a message in the order and the words that every channel shows. Values are not yet encoded.</summary>
internal static class MessageFacts
{
    /// <summary>How bad it is and where it stands, then what every channel has besides.</summary>
    public static IEnumerable<(string Label, string Value)> Of(IncidentMessage message) =>
    [
        (message.Say(Sentences.LabelSeverity), message.Say(SeverityWords(message.Severity))),
        (message.Say(Sentences.LabelState), message.Say(State(message))),
        .. Besides(message),
    ];

    /// <summary>Whose, where, since when, how much, and which alarm.</summary>
    public static IEnumerable<(string Label, string Value)> Besides(IncidentMessage message)
    {
        if (Owner(message) is { } owner)
        {
            yield return (message.Say(Sentences.LabelOwner), owner);
        }

        yield return (message.Say(Sentences.LabelWhere), message.Scope);
        yield return (message.Say(Sentences.LabelSince), Since(message));
        yield return (message.Say(Sentences.LabelSize), message.Say(Size(message)));
        if (message.Red is { } red)
        {
            yield return (message.Say(Sentences.LabelRed), red);
        }

        if (message.Origin is { } origin)
        {
            yield return (message.Say(Sentences.LabelAlarmName), origin.Name);
            if (origin.Text is { } text)
            {
                yield return (message.Say(Sentences.OwnWords), text);
            }
        }

        if (message.Repair is { } repair)
        {
            yield return (message.Say(Sentences.LabelRepair), repair);
        }
    }

    /// <summary>Where to look, with a word for each place.</summary>
    public static IEnumerable<(string Name, string Label, Uri Address)> Links(IncidentMessage message)
    {
        (string Name, string Label, string? Address)[] links =
        [
            ("runbook", Sentences.LabelRunbook, message.RunbookUrl),
            ("alarm", Sentences.LabelAlarm, message.Origin?.AlarmUrl),
            ("metric", Sentences.LabelMetric, message.Origin?.MetricUrl),
            ("logs", Sentences.LabelLogs, message.Origin?.LogsUrl),
        ];
        foreach (var (name, label, told) in links)
        {
            if (WebAddress.Https(told) is { } address)
            {
                yield return (name, message.Say(label), address);
            }
        }
    }

    /// <summary>Why it is that bad; what the remark says already is not said again.</summary>
    public static IReadOnlyList<string> Reasons(IncidentMessage message) => message.Reasons.IsDefault
        ? []
        : [.. message.Reasons.Where(reason => message.Remark?.Contains(reason, StringComparison.Ordinal) != true)];

    /// <summary>Whose it is, in the reader's words; null where it is not told.</summary>
    public static string? Owner(IncidentMessage message) => message.Owner is { } owner ? message.Say(OwnerWords(owner)) : null;

    /// <summary>Whose it is, as a sentence; an owner of the configuration's own stays as it is.</summary>
    public static string OwnerWords(string owner) => owner switch
    {
        AlarmOwners.Operations => Sentences.OwnerOperations,
        AlarmOwners.Engineering => Sentences.OwnerEngineering,
        AlarmOwners.Workforce => Sentences.OwnerWorkforce,
        _ => owner,
    };

    /// <summary>"P1 Critical".</summary>
    public static string SeverityWords(Severity severity) => severity switch
    {
        Severity.P1 => Sentences.SeverityCritical,
        Severity.P2 => Sentences.SeverityHigh,
        Severity.P3 => Sentences.SeverityMedium,
        _ => Sentences.SeverityLow,
    };

    /// <summary>Severity, occasion where it says something, headline: what a message is called everywhere.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sign">What stands before the severity.</param>
    public static string Title(IncidentMessage message, string sign = "")
    {
        var label = OccasionText.Label(message);
        var (word, told) = ExerciseText.Lead(message);
        return $"{word}{sign}[{message.Severity}]{(label.Length == 0 ? "" : $" {label}:")} {Headline.Of(told)}";
    }

    /// <summary>By the reader's clock, with UTC beside it.</summary>
    private static string Since(IncidentMessage message)
    {
        var opened = message.OpenedAt.UtcDateTime;
        var ago = MetricText.Duration(message.At - message.OpenedAt);
        return message.Say(message.Reader.Zone is { } zone
            ? Sentences.SinceLocal(
                Invariant($"{TimeZoneInfo.ConvertTimeFromUtc(opened, zone):yyyy-MM-dd HH:mm}"), zone.Id, Invariant($"{opened:HH:mm}"), ago)
            : Sentences.SinceUtc(Invariant($"{opened:yyyy-MM-dd HH:mm}"), ago));
    }

    private static string Size(IncidentMessage message)
    {
        var alarms = message.Alarms == 1 ? Sentences.OneAlarm : Sentences.ManyAlarms($"{message.Alarms}");
        var changes = message.Changes == 1 ? Sentences.OneChange : Sentences.ManyChanges($"{message.Changes}");
        return message is { RedNow: { } now, RedAtMost: { } most, Alarms: > 1 }
            ? Sentences.SizeOfRed(alarms, $"{now}", $"{most}", changes)
            : Sentences.Both(alarms, changes);
    }

    private static string State(IncidentMessage message) => StateWords(message.State, message.AcknowledgedBy);

    /// <summary>Where an incident stands, as a sentence.</summary>
    public static string StateWords(IncidentState state, string? acknowledgedBy) => state switch
    {
        IncidentState.Open => Sentences.StateOpen,
        IncidentState.Acknowledged when acknowledgedBy is { } who => Sentences.StateAcknowledgedBy(who),
        IncidentState.Acknowledged => Sentences.StateAcknowledged,
        IncidentState.Mitigated => Sentences.StateMitigated,
        _ => Sentences.StateResolved,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
