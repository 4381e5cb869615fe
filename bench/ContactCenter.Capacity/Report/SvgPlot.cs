using System.Globalization;
using System.Net;
using System.Text;
using ContactCenter.Capacity.Traces;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Report;

/// <summary>Read demand of a trace and the capacity that policies gave it, as an SVG picture.</summary>
public static class SvgPlot
{
    private const int Width = 960;
    private const int Height = 360;
    private const int Margin = 56;
    private const int Points = 800;

    private static readonly string[] Colours = ["#c0392b", "#1f77b4", "#2ca02c", "#8e44ad", "#e67e22"];

    public static string Of(Trace trace, IReadOnlyList<(string Policy, SimulatedTable Table)> runs)
    {
        var minutes = trace.Seconds / 60;
        var demand = Columns(minutes, m => Mean(trace.Reads, m));
        var lines = runs.Select(r => (r.Policy, Values: Columns(minutes, m => r.Table.Minutes()[m].Provisioned.Reads))).ToList();
        var top = Math.Max(1, Math.Max(demand.Max(), lines.Max(l => l.Values.Max())) * 1.05);
        var svg = new StringBuilder();
        _ = svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">""")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"""<rect width="{Width}" height="{Height}" fill="#fff"/><text x="{Margin}" y="20" font-size="14">{WebUtility.HtmlEncode(trace.Name)}: reads per second</text>""");
        for (var tick = 0; tick <= 4; tick++)
        {
            var y = Y(top * tick / 4, top);
            _ = svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<line x1="{Margin}" x2="{Width - 10}" y1="{y:0.0}" y2="{y:0.0}" stroke="#ddd"/><text x="{Margin - 6}" y="{y + 4:0.0}" text-anchor="end">{top * tick / 4:0}</text>""");
        }

        for (var tick = 0; tick <= 6; tick++)
        {
            var x = Margin + ((Width - Margin - 10) * tick / 6.0);
            _ = svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<text x="{x:0.0}" y="{Height - 14}" text-anchor="middle">{minutes / 60.0 * tick / 6:0.#} h</text>""");
        }

        _ = svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""<polygon fill="#d9d9d9" points="{Line(demand, top)} {Width - 10},{Y(0, top):0.0} {Margin},{Y(0, top):0.0}"/>""");
        for (var i = 0; i < lines.Count; i++)
        {
            var colour = Colours[i % Colours.Length];
            _ = svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<polyline fill="none" stroke="{colour}" stroke-width="1.4" points="{Line(lines[i].Values, top)}"/>""")
                .AppendLine(
                    CultureInfo.InvariantCulture,
                    $"""<text x="{Width - 20 - (150 * (lines.Count - i)) + 10}" y="20" fill="{colour}">{lines[i].Policy}</text>""");
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static double Mean(int[] units, int minute)
    {
        var sum = 0.0;
        for (var second = minute * 60; second < (minute + 1) * 60; second++)
        {
            sum += units[second];
        }

        return sum / 60;
    }

    // Each column shows the highest minute that falls in it, so that short spikes stay visible.
    private static double[] Columns(int minutes, Func<int, double> value)
    {
        var columns = new double[Math.Min(Points, minutes)];
        for (var minute = 0; minute < minutes; minute++)
        {
            var column = (int)((long)minute * columns.Length / minutes);
            columns[column] = Math.Max(columns[column], value(minute));
        }

        return columns;
    }

    private static double Y(double value, double top) => Height - 36 - (value / top * (Height - 76));

    private static string Line(double[] values, double top) => string.Join(' ', values.Select((v, i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Margin + ((Width - Margin - 10) * i / Math.Max(1.0, values.Length - 1)):0.0},{Y(v, top):0.0}")));
}
