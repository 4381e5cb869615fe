using System.Text;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>
/// Texts that an Adaptive Card shows literally: the characters that begin or end Markdown have a backslash before them (CommonMark,
/// section 2.4), and the angle brackets and ampersands of HTML are entities.
/// </summary>
public static class MarkdownText
{
    private const string Special = "\\`*_{}[]()#+-.!|~";

    /// <summary>The text on one line.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maximumLength">At most so many characters before escaping, at least 1.</param>
    public static string Line(string? text, int maximumLength)
    {
        var escaped = new StringBuilder();
        foreach (var letter in CleanText.Line(text, maximumLength))
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when Special.Contains(letter, StringComparison.Ordinal) => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
