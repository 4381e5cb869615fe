using System.Globalization;
using System.Net;
using System.Text;

namespace ContactCenter.Language.Classification.Reporting;

/// <summary>Right topics against answered topics as an SVG picture.</summary>
public static class ConfusionPlot
{
    // Pixels: the plot is about as wide whatever the number of topics, and names are written while they are legible.
    private const int Side = 640;
    private const int NameWidth = 170;
    private const double MinimumNamedCell = 8;
    private const double MaximumCell = 26;

    /// <summary>The picture: one row per right topic, one column per answer, shade by share of the row.</summary>
    public static string Render(IReadOnlyList<string> topics, IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(counts);
        var cell = Math.Min(MaximumCell, (double)Side / topics.Count);
        var side = cell * topics.Count;
        var svg = new StringBuilder();
        _ = svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{NameWidth + side + 2:F0}\" height=\"{side + 2:F0}\" role=\"img\" "
                + $"aria-label=\"Confusion: right topics against answers\" fill=\"#46525f\">")
            .Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{NameWidth}\" y=\"1\" width=\"{side:F1}\" height=\"{side:F1}\" fill=\"#f6f8fa\" stroke=\"#c9d2dc\"/>");
        for (var row = 0; row < topics.Count; row++)
        {
            if (cell >= MinimumNamedCell)
            {
                _ = svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{NameWidth - 6}\" y=\"{1 + (cell * (row + 0.75)):F1}\" text-anchor=\"end\" "
                        + $"font-size=\"{Math.Min(11, cell):F1}\">")
                    .Append(WebUtility.HtmlEncode(topics[row])).Append("</text>");
            }

            AppendCells(svg, topics, counts[row], row, cell);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void AppendCells(StringBuilder svg, IReadOnlyList<string> topics, IReadOnlyList<int> counts, int row, double cell)
    {
        var total = counts.Sum();
        for (var column = 0; column < counts.Count; column++)
        {
            if (counts[column] == 0)
            {
                continue;
            }

            // The root makes single confusions visible beside a full diagonal.
            var shade = Math.Sqrt((double)counts[column] / total);
            var colour = row == column ? "#2468b4" : "#c0392b";
            _ = svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{NameWidth + (cell * column):F1}\" y=\"{1 + (cell * row):F1}\" width=\"{cell:F1}\" height=\"{cell:F1}\" "
                    + $"fill=\"{colour}\" fill-opacity=\"{shade:F2}\"><title>")
                .Append(WebUtility.HtmlEncode(topics[row])).Append(" → ").Append(WebUtility.HtmlEncode(topics[column]))
                .Append(CultureInfo.InvariantCulture, $": {counts[column]} of {total}</title></rect>");
        }
    }
}
