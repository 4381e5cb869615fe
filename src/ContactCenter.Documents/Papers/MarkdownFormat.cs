using System.Text;

namespace ContactCenter.Documents.Papers;

/// <summary>
/// A document as Markdown. What people or machines wrote stays text: signs that mean something to Markdown or HTML are escaped, so that it
/// makes no heading, no link and no element.
/// </summary>
public static class MarkdownFormat
{
    /// <summary>Signs that mean something.</summary>
    private const string Meaningful = "\\`*_{}[]()#+-.!|~>";

    /// <summary>Writes it.</summary>
    public static string Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = new StringBuilder($"# {Escaped(paper.Title)}\n");
        foreach (var block in paper.Blocks)
        {
            _ = text.Append('\n');
            Write(text, block);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, PaperBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                _ = text.Append("## ").Append(Escaped(heading.Text)).Append('\n');
                break;
            case TextBlock paragraph:
                _ = text.Append(Escaped(paragraph.Text)).Append('\n');
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                {
                    _ = text.Append("- ").Append(Escaped(item)).Append('\n');
                }

                break;
            case CardBlock cards:
                foreach (var card in cards.Cards)
                {
                    _ = text.Append("- **").Append(Escaped(card.Name)).Append(":** ").Append(Escaped(card.Value))
                        .Append(card.Beside.Length > 0 ? $" ({Escaped(card.Beside)})" : "").Append('\n');
                }

                break;
            case TableBlock table:
                Row(text, table.Columns);
                Row(text, [.. table.Columns.Select((_, index) => index >= table.NumbersFrom ? "--:" : "---")], isRaw: true);
                foreach (var row in table.Rows)
                {
                    Row(text, row);
                }

                break;
            case PlotBlock plot:
                // a drawing has no place in a text that is pasted: its numbers stand beside it
                _ = text.Append('*').Append(Escaped(plot.Caption)).Append("*\n");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells, bool isRaw = false)
    {
        foreach (var cell in cells)
        {
            _ = text.Append("| ").Append(isRaw ? cell : Escaped(cell)).Append(' ');
        }

        _ = text.Append("|\n");
    }

    /// <summary>Text of anybody's as text.</summary>
    internal static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '<' => safe.Append("&lt;"),
                '&' => safe.Append("&amp;"),
                '\r' or '\n' or '\t' => safe.Append(' '),
                // within a word neither a hyphen nor a full stop means anything
                '-' or '.' or '+' or '(' or ')' or '!' when safe.Length > 0 && safe[^1] is not ' ' and not ']' => safe.Append(sign),
                _ when Meaningful.Contains(sign, StringComparison.Ordinal) => safe.Append('\\').Append(sign),
                _ => safe.Append(sign),
            };
        }

        return safe.ToString();
    }
}
