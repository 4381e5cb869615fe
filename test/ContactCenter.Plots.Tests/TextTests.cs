using System.Globalization;

namespace ContactCenter.Plots.Tests;

public sealed class TextTests
{
    private const string Hostile = "</title><script>alert(1)</script>\"'&\u0000\u202e\ud800";

    [Fact]
    public void Markup_in_a_name_stays_text()
    {
        var frame = new PlotFrame("wait", Hostile, Hostile);
        foreach (var text in new[]
        {
            new LinePlot(frame, Hostile, TimeZoneInfo.Utc, [new(Hostile, Some.Minutes(1)), new(Hostile, [])])
            {
                Threshold = new(1, Hostile),
            }.ToSvg(),
            new BarPlot(frame, Hostile, [new(Hostile, 1)]).ToSvg(),
            new HeatMap(frame, Hostile, static (_, _) => 1).ToSvg(),
            new Sparkline(frame, [1]).ToSvg(),
        })
        {
            var svg = new Svg(text);

            Assert.DoesNotContain(svg.Root.Descendants(), static element => element.Name.LocalName == "script");
            Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"onload=")]
    public void An_id_that_could_be_markup_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => new PlotFrame(id, "Wait", ""));

    [Fact]
    public void A_plot_is_the_same_whatever_language_the_machine_speaks()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Some.Line(1.5, 1_234.56).ToSvg();
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = german;

            Assert.Equal(expected, Some.Line(1.5, 1_234.56).ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Numbers_have_the_marks_of_the_reader()
    {
        var german = PlotWords.English with { DecimalMark = ",", GroupMark = ".", DayFirst = true };
        var svg = new LinePlot(
            new PlotFrame("wait", "Wait", "") { Words = german }, "s", TimeZoneInfo.Utc, [new("a", Some.Minutes(0.5, 1_999))]).Read();

        Assert.Contains("2.000", svg.Labels);
    }

    [Fact]
    public void A_size_beyond_reason_counts_as_the_bound()
    {
        var frame = new PlotFrame("wait", "Wait", "") { Width = int.MaxValue, Height = -1 };

        Assert.Equal((PlotFrame.MaximumWidth, PlotFrame.MinimumHeight), (frame.Width, frame.Height));
    }

    [Fact]
    public void A_description_of_any_length_is_bounded() =>
        Assert.Equal(1_000, new PlotFrame("wait", "Wait", new string('x', 100_000)).Description.Length);
}
