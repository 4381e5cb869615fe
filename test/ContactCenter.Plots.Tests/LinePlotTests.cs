namespace ContactCenter.Plots.Tests;

public sealed class LinePlotTests
{
    [Fact]
    public void A_screen_reader_says_title_and_description_and_nothing_else()
    {
        var svg = Some.Line(10, 410, 80).Read();

        Assert.Equal("img", svg.Root.Attribute("role")!.Value);
        Assert.Equal("wait-title wait-desc", svg.Root.Attribute("aria-labelledby")!.Value);
        Assert.Contains("<title id=\"wait-title\">Longest wait in Billing</title>", svg.Text, StringComparison.Ordinal);
        Assert.Contains("<desc id=\"wait-desc\">It rose to 410 s", svg.Text, StringComparison.Ordinal);
        Assert.Equal("true", svg.Root.Elements().Last().Attribute("aria-hidden")!.Value);
    }

    [Fact]
    public void Nothing_is_styled_in_place_so_that_a_strict_content_security_policy_drops_nothing()
    {
        var svg = (Some.Line(10, 410, 80) with { Threshold = new(120, "alarm above 120"), Events = [Some.Morning] }).Read();

        Assert.DoesNotContain("style", svg.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", svg.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_value_axis_says_its_unit_and_has_round_numbers_from_zero_on()
    {
        var svg = Some.Line(10, 410, 80).Read();

        Assert.Contains("s", svg.Labels);
        Assert.Empty(new[] { "0", "200", "400", "600" }.Except(svg.Labels));
    }

    [Fact]
    public void The_time_axis_is_in_the_zone_of_the_reader()
    {
        var svg = Some.Line([.. Enumerable.Repeat<double?>(1, 121)]).Read();

        Assert.Contains("09:00", svg.Labels);
        Assert.Contains("11:00", svg.Labels);
        Assert.DoesNotContain("08:00", svg.Labels);
    }

    [Fact]
    public void What_was_not_measured_is_a_gap_in_the_line()
    {
        var svg = Some.Line(1, 2, null, 4, 5, double.NaN, 3, 2).Read();

        Assert.Equal(3, svg.Of("path", "line-1").Count());
    }

    [Fact]
    public void A_value_between_two_gaps_is_a_dot() => Assert.Single(Some.Line(null, 7, null).Read().Of("circle", "dot-1"));

    [Fact]
    public void Dots_of_several_lines_have_their_colours()
    {
        var svg = new LinePlot(
            Some.Frame, "s", Some.Berlin,
            [.. new[] { "a", "b", "c" }.Select(static name => new PlotSeries(name, [new PlotPoint(DateTimeOffset.UnixEpoch, 3)]))]).Read();

        Assert.All(new[] { "dot-1", "dot-2", "dot-3" }, kind => Assert.Single(svg.Of("circle", kind)));
    }

    [Fact]
    public void A_plot_without_any_value_has_its_axes()
    {
        var svg = new LinePlot(Some.Frame, "s", Some.Berlin, []).Read();

        Assert.Contains("0.0", svg.Labels);
        Assert.Empty(svg.Clipped);
    }

    [Fact]
    public void A_threshold_has_room_and_its_name_even_when_no_value_comes_near()
    {
        var svg = (Some.Line(1, 2, 3) with { Threshold = new(120, "alarm above 120") }).Read();

        Assert.Contains("alarm above 120", svg.Labels);
        Assert.Single(svg.Of("line", "threshold"));
        Assert.True(Svg.Number(svg.Of("line", "threshold").Single(), "y1") >= 30);
    }

    [Fact]
    public void Events_are_numbered_and_those_that_would_cover_each_other_share_a_flag()
    {
        var svg = (Some.Line([.. Enumerable.Repeat<double?>(1, 121)]) with
        {
            Events = [Some.Morning, Some.Morning.AddMinutes(1), Some.Morning.AddMinutes(60)],
        }).Read();

        Assert.Equal(["1\u20132", "3"], svg.Of("text", "flag-text").Select(static flag => flag.Value));
        Assert.Equal(3, svg.Of("line", "event").Count());
    }

    [Fact]
    public void What_is_usual_lies_behind_the_line()
    {
        var svg = (Some.Line(1, 2, 3) with
        {
            Band = [new(Some.Morning, 0, 4), new(Some.Morning.AddMinutes(2), 1, 5)],
        }).Read();

        Assert.Single(svg.Of("path", "band"));
        Assert.True(
            svg.Text.IndexOf("plot-band", StringComparison.Ordinal) < svg.Text.IndexOf("plot-line-1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_band_is_parted_where_nothing_is_usual_and_has_another_within()
    {
        var svg = (Some.Line(1, 2, 3, 4, 5) with
        {
            Band =
            [
                new(Some.Morning, 0, 4), new(Some.Morning.AddMinutes(1), 0, 4), new(Some.Morning.AddMinutes(2), double.NaN, double.NaN),
                new(Some.Morning.AddMinutes(3), 0, 4), new(Some.Morning.AddMinutes(4), 0, 4),
            ],
            InnerBand = [new(Some.Morning, 1, 3), new(Some.Morning.AddMinutes(1), 1, 3)],
        }).Read();

        Assert.Equal(3, svg.Of("path", "band").Count());
    }

    [Fact]
    public void A_peak_of_one_second_in_a_day_is_still_seen()
    {
        PlotPoint[] day = [.. Enumerable.Range(0, 86_400).Select(static second =>
            new PlotPoint(Some.Morning.AddSeconds(second), second == 40_000 ? 5_000 : 10))];
        var svg = new LinePlot(Some.Frame, "s", Some.Berlin, [new("Billing", day)]).Read();

        Assert.InRange(svg.Text.Length, 1_000, 50_000);
        Assert.Contains("6,000", svg.Labels);

        // five sixths of the way from the axis at 214 to the upper edge at 30
        Assert.Contains(
            svg.Of("path", "line-1").Single().Attribute("d")!.Value.Split('L'),
            static point => point.Trim('M').Split(' ')[1] == "60.67");
    }

    [Fact]
    public void Lines_differ_by_colour_and_by_dashes_and_are_named_below()
    {
        var six = Enumerable.Range(1, 6).Select(static i => new PlotSeries($"Queue {i}", Some.Minutes(i, i)));
        var svg = new LinePlot(Some.Frame, "", Some.Berlin, [.. six]).Read();

        var lines = Enumerable.Range(1, 6).Select(i => svg.Of("path", $"line-{i}").Single()).ToArray();
        Assert.Equal(6, lines.Select(static line => line.Attribute("stroke")!.Value).Distinct().Count());
        Assert.Equal(6, lines.Select(static line => line.Attribute("stroke-dasharray")?.Value ?? "").Distinct().Count());
        Assert.Contains("Queue 6", svg.Labels);
    }

    [Fact]
    public void More_lines_than_can_be_told_apart_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(static () =>
        new LinePlot(Some.Frame, "", Some.Berlin, [.. Enumerable.Range(1, 7).Select(static i => new PlotSeries($"{i}", []))]));

    [Theory]
    [InlineData(240, 120)]
    [InlineData(360, 200)]
    [InlineData(720, 240)]
    [InlineData(2000, 1200)]
    public void No_text_reaches_over_an_edge(int width, int height)
    {
        var frame = new PlotFrame("wait", "Wait", "It waits.") { Width = width, Height = height };
        string[] names =
        [
            "A queue whose name is far longer than any legend has room for, as names are", "\u96fb\u8a71\u96fb\u8a71\u96fb\u8a71\u96fb\u8a71",
        ];
        foreach (var minutes in new[] { 2, 90, 1_440, 10_080, 100_000, 2_000_000 })
        {
            var plot = new LinePlot(
                frame, "contacts a minute", Some.Berlin,
                [
                    .. names.Select(name => new PlotSeries(
                        name, [new(Some.Morning, -1_234_567.8), new(Some.Morning.AddMinutes(minutes), 9e12)])),
                ])
            {
                Threshold = new(120, "the service level that was promised to the customers of this line in writing"),
                Events = [Some.Morning, Some.Morning.AddMinutes(minutes)],
            };

            Assert.Empty(plot.Read().Clipped);
        }
    }

    [Fact]
    public void No_two_labels_of_the_time_axis_touch()
    {
        foreach (var minutes in Enumerable.Range(1, 400).Select(static i => i * i))
        {
            var svg = (Some.Line(1) with { From = Some.Morning, To = Some.Morning.AddMinutes(minutes) }).Read();
            var times = svg.Texts.Where(one => one.Attribute("text-anchor")!.Value == "middle" && Svg.Number(one, "y") > 220)
                .Select(static one => (Middle: Svg.Number(one, "x"), Width: SvgText.Width(one.Value))).ToArray();

            Assert.NotEmpty(times);
            Assert.All(times.Zip(times.Skip(1)), static pair =>
                Assert.True(pair.First.Middle + (pair.First.Width / 2) < pair.Second.Middle - (pair.Second.Width / 2)));
        }
    }

    [Fact]
    public void Numbers_far_beyond_any_measure_are_drawn_at_the_edge()
    {
        var svg = Some.Line(double.MaxValue, double.MinValue, double.PositiveInfinity, 1).Read();

        Assert.DoesNotContain("NaN", svg.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", svg.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u221e", svg.Text, StringComparison.Ordinal);
    }
}
