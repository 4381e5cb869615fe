namespace ContactCenter.Plots;

/// <summary>A line without axes, as high as the text that it stands in: only whether something rises or falls.</summary>
/// <param name="Frame">Name and words; its size does not count.</param>
/// <param name="Values">The values, evenly apart; null: not known.</param>
public sealed record Sparkline(PlotFrame Frame, IReadOnlyList<double?> Values)
{
    /// <summary>More values are drawn as the highest of several.</summary>
    private const int MaximumValues = 60;

    private const double Width = 96;
    private const double Height = 24;
    private const double Inset = 3;

    /// <summary>The drawing as an element of HTML, or as a file of its own.</summary>
    public string ToSvg()
    {
        var drawing = new SvgDrawing(Frame, Width, Height, "spark");
        var each = Math.Max(1, (int)Math.Ceiling(Values.Count / (double)MaximumValues));
        double?[] shown = [.. Values.Select(Known).Chunk(each).Select(static chunk => chunk.Max())];
        var (low, high) = (shown.Min() ?? 0, shown.Max() ?? 0);
        var path = "";
        (double X, double Y)? last = null;
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] is not { } value)
            {
                last = null;
                continue;
            }

            var x = Inset + (i * (Width - (2 * Inset)) / Math.Max(1, shown.Length - 1));
            var y = Height - Inset - (high > low ? (value - low) / (high - low) : 0.5) * (Height - (2 * Inset));
            path += $"{(last is null ? 'M' : 'L')}{SvgText.Number(x)} {SvgText.Number(y)}";
            last = (x, y);
        }

        if (path.Length > 0)
        {
            drawing.Path("line-1", path);
        }

        if (last is { } end)
        {
            drawing.Dot("dot", end.X, end.Y, 2.5);
        }

        return drawing.End();
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? value : null;
}
