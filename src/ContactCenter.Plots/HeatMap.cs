namespace ContactCenter.Plots;

/// <summary>A week by weekday and hour: when there is much and when there is little, with the number in each cell.</summary>
public sealed record HeatMap
{
    /// <summary>Days of a week.</summary>
    public const int Days = 7;

    /// <summary>Hours of a day.</summary>
    public const int Hours = 24;

    private const double Left = 44;
    private const double Top = 24;
    private const double Row = 24;
    private const double Gap = 8;

    /// <summary>A map.</summary>
    /// <param name="frame">Name, words and width; the height follows from the rows.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="values">The value of a weekday (0: Monday) and an hour; null: not known, which is drawn as an empty frame.</param>
    public HeatMap(PlotFrame frame, string unit, Func<int, int, double?> values) => (Frame, Unit, Values) = (frame, unit, values);

    /// <summary>Name, words and width.</summary>
    public PlotFrame Frame { get; }

    /// <summary>Unit of the values.</summary>
    public string Unit { get; }

    /// <summary>The value of a weekday and an hour.</summary>
    public Func<int, int, double?> Values { get; }

    /// <summary>First hour that is shown.</summary>
    public int FirstHour { get; init => field = Math.Clamp(value, 0, Hours - 1); }

    /// <summary>First hour that is shown no more.</summary>
    public int EndHour { get; init => field = Math.Clamp(value, 1, Hours); } = Hours;

    /// <summary>The drawing as an element of HTML, or as a file of its own.</summary>
    public string ToSvg()
    {
        var (first, hours) = (Math.Min(FirstHour, EndHour - 1), EndHour - Math.Min(FirstHour, EndHour - 1));
        var drawing = new SvgDrawing(Frame, Frame.Width, Top + (Days * Row) + Row + Gap, "heat");
        var width = (Frame.Width - Left - Gap) / hours;
        var largest = Math.Max(
            double.Epsilon,
            Enumerable.Range(0, Days).SelectMany(day => Enumerable.Range(first, hours).Select(hour => Known(day, hour) ?? 0)).Max());
        var step = Math.Max(1, (int)Math.Ceiling(24 / width));
        for (var hour = 0; hour < hours; hour += step)
        {
            drawing.Text($"{first + hour:00}", Left + (hour * width) + (Math.Min(width, 24) / 2), Top - Gap, "middle");
        }

        for (var day = 0; day < Days; day++)
        {
            var y = Top + (day * Row);
            drawing.Text(SvgText.Fitted(Frame.Words.Days[day], Left - Gap), Left - Gap, y + 16, "end");
            for (var hour = 0; hour < hours; hour++)
            {
                DrawCell(drawing, Known(day, first + hour), largest, Left + (hour * width), y, width);
            }
        }

        DrawScale(drawing, largest, Top + (Days * Row) + Gap);
        return drawing.End();
    }

    private double? Known(int day, int hour) =>
        Values(day, hour) is { } value && double.IsFinite(value) ? Math.Max(0, value) : null;

    private void DrawCell(SvgDrawing drawing, double? value, double largest, double x, double y, double width)
    {
        if (value is not { } known)
        {
            drawing.Rectangle("missing", x + 1, y + 1, width - 2, Row - 2);
            return;
        }

        var shade = (int)Math.Round(known / largest * (PlotColors.Shades - 1));
        drawing.Rectangle($"cell-{shade}", x + 0.5, y + 0.5, width - 1, Row - 1);
        var label = NiceTicks.Written(known, 0, Frame.Words);
        if (SvgText.Width(label) <= width - 2)
        {
            drawing.Text(
                label, x + (width / 2), y + 16, "middle", shade > PlotColors.Shades / 2 ? "cell-text-dark" : "cell-text-light");
        }
    }

    private void DrawScale(SvgDrawing drawing, double largest, double y)
    {
        var x = Left;
        drawing.Text("0", x - 4, y + 12, "end");
        for (var shade = 0; shade < PlotColors.Shades; shade++, x += 18)
        {
            drawing.Rectangle($"cell-{shade}", x, y, 18, 14);
        }

        var label = $"{NiceTicks.Written(largest, largest < 10 ? 1 : 0, Frame.Words)} {Unit}".TrimEnd();
        drawing.Text(SvgText.Fitted(label, Frame.Width - x - Gap), x + 4, y + 12);
    }
}
