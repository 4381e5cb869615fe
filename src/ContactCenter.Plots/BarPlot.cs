namespace ContactCenter.Plots;

/// <summary>A bar.</summary>
/// <param name="Name">What stands before it.</param>
/// <param name="Value">How long it is; null: it is not known, which is drawn as an empty frame.</param>
/// <param name="IsMarked">True: it stands out by its colour, and by the mark before its number.</param>
public sealed record PlotBar(string Name, double? Value, bool IsMarked = false);

/// <summary>
/// Things compared by a number, as bars that lie, so that their names are read without turning one's head. Each has its number beside it.
/// </summary>
public sealed record BarPlot
{
    /// <summary>More bars are a table.</summary>
    public const int MaximumBars = 60;

    private const double Row = 22;
    private const double Gap = 8;

    /// <summary>What stands before the number of a marked bar.</summary>
    private const string Mark = "\u25B2 ";

    /// <summary>A plot of bars.</summary>
    /// <param name="frame">Name, words and width; the height follows from the number of bars.</param>
    /// <param name="unit">Unit of the values; it stands behind each number.</param>
    /// <param name="bars">The bars, from top to bottom. Values below zero count as zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more than can be read.</exception>
    public BarPlot(PlotFrame frame, string unit, IReadOnlyList<PlotBar> bars)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bars.Count, MaximumBars);
        (Frame, Unit, Bars) = (frame, unit, bars);
    }

    /// <summary>Name, words and width.</summary>
    public PlotFrame Frame { get; }

    /// <summary>Unit of the values.</summary>
    public string Unit { get; }

    /// <summary>The bars.</summary>
    public IReadOnlyList<PlotBar> Bars { get; }

    /// <summary>What the whole width stands for, such as 100 of a share; null: as far as the longest bar needs.</summary>
    public double? Maximum { get; init; }

    /// <summary>The drawing as an element of HTML, or as a file of its own.</summary>
    public string ToSvg()
    {
        var drawing = new SvgDrawing(Frame, Frame.Width, Math.Max(1, Bars.Count) * Row + Gap, "bars");
        var longest = Math.Max(Maximum ?? 0, Bars.Select(Length).DefaultIfEmpty(1).Max());
        longest = longest == Maximum ? longest : NiceTicks.Of(0, longest).To;
        string[] numbers = [.. Bars.Select(bar => Written(bar, longest))];
        var room = Frame.Width * 0.4;
        var left = Bars.Select(static bar => SvgText.Width(bar.Name)).DefaultIfEmpty(0).Max();
        left = Math.Min(left, room) + Gap;
        var right = Frame.Width - numbers.Select(SvgText.Width).DefaultIfEmpty(0).Max() - Gap;
        for (var i = 0; i < Bars.Count; i++)
        {
            var (bar, y) = (Bars[i], (i * Row) + (Gap / 2));
            var width = Length(bar) / longest * Math.Max(0, right - left);
            drawing.Text(SvgText.Fitted(bar.Name, left - Gap), left - Gap, y + 15, "end");
            if (bar.Value is null)
            {
                drawing.Rectangle("missing", left, y + 3, Row, Row - 6);
                width = Row;
            }
            else
            {
                drawing.Rectangle(bar.IsMarked ? "bar-marked" : "bar", left, y + 3, width, Row - 6);
            }

            drawing.Text(numbers[i], left + width + (Gap / 2), y + 15);
        }

        drawing.Line("axis", left, 0, left, (Bars.Count * Row) + Gap);
        return drawing.End();
    }

    private static double Length(PlotBar bar) => bar.Value is { } value && double.IsFinite(value) ? Math.Max(0, value) : 0;

    private string Written(PlotBar bar, double longest)
    {
        if (bar.Value is not { } value || !double.IsFinite(value))
        {
            return "?";
        }

        var digits = longest >= 20 || Bars.All(static one => one.Value is not { } number || number == Math.Floor(number)) ? 0 : 1;
        return $"{(bar.IsMarked ? Mark : "")}{NiceTicks.Written(value, digits, Frame.Words)} {Unit}".TrimEnd();
    }
}
