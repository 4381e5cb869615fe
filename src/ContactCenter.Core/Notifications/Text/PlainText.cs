using System.Globalization;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>Words a message as plain text, and as the subject of an e-mail.</summary>
public static class PlainText
{
    /// <summary>
    /// SNS accepts subjects of fewer than 100 characters of UTF-8 without line breaks and control characters (SNS API reference, Publish).
    /// </summary>
    public const int MaximumSubject = 99;

    /// <summary>
    /// The subject of an e-mail: severity, occasion, headline, 1 to 99 characters on one line; the middle of a long name is cut, so that
    /// what is wrong with the thing can be read, and its end tells it from others.
    /// </summary>
    public static string Subject(IncidentMessage message)
    {
        var label = OccasionText.Label(message);
        var (word, told) = ExerciseText.Lead(message);
        var begin = $"{word}[{message.Severity}]{(label.Length == 0 ? "" : $" {label}:")} ";
        return CleanText.Line(begin + Headline.Of(told, MaximumSubject - begin.Length), MaximumSubject).TrimEnd();
    }

    /// <summary>The whole message: what, how bad, why, where, what is being done, what to do.</summary>
    public static string Body(IncidentMessage message)
    {
        var text = new StringBuilder();
        var (word, told) = ExerciseText.Lead(message);
        text.AppendLine(Invariant($"{word}{message.Severity} {Headline.Of(told)}"));
        Paragraph(text, message.Remark);
        Paragraph(text, message.Description);
        if (MessageFacts.Reasons(message) is { Count: > 0 } reasons)
        {
            Paragraph(text, $"{message.Say(Sentences.WhySeverity)}:");
            foreach (var reason in reasons)
            {
                text.AppendLine(Invariant($"- {reason}"));
            }
        }

        text.AppendLine();
        foreach (var (label, value) in MessageFacts.Besides(message))
        {
            text.AppendLine(Invariant($"{label}: {value}"));
        }

        foreach (var (_, label, address) in MessageFacts.Links(message))
        {
            text.AppendLine(Invariant($"{label}: {address.AbsoluteUri}"));
        }

        text.AppendLine(Invariant($"{message.Say(Sentences.LabelIncident)}: {message.IncidentId}"));
        Paragraph(text, OccasionText.Expectation(message));
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string? paragraph)
    {
        if (paragraph is not null)
        {
            text.AppendLine().AppendLine(paragraph);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
