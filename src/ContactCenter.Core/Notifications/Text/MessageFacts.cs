using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>The facts of a message in the order and the words that every rich channel shows. Values are not yet encoded.</summary>
internal static class MessageFacts
{
    public static IEnumerable<(string Label, string Value)> Of(IncidentMessage message)
    {
        yield return ("Severity", SeverityWords(message.Severity));
        yield return ("State", State(message));
        if (message.Owner is { } owner)
        {
            yield return ("Owner", owner);
        }

        yield return ("Where", message.Scope);
        yield return ("Since", string.Create(CultureInfo.InvariantCulture,
            $"{message.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC ({MetricText.Duration(message.At - message.OpenedAt)} ago)"));
        yield return ("Size", $"{Count(message.Alarms, "alarm")}, {Count(message.Changes, "change")}");
        if (message.Repair is { } repair)
        {
            yield return ("Automatic repair", repair);
        }
    }

    /// <summary>"P1 Critical".</summary>
    public static string SeverityWords(Severity severity) => severity switch
    {
        Severity.P1 => "P1 Critical",
        Severity.P2 => "P2 High",
        Severity.P3 => "P3 Medium",
        _ => "P4 Low",
    };

    /// <summary>Severity, occasion where it says something, headline: what a message is called everywhere.</summary>
    public static string Title(IncidentMessage message)
    {
        var label = OccasionText.Label(message.Occasion);
        return $"[{message.Severity}]{(label.Length == 0 ? "" : $" {label}:")} {Headline.Of(message)}";
    }

    private static string State(IncidentMessage message) => message.State switch
    {
        IncidentState.Open => "Open, nobody has taken it",
        IncidentState.Acknowledged when message.AcknowledgedBy is { } who => $"Acknowledged by {who}",
        IncidentState.Acknowledged => "Acknowledged",
        IncidentState.Mitigated => "Mitigated, waiting out the quiet period",
        _ => "Resolved",
    };

    private static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}
