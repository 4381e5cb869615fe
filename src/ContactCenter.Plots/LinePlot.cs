using System.Text;

namespace ContactCenter.Plots;

/// <summary>A value at a time; null or no number: it was not measured, and the line has a gap.</summary>
/// <param name="At">When.</param>
/// <param name="Value">The value.</param>
public readonly record struct PlotPoint(DateTimeOffset At, double? Value)
{
    /// <summary>True where there is something to draw.</summary>
    internal bool IsKnown => Value is { } value && double.IsFinite(value);
}

/// <summary>A line with its name.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">The points, in the order of their times.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<PlotPoint> Points);

/// <summary>What is usual at a time.</summary>
/// <param name="At">When.</param>
/// <param name="Low">Usually not less.</param>
/// <param name="High">Usually not more.</param>
public readonly record struct BandPoint(DateTimeOffset At, double Low, double High);

/// <summary>A value that should not be passed.</summary>
/// <param name="Value">The value.</param>
/// <param name="Name">What it is called, such as <c>alarm above 120</c>.</param>
public sealed record PlotThreshold(double Value, string Name);

/// <summary>
/// Values over time: lines with what is usual behind them, the threshold that they should not pass, and numbers where something happened,
/// which the text beside the plot explains.
/// </summary>
public sealed record LinePlot
{
    /// <summary>More events, or more points of a band, are left out.</summary>
    public const int MaximumEvents = 50;

    private const double Top = 30;
    private const double Bottom = 26;
    private const double Gap = 8;

    /// <summary>Flags closer than this would cover each other: they become one.</summary>
    private const double WidthOfFlag = 26;

    /// <summary>Room for a label of the time axis, with what parts it from the next.</summary>
    private const double WidthOfTick = 72;

