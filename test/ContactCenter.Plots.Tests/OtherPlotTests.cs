namespace ContactCenter.Plots.Tests;

public sealed class OtherPlotTests
{
    [Fact]
    public void Each_bar_has_its_name_and_its_number_with_the_unit()
    {
        var svg = new Svg(new BarPlot(Some.Frame, "min", [new("Billing", 42), new("Sales", 7, IsMarked: true)]).ToSvg());

        Assert.Equal(["Billing", "42 min", "Sales", "\u25B2 7 min"], svg.Labels);
        Assert.Single(svg.Of("rect", "bar-marked"));
    }

    [Fact]
    public void A_share_of_two_fifths_is_two_fifths_as_long_as_the_whole()
    {
        static double Width(double value) => double.Parse(
            new Svg(new BarPlot(Some.Frame, "%", [new("Billing", value), new("x", 99)]) { Maximum = 100 }.ToSvg())
                .Of("rect", "bar").First().Attribute("width")!.Value,
            System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(0.4, Width(40) / Width(100), 1);
    }

    [Fact]
    public void A_bar_whose_value_is_not_known_is_an_empty_frame_and_no_zero()
    {
        var svg = new Svg(new BarPlot(Some.Frame, "min", [new("Billing", null), new("Sales", 0)]).ToSvg());

        Assert.Single(svg.Of("rect", "missing"));
        Assert.Equal(["Billing", "?", "Sales", "0 min"], svg.Labels);
    }

    [Fact]
    public void Long_names_and_numbers_of_bars_are_not_clipped()
    {
        var frame = new PlotFrame("bars", "Bars", "") { Width = 240 };
        var svg = new Svg(new BarPlot(frame, "minutes", [new(new string('W', 300), 1_234_567_890), new("b", 99_999)]).ToSvg());

        Assert.Empty(svg.Clipped);
    }

    [Fact]
    public void More_bars_than_can_be_read_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(static () =>
        new BarPlot(Some.Frame, "", [.. Enumerable.Range(0, 61).Select(static i => new PlotBar($"{i}", i))]));

    [Fact]
    public void A_week_has_a_cell_for_each_hour_from_Monday_on()
    {
        var svg = new Svg(new HeatMap(Some.Frame, "contacts", static (day, hour) => day == 0 && hour == 9 ? 120 : 0).ToSvg());

        Assert.Equal("Mon", svg.Texts.First(static one => one.Attribute("text-anchor")!.Value == "end").Value);
        Assert.Equal(2, svg.Of("rect", "cell-6").Count());
        Assert.Contains("120 contacts", svg.Labels);
        Assert.Empty(svg.Clipped);
    }

    [Fact]
    public void Hours_of_which_nothing_is_known_are_empty_frames()
    {
        var svg = new Svg(new HeatMap(Some.Frame, "", static (_, hour) => hour < 12 ? null : 1).ToSvg());

        Assert.Equal(7 * 12, svg.Of("rect", "missing").Count());
    }

    [Fact]
    public void A_narrow_week_leaves_out_numbers_before_it_clips_them()
    {
        var frame = new PlotFrame("week", "Week", "") { Width = 240 };

        Assert.Empty(new Svg(new HeatMap(frame, "contacts", static (_, _) => 123_456).ToSvg()).Clipped);
    }

    [Fact]
    public void Only_the_hours_that_are_wanted_are_shown()
    {
        var svg = new Svg(new HeatMap(Some.Frame, "", static (_, _) => 1) { FirstHour = 8, EndHour = 20 }.ToSvg());

        Assert.Equal(7 * 12, svg.Of("rect", "cell-6").Count() - 1);
        Assert.Contains("08", svg.Labels);
    }

    [Fact]
    public void A_sparkline_ends_in_a_dot_and_has_no_axes()
    {
        var svg = new Svg(new Sparkline(Some.Frame, [1, 3, null, 2, 5]).ToSvg());

        Assert.Empty(svg.Texts);
        Assert.Single(svg.Of("circle", "dot"));
        Assert.Equal(2, svg.Of("path", "line-1").Single().Attribute("d")!.Value.Count(static sign => sign == 'M'));
    }

    [Fact]
    public void A_sparkline_of_a_year_keeps_its_peak_and_its_size()
    {
        double?[] year = [.. Enumerable.Range(0, 8_760).Select(static hour => hour == 4_000 ? 100.0 : (double?)1)];
        var svg = new Svg(new Sparkline(Some.Frame, year).ToSvg());

        Assert.InRange(svg.Text.Length, 100, 2_000);
        Assert.Contains(" 3L", svg.Of("path", "line-1").Single().Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_colour_of_a_drawing_has_one_for_the_dark()
    {
        var asked = PlotStyle.Css.Split("var(").Skip(1).Select(static rest => rest.Split(',', ')')[0])
            .Where(static name => name != "--plot-paper").ToHashSet();
        var dark = PlotStyle.Dark.Split("--").Skip(1).Select(static rest => $"--{rest.Split(':')[0]}").ToHashSet();

        Assert.Equal(asked.Order(), dark.Order());
    }
}
