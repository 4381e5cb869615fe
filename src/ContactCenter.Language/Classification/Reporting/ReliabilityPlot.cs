using System.Globalization;
using System.Text;
using ContactCenter.Language.Classification.Evaluation;

namespace ContactCenter.Language.Classification.Reporting;

/// <summary>Confidence against accuracy as an SVG picture.</summary>
public static class ReliabilityPlot
{
    // Pixels of the square plot and of the room for its labels.
    private const int Side = 320;
    private const int Margin = 44;
    private const double MaximumRadius = 14;

    /// <summary>The picture; dots on the diagonal are honest.</summary>
    public static string Render(IReadOnlyList<ReliabilityBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        var svg = new StringBuilder();
        _ = svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Side + (2 * Margin)}\" height=\"{Side + (2 * Margin)}\" "
                + $"role=\"img\" aria-label=\"Reliability: confidence against accuracy\" font-size=\"11\" fill=\"#46525f\">")
            .Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{Margin}\" y=\"{Margin}\" width=\"{Side}\" height=\"{Side}\" fill=\"#f6f8fa\" stroke=\"#c9d2dc\"/>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Margin}\" y1=\"{Margin + Side}\" x2=\"{Margin + Side}\" y2=\"{Margin}\" stroke=\"#8a97a5\" "
                    + $"stroke-dasharray=\"4 4\"/>");
        for (var tick = 0; tick <= 100; tick += 20)
        {
            var offset = Side * tick / 100;
            _ = svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Margin + offset}\" y=\"{Margin + Side + 16}\" text-anchor=\"middle\">{tick} %</text>")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{Margin - 6}\" y=\"{Margin + Side - offset + 4}\" text-anchor=\"end\">{tick} %</text>");
        }

        var largest = bins.Select(static bin => bin.Texts).DefaultIfEmpty(1).Max();
        foreach (var bin in bins)
        {
            var x = Margin + (Side * bin.MeanConfidence);
            var y = Margin + (Side * (1 - bin.Accuracy));
            var radius = Math.Max(3, MaximumRadius * Math.Sqrt((double)bin.Texts / largest));
            _ = svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"{radius:F1}\" fill=\"#2468b4\" fill-opacity=\"0.7\">")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<title>{bin.Texts} answers, confidence {100 * bin.MeanConfidence:F0} %, right {100 * bin.Accuracy:F0} "
                        + $"%</title></circle>");
        }

        return svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Margin + (Side / 2)}\" y=\"{Side + (2 * Margin) - 6}\" text-anchor=\"middle\">confidence</text>")
            .Append(CultureInfo.InvariantCulture, $"<text x=\"12\" y=\"{Margin - 14}\">right</text></svg>").ToString();
    }
}