    /// <summary>A plot of lines.</summary>
    /// <param name="frame">Name, words and size.</param>
    /// <param name="unit">Unit of the values, such as <c>s</c> or <c>%</c>; it stands above the axis.</param>
    /// <param name="zone">The zone of the reader.</param>
    /// <param name="series">The lines, at most six.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more lines than can be told apart.</exception>
    public LinePlot(PlotFrame frame, string unit, TimeZoneInfo zone, IReadOnlyList<PlotSeries> series)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series.Count, PlotColors.Count);
        (Frame, Unit, Zone, Series) = (frame, unit, zone, series);
    }

    /// <summary>Name, words and size.</summary>
    public PlotFrame Frame { get; }

    /// <summary>Unit of the values.</summary>
    public string Unit { get; }

    /// <summary>The zone of the reader.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<PlotSeries> Series { get; }

    /// <summary>A value that should not be passed; null: there is none.</summary>
    public PlotThreshold? Threshold { get; init; }

    /// <summary>What is usual; empty: nobody knows. A point that is no number parts the band.</summary>
    public IReadOnlyList<BandPoint> Band { get; init; } = [];

    /// <summary>Within it, what is as likely as not; it is drawn over the other.</summary>
    public IReadOnlyList<BandPoint> InnerBand { get; init; } = [];

    /// <summary>When something happened, in order; the first is number 1.</summary>
    public IReadOnlyList<DateTimeOffset> Events { get; init; } = [];

    /// <summary>True: values are counts.</summary>
    public bool IsWhole { get; init; }

    /// <summary>First moment of the axis; null: that of the first point.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Last moment of the axis; null: that of the last point.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The drawing as an element of HTML, or as a file of its own.</summary>
    public string ToSvg()
    {
        var drawing = new SvgDrawing(Frame, Frame.Width, Frame.Height, "line");
        var (from, to) = Times();
        var values = NiceTicks.Of(Lowest(from, to), Highest(from, to), Frame.Height > 200 ? 4 : 3, IsWhole);
        string[] labels = [.. values.Values.Select(value => values.Label(value, Frame.Words))];
        var place = new Place(this, labels.Max(SvgText.Width) + Gap + Gap, from, to, values);
        DrawAxes(drawing, place, labels);
        DrawBand(drawing, place, Band);
        DrawBand(drawing, place, InnerBand);
        DrawEvents(drawing, place);
        for (var i = 0; i < Series.Count; i++)
        {
            DrawSeries(drawing, place, Series[i], $"line-{i + 1}");
        }

        DrawThreshold(drawing, place);
        DrawLegend(drawing, place);
        return drawing.End();
    }

    private (DateTimeOffset From, DateTimeOffset To) Times()
    {
        DateTimeOffset[] all = [.. Series.SelectMany(static series => series.Points).Select(static point => point.At)];
        var from = From ?? (all.Length > 0 ? all.Min() : DateTimeOffset.UnixEpoch);
        var to = To ?? (all.Length > 0 ? all.Max() : from);
        return (from, to > from ? to : from.AddMinutes(1));
    }

    private double Lowest(DateTimeOffset from, DateTimeOffset to) => Shown(from, to).Append(0).Min();

    private double Highest(DateTimeOffset from, DateTimeOffset to) => Shown(from, to).DefaultIfEmpty(1).Max();

    /// <summary>Everything that must have room; zero is always there, so that a line does not look steeper than it is.</summary>
    private IEnumerable<double> Shown(DateTimeOffset from, DateTimeOffset to) =>
    [
        .. Series.SelectMany(static series => series.Points)
            .Where(point => point.IsKnown && point.At >= from && point.At <= to)
            .Select(static point => point.Value!.Value),
        .. Band.Where(static point => double.IsFinite(point.Low) && double.IsFinite(point.High))
            .SelectMany(static point => new[] { point.Low, point.High }),
        .. Threshold is { Value: var limit } && double.IsFinite(limit) ? [limit] : Array.Empty<double>(),
    ];

    private void DrawAxes(SvgDrawing drawing, Place place, string[] labels)
    {
        drawing.Text(SvgText.Fitted(Unit, place.Left * 2), Gap / 2, SvgText.Size + 2);
        foreach (var (value, label) in place.Values.Values.Zip(labels))
        {
            var y = place.Y(value);
            drawing.Line(value == 0 ? "axis" : "grid", place.Left, y, place.Right, y);
            drawing.Text(label, place.Left - Gap, y + (SvgText.Size / 3), "end");
        }

        var most = Math.Max(1, (int)((place.Right - place.Left) / WidthOfTick));
        var before = double.NegativeInfinity;
        foreach (var tick in TimeTicks.Of(place.From, place.To, Zone, Frame.Words, most))
        {
            var (x, half) = (place.X(tick.At), SvgText.Width(tick.Label) / 2);
            drawing.Line("axis", x, place.Bottom, x, place.Bottom + 4);

            // at an edge the label moves inwards; one that would touch the one before it is left out
            var middle = Math.Clamp(x, half, Frame.Width - half);
            if (middle - half > before + Gap)
            {
                drawing.Text(tick.Label, middle, place.Bottom + Gap + SvgText.Size, "middle");
                before = middle + half;
            }
        }
    }

    private static void DrawBand(SvgDrawing drawing, Place place, IReadOnlyList<BandPoint> band)
    {
        BandPoint[] shown = [.. band.Where(point => point.At >= place.From && point.At <= place.To)];
        var step = Math.Max(1, (int)Math.Ceiling(shown.Length / (place.Right - place.Left)));
        var piece = new List<BandPoint>();
        foreach (var (index, point) in shown.Index())
        {
            if (!double.IsFinite(point.Low) || !double.IsFinite(point.High))
            {
                Flush();
            }
            else if (index % step == 0)
            {
                piece.Add(point);
            }
        }

        Flush();

        void Flush()
        {
            if (piece.Count > 1)
            {
                var high = piece.Select(point => Point(place, point.At, point.High));
                var low = Enumerable.Reverse(piece).Select(point => Point(place, point.At, point.Low));
                drawing.Area("band", $"M{string.Join('L', high.Concat(low))}Z");
            }

            piece.Clear();
        }
    }

    private static void DrawSeries(SvgDrawing drawing, Place place, PlotSeries series, string kind)
    {
        var path = new StringBuilder();
        PlotPoint? alone = null;
        foreach (var point in Columns(series.Points, place))
        {
            if (!point.IsKnown)
            {
                Flush();
                continue;
            }

            alone = path.Length == 0 ? point : null;
            _ = path.Append(path.Length == 0 ? 'M' : 'L').Append(Point(place, point.At, point.Value!.Value));
        }

        Flush();

        void Flush()
        {
            if (alone is { } single)
            {
                // a line of one point would be seen by nobody
                drawing.Dot(kind.Replace("line", "dot", StringComparison.Ordinal), place.X(single.At), place.Y(single.Value!.Value), 2.5);
            }
            else if (path.Length > 0)
            {
                drawing.Path(kind, path.ToString());
            }

            (alone, _) = (null, path.Clear());
        }
    }

    /// <summary>
    /// At most four points for each column of the drawing: its first, lowest, highest and last. A mean would take away the very peaks
    /// that people look for.
    /// </summary>
    private static IEnumerable<PlotPoint> Columns(IReadOnlyList<PlotPoint> points, Place place)
    {
        var column = new List<PlotPoint>();
        var at = int.MinValue;
        foreach (var point in points.Where(point => point.At >= place.From && point.At <= place.To))
        {
            var next = (int)place.X(point.At);
            if (next != at || !point.IsKnown)
            {
                foreach (var kept in Kept(column))
                {
                    yield return kept;
                }

                column.Clear();
                at = next;
            }

            column.Add(point);
        }

        foreach (var kept in Kept(column))
        {
            yield return kept;
        }
    }

    private static PlotPoint[] Kept(List<PlotPoint> column) => column.Count <= 4
        ? [.. column]
        : new[]
        {
            0,
            Index(column, static (one, other) => one < other),
            Index(column, static (one, other) => one > other),
            column.Count - 1,
        }.Distinct().Order().Select(index => column[index]).ToArray();

    private static int Index(List<PlotPoint> column, Func<double, double, bool> isFurther)
    {
        var found = -1;
        for (var i = 0; i < column.Count; i++)
        {
            if (column[i].IsKnown && (found < 0 || isFurther(column[i].Value!.Value, column[found].Value!.Value)))
            {
                found = i;
            }
        }

        return Math.Max(0, found);
    }

    private void DrawThreshold(SvgDrawing drawing, Place place)
    {
        if (Threshold is not { } threshold || !double.IsFinite(threshold.Value))
        {
            return;
        }

        var y = place.Y(threshold.Value);
        drawing.Line("threshold", place.Left, y, place.Right, y);

        // above the line where there is room, else below it
        var label = SvgText.Fitted(threshold.Name, place.Right - place.Left);
        drawing.Text(label, place.Right, y - 5 - SvgText.Size < Top ? y + SvgText.Size + 3 : y - 5, "end", "threshold-text");
    }

    private void DrawEvents(SvgDrawing drawing, Place place)
    {
        var shown = Events.Select(static (at, index) => (At: at, Number: index + 1)).Take(MaximumEvents)
            .Where(happened => happened.At >= place.From && happened.At <= place.To);
        var flags = new List<(double X, int First, int Last)>();
        foreach (var (at, number) in shown)
        {
            var x = place.X(at);
            drawing.Line("event", x, Top - 4, x, place.Bottom);
            if (flags.Count > 0 && x - flags[^1].X < WidthOfFlag)
            {
                flags[^1] = flags[^1] with { Last = number };
            }
            else
            {
                flags.Add((x, number, number));
            }
        }

        foreach (var (x, first, last) in flags)
        {
            var label = first == last ? SvgText.Number(first) : $"{SvgText.Number(first)}\u2013{SvgText.Number(last)}";
            var width = SvgText.Width(label) + 6;
            var left = Math.Clamp(x - (width / 2), 0, Frame.Width - width);
            drawing.Rectangle("flag", left, Top - 20, width, 16);
            drawing.Text(label, left + (width / 2), Top - 8, "middle", "flag-text");
        }
    }

    private void DrawLegend(SvgDrawing drawing, Place place)
    {
        if (Series.Count < 2)
        {
            return;
        }

        var room = (place.Right - place.Left) / Series.Count;
        for (var i = 0; i < Series.Count; i++)
        {
            var (x, y) = (place.Left + (i * room), Frame.Height - (SvgText.Size / 2));
            drawing.Line($"line-{i + 1}", x, y - 4, x + 24, y - 4);
            drawing.Text(SvgText.Fitted(Series[i].Name, room - 24 - Gap - Gap), x + 24 + (Gap / 2), y);
        }
    }

    private static string Point(Place place, DateTimeOffset at, double value) =>
        $"{SvgText.Number(place.X(at))} {SvgText.Number(place.Y(value))}";

    /// <summary>Where values stand on the drawing.</summary>
    private sealed class Place(LinePlot plot, double left, DateTimeOffset from, DateTimeOffset to, NiceTicks values)
    {
        public double Left => left;

        public double Right { get; } = plot.Frame.Width - Gap;

        public double Bottom { get; } = plot.Frame.Height - LinePlot.Bottom - (plot.Series.Count > 1 ? SvgText.Size + Gap : 0);

        public DateTimeOffset From => from;

        public DateTimeOffset To => to;

        public NiceTicks Values => values;

        public double X(DateTimeOffset at) => Left + ((at - from) / (to - from) * (Right - Left));

        public double Y(double value) =>
            Bottom - ((Math.Clamp(value, values.From, values.To) - values.From) / (values.To - values.From) * (Bottom - Top));
    }
}
