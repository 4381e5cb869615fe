using System.Text;

namespace ContactCenter.Plots;

/// <summary>
/// Writes one drawing. Colours stand as attributes, so that a picture in a file has them, and as classes, by which a page's stylesheet
/// changes them for the dark; no style stands in an element, which a strict content security policy would drop.
/// </summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder _svg = new(4096);

    /// <summary>Begins a drawing whose parts say nothing by themselves: a screen reader says title and description.</summary>
    public SvgDrawing(PlotFrame frame, double width, double height, string kind)
    {
        _ = _svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot plot-{kind}\" role=\"img\"")
            .Append($" aria-labelledby=\"{frame.Id}-title {frame.Id}-desc\" viewBox=\"0 0 {N(width)} {N(height)}\"")
            .Append($" width=\"{N(width)}\" height=\"{N(height)}\" font-size=\"{N(SvgText.Size)}\" font-family=\"system-ui, sans-serif\">")
            .Append($"<title id=\"{frame.Id}-title\">{SvgText.Encoded(frame.Title)}</title>")
            .Append($"<desc id=\"{frame.Id}-desc\">{SvgText.Encoded(frame.Description)}</desc><g aria-hidden=\"true\">");
    }

    /// <summary>The whole drawing.</summary>
    public string End() => _svg.Append("</g></svg>").ToString();

    public void Line(string kind, double x1, double y1, double x2, double y2) =>
        _svg.Append($"<line class=\"plot-{kind}\" {PlotColors.Stroke(kind)} x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>");

    public void Rectangle(string kind, double x, double y, double width, double height) => _svg.Append(
        $"<rect class=\"plot-{kind}\" {PlotColors.Fill(kind)} x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" "
        + $"height=\"{N(Math.Max(0, height))}\"/>");

    public void Path(string kind, string data) => _svg.Append($"<path class=\"plot-{kind}\" {PlotColors.Stroke(kind)} d=\"{data}\"/>");

    public void Area(string kind, string data) => _svg.Append($"<path class=\"plot-{kind}\" {PlotColors.Fill(kind)} d=\"{data}\"/>");

    public void Dot(string kind, double x, double y, double radius) =>
        _svg.Append($"<circle class=\"plot-{kind}\" {PlotColors.Fill(kind)} cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"/>");

    /// <summary>A text; <paramref name="anchor"/> is start, middle or end.</summary>
    public void Text(string text, double x, double y, string anchor = "start", string kind = "text") => _svg.Append(
        $"<text class=\"plot-{kind}\" {PlotColors.Fill(kind)} x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\">{SvgText.Encoded(text)}</text>");

    private static string N(double value) => SvgText.Number(value);
}

/// <summary>
/// The colours: those of Okabe and Ito (jfly.uni-koeln.de/color), which people with any kind of colour blindness tell apart. Lines differ
/// by their dashes too, and threshold and events by words.
/// </summary>
internal static class PlotColors
{
    /// <summary>More lines nobody tells apart.</summary>
    public const int Count = 6;

    public static string Stroke(string kind) => kind switch
    {
        "axis" => "stroke=\"#5b6673\" stroke-width=\"1\"",
        "grid" => "stroke=\"#d5dae0\" stroke-width=\"1\"",
        "threshold" => "fill=\"none\" stroke=\"#b03a00\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"",
        "event" => "stroke=\"#5b6673\" stroke-width=\"1\" stroke-dasharray=\"2 3\"",
        "line-1" => Series("#0072b2", ""),
        "line-2" => Series("#d55e00", "7 3"),
        "line-3" => Series("#007a57", "2 3"),
        "line-4" => Series("#a3487a", "10 3 2 3"),
        "line-5" => Series("#8a6100", "5 2 1 2 1 2"),
        _ => Series("#5b6673", "1 2"),
    };

    public static string Fill(string kind) => kind switch
    {
        "band" => "fill=\"#56b4e9\" fill-opacity=\"0.25\"",
        "bar" => "fill=\"#0072b2\"",
        "bar-marked" => "fill=\"#d55e00\"",
        "dot" or "dot-1" => "fill=\"#0072b2\"",
        "dot-2" => "fill=\"#d55e00\"",
        "dot-3" => "fill=\"#007a57\"",
        "dot-4" => "fill=\"#a3487a\"",
        "dot-5" => "fill=\"#8a6100\"",
        "flag" => "fill=\"#5b6673\"",
        "flag-text" => "fill=\"#ffffff\"",
        "missing" => "fill=\"none\" stroke=\"#b9c0c8\" stroke-dasharray=\"2 2\"",
        "threshold-text" => "fill=\"#b03a00\"",
        "text" => "fill=\"#3b444e\"",
        "cell-text-light" => "fill=\"#1b2126\"",
        "cell-text-dark" => "fill=\"#ffffff\"",
        _ => $"fill=\"{Cells[Math.Clamp(kind[^1] - '0', 0, Cells.Length - 1)]}\"",
    };

    /// <summary>From little to much, by lightness alone, so that a copy in grey says the same.</summary>
    private static readonly string[] Cells = ["#eef5fa", "#cfe4f2", "#a3cdea", "#6faedb", "#3a8cc4", "#0f68a3", "#084a78"];

    /// <summary>How many shades cells have.</summary>
    public static int Shades => Cells.Length;

    private static string Series(string color, string dash) =>
        $"fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" stroke-linejoin=\"round\"{(dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "")}";
}
