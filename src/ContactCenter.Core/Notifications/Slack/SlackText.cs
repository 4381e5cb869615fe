using System.Text;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>
/// Texts as Slack shows them literally: <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped (docs.slack.dev, "Formatting message text"),
/// so that no name can call a channel or hide a link.
/// </summary>
public static class SlackText
{
    /// <summary>The text on one line.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maximumLength">At most so many characters after escaping, at least 1; an escape is never cut.</param>
    public static string Line(string? text, int maximumLength) => Escape(CleanText.Line(text, maximumLength), maximumLength);

    /// <summary>The text with its line feeds.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maximumLength">At most so many characters after escaping, at least 1; an escape is never cut.</param>
    public static string Paragraphs(string? text, int maximumLength) => Escape(CleanText.Paragraphs(text, maximumLength), maximumLength);

    private static string Escape(string text, int maximumLength)
    {
        var escaped = new StringBuilder(text.Length);
        var fits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var before = escaped.Length;
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                _ => escaped.Append(rune),
            };
            if (before < maximumLength)
            {
                fits = before;
            }

            if (escaped.Length > maximumLength)
            {
                escaped.Length = fits;
                return escaped.Append('…').ToString();
            }
        }

        return escaped.ToString();
    }
}
