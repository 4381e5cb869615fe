using System.Net;
using System.Text;
using ContactCenter.Plots;

namespace ContactCenter.Documents.Papers;

/// <summary>
/// A document as one file of HTML: nothing is loaded from anywhere, no script runs, and every text is encoded. It is read in light and
/// dark, on a telephone and on paper.
/// </summary>
public static class HtmlFormat
{
    private const string Css = """
        :root { color-scheme: light dark; --paper: #fff; --panel: #f4f6f8; --ink: #1b2126; --soft: #55606b; --line: #c9d0d7; --mark: #0b5c8f; }
        @media (prefers-color-scheme: dark) { :root { --paper: #12171c; --panel: #1b232b; --ink: #e6ebf0; --soft: #a9b5c0; --line: #3a4651; --mark: #74b6e0;
        """ + PlotStyle.Dark + """
         } }
        *, ::before, ::after { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
        .lead { font-size: 1.1rem; border-left: 4px solid var(--mark); padding-left: .75rem; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .75rem; padding: 0; list-style: none; }
        .cards li { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .75rem; }
        .cards .value { display: block; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
        .cards .name, .cards .beside, figcaption, caption { color: var(--soft); font-size: .875rem; }
        .cards .name, .cards .beside { display: block; }
        .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .scroll { overflow-x: auto; position: relative; margin: 1rem 0; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
        thead th { color: var(--soft); font-size: .8125rem; } .number { text-align: right; font-variant-numeric: tabular-nums; }
        @media (max-width: 40rem) {
          .prose thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .prose tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .prose th, .prose td { display: block; padding: .1rem 0; border: 0; overflow-wrap: anywhere; }
          .prose td::before { content: attr(data-label) ": "; color: var(--soft); font-size: .875rem; }
        }
        figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; }
        @media print { body { max-width: none; } h2 { break-after: avoid; } figure, tr, .cards li { break-inside: avoid; } }
        """;

    /// <summary>Writes it.</summary>
    public static string Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{Encoded(paper.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>{Encoded(paper.Title)}</title>
            <style>
            {Css}
            {PlotStyle.Css}
            </style>
            </head>
            <body>
            <main>
            <h1>{Encoded(paper.Title)}</h1>

            """);
        var heading = "";
        foreach (var block in paper.Blocks)
        {
            heading = block is HeadingBlock { Text: var words } ? words : heading;
            Write(text, block, heading);
        }

        return text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder text, PaperBlock block, string under) => _ = block switch
    {
        HeadingBlock heading => text.Append("<h2>").Append(Encoded(heading.Text)).Append("</h2>\n"),
        TextBlock paragraph => text.Append(paragraph.IsLead ? "<p class=\"lead\">" : "<p>")
            .Append(Encoded(paragraph.Text)).Append("</p>\n"),
        ListBlock list => list.Items.Aggregate(
            text.Append("<ul>\n"), static (all, item) => all.Append("<li>").Append(Encoded(item)).Append("</li>\n")).Append("</ul>\n"),
        CardBlock cards => cards.Cards.Aggregate(
            text.Append("<ul class=\"cards\">\n"),
            static (all, card) => all.Append("<li><span class=\"name\">").Append(Encoded(card.Name))
                .Append("</span><span class=\"value\">").Append(Encoded(card.Value))
                .Append("</span><span class=\"beside\">").Append(Encoded(card.Beside)).Append("</span></li>\n")).Append("</ul>\n"),
        TableBlock table => Table(text, table, isNamed: table.Caption == under),
        PlotBlock plot => text.Append("<figure>").Append(plot.Svg).Append("<figcaption>").Append(Encoded(plot.Caption))
            .Append("</figcaption></figure>\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    /// <summary>
    /// A table; on a telephone one without columns of numbers is read row by row, because sentences do not fit beside each other.
    /// </summary>
    /// <param name="text">Takes it.</param>
    /// <param name="table">The table.</param>
    /// <param name="isNamed">True where the heading says already what it shows.</param>
    private static StringBuilder Table(StringBuilder text, TableBlock table, bool isNamed)
    {
        var isProse = table.NumbersFrom >= table.Columns.Count;
        _ = text.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Encoded(table.Caption))
            .Append(isProse ? "\"><table class=\"prose\">\n<caption" : "\"><table>\n<caption")
            .Append(isNamed ? " class=\"sr\">" : ">")
            .Append(Encoded(table.Caption)).Append("</caption>\n<thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            _ = text.Append("<th scope=\"col\"").Append(Class(table, i)).Append('>').Append(Encoded(table.Columns[i])).Append("</th>");
        }

        _ = text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            _ = text.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                var kind = i == 0 ? "th" : "td";
                _ = text.Append('<').Append(kind).Append(i == 0 ? " scope=\"row\"" : "").Append(Class(table, i))
                    .Append(i > 0 && isProse ? $" data-label=\"{Encoded(table.Columns[i])}\">" : ">").Append(Encoded(row[i]))
                    .Append("</").Append(kind).Append('>');
            }

            _ = text.Append("</tr>\n");
        }

        return text.Append("</tbody></table></div>\n");
    }

    private static string Class(TableBlock table, int column) => column >= table.NumbersFrom ? " class=\"number\"" : "";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
