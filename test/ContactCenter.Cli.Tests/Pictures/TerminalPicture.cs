using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ContactCenter.Cli.Tests.Pictures;

/// <summary>Lines of a terminal as an SVG, each letter in its column whatever the font.</summary>
internal static partial class TerminalPicture
{
    private const double Column = 8.4;
    private const int Line = 19;
    private const int Margin = 14;

    /// <summary>The picture.</summary>
    /// <param name="lines">The lines as markup.</param>
    /// <param name="columns">Columns of the window.</param>
    public static string Of(IReadOnlyList<string> lines, int columns)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(TextWriter.Null),
        });
        console.Profile.Width = columns + 1;
        var (width, height) = ((columns * Column) + (2 * Margin), (lines.Count * Line) + (2 * Margin));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.#} {height}\" ");
        svg.Append("font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width:0.#}\" height=\"{height}\" rx=\"8\" fill=\"#16191f\"/>\n");
        foreach (var (row, line) in lines.Index())
        {
            var column = 0;
            foreach (var segment in new Markup(line).GetSegments(console).Where(static segment => !segment.IsLineBreak))
            {
                Append(svg, segment, column, Margin + (row * Line));
                column += segment.Text.Length;
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, Segment segment, int column, int top)
    {
        var (x, width) = (Margin + (column * Column), segment.Text.Length * Column);
        if (segment.Style.Background != Color.Default)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0.#}\" y=\"{top}\" width=\"{width:0.#}\" height=\"{Line}\" fill=\"#{segment.Style.Background.ToHex()}\"/>");
        }

        var ink = segment.Style.Foreground == Color.Default ? "d5dbdb" : segment.Style.Foreground.ToHex();
        var weight = segment.Style.Decoration.HasFlag(Decoration.Bold) ? " font-weight=\"bold\"" : "";
        foreach (var words in Words().Matches(segment.Text).Cast<Match>())
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + (words.Index * Column):0.#}\" y=\"{top + 14}\" textLength=\"{words.Length * Column:0.#}\" fill=\"#{ink}\"{weight}>"
                    + $"{WebUtility.HtmlEncode(words.Value)}</text>\n");
        }
    }

    /// <summary>Words with one space between them: whoever shows an SVG may take more spaces for one.</summary>
    [GeneratedRegex("\\S+( \\S+)*")]
    private static partial Regex Words();
}
