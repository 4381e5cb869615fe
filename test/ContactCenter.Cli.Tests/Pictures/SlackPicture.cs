using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactCenter.Cli.Tests.Pictures;

/// <summary>The blocks of a Slack message as an SVG, roughly as Slack shows them: what is in it and in which order.</summary>
internal sealed partial class SlackPicture
{
    private const int Width = 620;
    private const int Left = 24;
    private const int Line = 21;

    private readonly StringBuilder _svg = new();
    private int _y = 20;

    /// <summary>The picture.</summary>
    /// <param name="blocks">The blocks as they are sent.</param>
    public static string Of(JsonArray blocks)
    {
        var picture = new SlackPicture();
        foreach (var block in blocks)
        {
            picture.Add(block!);
        }

        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {picture._y + 14}\" "
            + "font-family=\"system-ui,'Segoe UI',Helvetica,Arial,sans-serif\" font-size=\"15\">\n"
            + $"<rect x=\".5\" y=\".5\" width=\"{Width - 1}\" height=\"{picture._y + 13}\" rx=\"8\" fill=\"#fff\" stroke=\"#d5dbdb\"/>\n"
            + $"<rect x=\"10\" y=\"14\" width=\"4\" height=\"{picture._y - 14}\" rx=\"2\" fill=\"#b3261e\"/>\n"
            + $"{picture._svg}</svg>\n";
    }

    private void Add(JsonNode block)
    {
        switch ((string?)block["type"])
        {
            case "header":
                Text((string)block["text"]!["text"]!, size: 18, weight: "bold");
                break;
            case "section" when block["fields"] is JsonArray fields:
                foreach (var pair in fields.Select(static field => ((string)field!["text"]!).Split('\n', 2)).Chunk(2))
                {
                    Row(pair.Select(static parts => parts[0]), "#5f6b7a", 14);
                    Row(pair.Select(static parts => parts[^1]), "#16191f", 15);
                    _y += 6;
                }

                break;
            case "section":
                Text(Mention().Replace((string)block["text"]!["text"]!, "@on-call"));
                break;
            case "actions":
                Buttons(block["elements"]!.AsArray());
                break;
            default:
                Text(
                    string.Join(' ', block["elements"]!.AsArray().Select(static element => (string?)element!["text"])),
                    size: 13,
                    ink: "#5f6b7a");
                break;
        }

        _y += 10;
    }

    private void Text(string text, int size = 15, string weight = "normal", string ink = "#16191f")
    {
        foreach (var line in text.Split('\n').SelectMany(static line => Lines().Matches(line)))
        {
            Put(line.Value.Trim(), Left, size, ink, weight);
            _y += Line;
        }
    }

    private void Row(IEnumerable<string> cells, string ink, int size)
    {
        var top = _y;
        var end = top;
        foreach (var (i, cell) in cells.Index())
        {
            _y = top;
            foreach (var line in Columns().Matches(cell).Select(static line => line.Value))
            {
                Put(line, Left + (i * (Width / 2)), size, ink, "normal");
                _y += Line;
            }

            end = Math.Max(end, _y);
        }

        _y = end;
    }

    private void Buttons(JsonArray buttons)
    {
        var x = Left;
        foreach (var button in buttons)
        {
            var name = (string)button!["text"]!["text"]!;
            var width = (name.Length * 9) + 24;
            if (x + width > Width - Left)
            {
                (x, _y) = (Left, _y + 40);
            }

            var (fill, ink) = (string?)button["style"] switch
            {
                "primary" => ("#007a5a", "#fff"),
                "danger" => ("#e01e5a", "#fff"),
                _ => ("#fff", "#16191f"),
            };
            _svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x}\" y=\"{_y}\" width=\"{width}\" height=\"32\" rx=\"4\" fill=\"{fill}\" stroke=\"#a2acb8\"/>"
                    + $"<text x=\"{x + (width / 2)}\" y=\"{_y + 21}\" text-anchor=\"middle\" font-weight=\"bold\" font-size=\"14\" fill=\"{ink}\">"
                    + $"{WebUtility.HtmlEncode(name)}</text>\n");
            x += width + 8;
        }

        _y += 36;
    }

    private void Put(string text, int x, int size, string ink, string weight) => _svg.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x}\" y=\"{_y + 15}\" font-size=\"{size}\" fill=\"{ink}\" font-weight=\"{weight}\">{WebUtility.HtmlEncode(text)}</text>\n");

    /// <summary>Whole words, in lines of 76 letters at most.</summary>
    [GeneratedRegex("\\S.{0,74}\\S(?=\\s|$)|\\S+")]
    private static partial Regex Lines();

    /// <summary>The same in half of the width.</summary>
    [GeneratedRegex("\\S.{0,30}\\S(?=\\s|$)|\\S+")]
    private static partial Regex Columns();

    [GeneratedRegex("<![^>]*>|<@[^>]*>")]
    private static partial Regex Mention();
}
