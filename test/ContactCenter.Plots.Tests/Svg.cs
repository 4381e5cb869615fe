using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.Plots.Tests;

/// <summary>A drawing, read as a browser reads it.</summary>
internal sealed class Svg(string text)
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public XElement Root { get; } = XElement.Parse(text);

    public string Text => text;

    public double Width => Number(Root, "width");

    public double Height => Number(Root, "height");

    public IEnumerable<XElement> Of(string element, string kind) =>
        Root.Descendants(Space + element).Where(one => one.Attribute("class")?.Value == $"plot-{kind}");

    public IEnumerable<XElement> Texts => Root.Descendants(Space + "text");

    public string[] Labels => [.. Texts.Select(static one => one.Value)];

    public static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Texts that reach over the edge, by the widest letters that the usual fonts have on average.</summary>
    public IEnumerable<string> Clipped => Texts.Where(one =>
    {
        var width = SvgText.Width(one.Value);
        var left = Number(one, "x") - one.Attribute("text-anchor")!.Value switch
        {
            "end" => width,
            "middle" => width / 2,
            _ => 0,
        };
        return left < -0.5 || left + width > Width + 0.5 || Number(one, "y") > Height || Number(one, "y") < SvgText.Size - 2;
    }).Select(static one => one.Value);
}

/// <summary>Plots to begin with.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static PlotFrame Frame { get; } = new("wait", "Longest wait in Billing", "It rose to 410 s at 09:40; the threshold is 120 s.");

    public static PlotPoint[] Minutes(params double?[] values) =>
        [.. values.Select(static (value, minute) => new PlotPoint(Morning.AddMinutes(minute), value))];

    public static LinePlot Line(params double?[] values) => new(Frame, "s", Berlin, [new PlotSeries("Billing", Minutes(values))]);

    public static Svg Read(this LinePlot plot) => new(plot.ToSvg());
}
