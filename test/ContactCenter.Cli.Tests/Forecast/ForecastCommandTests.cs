using System.Globalization;
using System.Xml.Linq;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Forecast;

/// <summary><c>detect</c>, <c>forecast</c> and <c>staff</c> on the samples.</summary>
public sealed class ForecastCommandTests
{
    private static readonly string Minutes = Repository.File("samples", "calls-per-five-minutes.csv");
    private static readonly string HalfHours = Repository.File("samples", "calls-per-half-hour.csv");

    [Fact]
    public async Task The_flood_and_the_silence_in_the_sample_are_announced()
    {
        var (code, output, _) = await CommandLine.Run("detect", Minutes, "--json");

        var lines = CommandLine.Lines(output);
        var announced = lines.Where(static line => line.GetProperty("announced").GetBoolean())
            .Select(static line => line.GetProperty("at").GetDateTimeOffset().ToString("MM-dd HH", CultureInfo.InvariantCulture))
            .ToArray();
        Assert.Equal((ExitCode.Done, 2880), (code, lines.Length));
        Assert.Contains("05-12 14", announced);
        Assert.Contains("05-13 10", announced);
        Assert.InRange(announced.Length, 2, 8);
    }

    [Fact]
    public async Task What_is_announced_is_said_in_German()
    {
        var (_, output, _) = await CommandLine.Run("detect", Minutes, "--language", "de");

        Assert.Contains("zu erwarten, gekommen", output, StringComparison.Ordinal);
        Assert.Contains("Werten wurden gemeldet", output, StringComparison.Ordinal);
        Assert.DoesNotContain("expected", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plot_shows_the_band_and_numbers_what_was_announced()
    {
        using var files = new CommandLine();
        var plot = files.File("plot.svg", "");

        var (code, _, errors) = await CommandLine.Run("detect", Minutes, "--plot", plot);

        var drawing = XDocument.Parse(await File.ReadAllTextAsync(plot, TestContext.Current.CancellationToken));
        var classes = drawing.Descendants().Select(static element => (string?)element.Attribute("class")).ToHashSet();
        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.Superset(new HashSet<string?> { "plot-band", "plot-flag" }, classes);
    }

    [Fact]
    public async Task Of_the_centers_own_numbers_the_contacts_are_forecast_by_the_clock_that_is_asked_for()
    {
        using var files = new CommandLine();
        var begin = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(0, 28 * 48)
            .Select(half => (At: begin.AddMinutes(half * 30), Contacts: half % 48 is >= 14 and < 34 ? 40 : 0)).ToArray();
        var plain = files.File("plain.csv", string.Join('\n', rows.Select(static row => $"{row.At:O},{row.Contacts}")));
        var numbers = files.File("numbers.csv", string.Join('\n', rows.Select(static row => $"{row.At:O},20,{row.Contacts},7")
            .Prepend("timestamp,targetSeconds,offered,queued")));

        var (code, output, errors) = await CommandLine.Run("forecast", numbers, "--time-zone", "Europe/Berlin", "--json");
        var (_, asPlain, _) = await CommandLine.Run("forecast", plain, "--time-zone", "Europe/Berlin", "--json");

        var first = CommandLine.Lines(output).First(static line => line.GetProperty("expected").GetDouble() > 20);
        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.Equal(asPlain, output);
        Assert.Equal(9, first.GetProperty("at").GetDateTime().Hour);
    }

    [Fact]
    public async Task A_time_zone_that_is_none_is_refused()
    {
        var (code, output, errors) = await CommandLine.Run("forecast", HalfHours, "--time-zone", "Europe/Nowhere");

        Assert.Equal((ExitCode.Problems, ""), (code, output));
        Assert.Contains("Europe/Nowhere", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_grows_is_told_with_the_day_on_which_a_limit_is_reached()
    {
        using var files = new CommandLine();
        var start = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
        var days = Enumerable.Range(0, 60)
            .Select(day => string.Create(CultureInfo.InvariantCulture, $"{start.AddDays(day):O},{100 + day}"));
        var calls = files.File("calls.csv", string.Join('\n', days));

        var (code, output, errors) = await CommandLine.Run("growth", calls, "--limit", "259", "--json");

        var line = Assert.Single(CommandLine.Lines(output));
        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.True(line.GetProperty("grows").GetBoolean());
        Assert.Equal(100, line.GetProperty("daysUntil").GetDouble(), precision: 6);
    }

    [Fact]
    public async Task A_series_of_less_than_four_weeks_has_no_trend_and_says_so()
    {
        var (code, _, errors) = await CommandLine.Run("growth", Minutes);

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("28", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_half_hour_of_the_next_open_days_has_its_intervals()
    {
        var (code, output, _) = await CommandLine.Run("forecast", HalfHours, "--horizon", "7d", "--closed", "2026-05-14", "--json");

        var lines = CommandLine.Lines(output);
        Assert.Equal((ExitCode.Done, 4 * 48), (code, lines.Length));
        Assert.DoesNotContain(lines, static line => line.GetProperty("at").GetString()!.StartsWith("2026-05-14", StringComparison.Ordinal));
        Assert.All(lines, static line =>
        {
            string[] names = ["low90", "low50", "expected", "high50", "high90"];
            double[] ordered = [.. names.Select(name => line.GetProperty(name).GetDouble())];
            Assert.Equal(ordered.Order(), ordered);
        });
    }

    [Fact]
    public async Task A_forecast_says_on_how_many_days_it_rests()
    {
        var (_, output, _) = await CommandLine.Run("forecast", HalfHours, "--horizon", "3d");

        Assert.StartsWith("Based on 68 days.", output, StringComparison.Ordinal);
        Assert.Contains("Mon 11 May", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_scheduled_agents_are_too_few_it_is_said_how_many_more_would_do()
    {
        var (code, output, _) = await CommandLine.Run(
            "staff", HalfHours, "--aht", "240", "--horizon", "3d", "--scheduled", Repository.File("samples", "agents.csv"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Matches(@"Below 80 % from Mon 11 May \d\d:\d\d to \d\d:\d\d with the agents scheduled; \d+ more would do\.", output);
    }

    [Fact]
    public async Task More_than_the_mean_asks_for_is_scheduled_and_nobody_at_night()
    {
        var (_, output, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--json");

        var lines = CommandLine.Lines(output);
        Assert.Equal(20, lines.Length);
        Assert.All(lines, static line => Assert.InRange(
            line.GetProperty("agents").GetInt32(), line.GetProperty("onMean").GetInt32(), line.GetProperty("heads").GetInt32()));
    }

    [Fact]
    public async Task Shifts_cover_everybody_who_is_needed_and_say_what_they_cost()
    {
        var (code, output, _) = await CommandLine.Run(
            "staff", HalfHours, "--aht", "240", "--horizon", "3d", "--shifts", "8h@00:00-13:00,4h", "--json");

        var lines = CommandLine.Lines(output).ToLookup(static line => line.TryGetProperty("people", out _));
        Assert.Equal(ExitCode.Done, code);
        Assert.NotEmpty(lines[true]);
        Assert.All(lines[false], line => Assert.True(
            line.GetProperty("heads").GetInt32() <= lines[true]
                .Where(shift => shift.GetProperty("begin").GetDateTime() <= line.GetProperty("at").GetDateTime()
                    && shift.GetProperty("end").GetDateTime() > line.GetProperty("at").GetDateTime())
                .Sum(static shift => shift.GetProperty("people").GetInt32())));

        var (_, said, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--shifts", "4h@12:00-12:00");
        Assert.Matches(@"\d+ hours of shifts for [\d.]+ that are needed\.", said);
        Assert.Contains("No shift reaches", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_can_wait_needs_fewer_at_once_than_calls_do_and_is_never_late_as_planned()
    {
        var (_, calls, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--json");
        var (code, mails, _) = await CommandLine.Run(
            "staff", HalfHours, "--aht", "240", "--horizon", "3d", "--within", "8h", "--served", "06:00-22:00", "--json");

        var lines = CommandLine.Lines(mails);
        Assert.Equal(ExitCode.Done, code);
        Assert.All(lines, static line => Assert.Equal(0, line.GetProperty("late").GetDouble()));
        Assert.True(Most(lines) < Most(CommandLine.Lines(calls)));

        static int Most(IEnumerable<System.Text.Json.JsonElement> lines) => lines.Max(static line => line.GetProperty("agents").GetInt32());
    }

    [Fact]
    public async Task Agents_who_answer_two_queues_are_fewer_than_for_each_apart_and_each_queue_says_what_it_needs()
    {
        var (code, output, _) = await CommandLine.Run(
            "staff", HalfHours, "--aht", "240", "--horizon", "3d", "--with", $"{HalfHours}=300", "--json");
        var (_, said, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--with", $"{HalfHours}=300");
        var (_, alone, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--json");

        var (lines, single) = (CommandLine.Lines(output), CommandLine.Lines(alone));
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(single.Length, lines.Length);
        Assert.All(lines.Zip(single), static pair =>
        {
            var skills = pair.First.GetProperty("skills").EnumerateArray().ToArray();
            Assert.Equal(pair.Second.GetProperty("agents").GetInt32(), skills[0].GetProperty("alone").GetInt32());
            Assert.InRange(pair.First.GetProperty("agents").GetInt32(), 1, skills.Sum(static one => one.GetProperty("alone").GetInt32()));
        });
        Assert.Contains(lines, static line => line.GetProperty("agents").GetInt32()
            < line.GetProperty("skills").EnumerateArray().Sum(static one => one.GetProperty("alone").GetInt32()));
        Assert.Matches(@"apart \d+: calls-per-half-hour \d+ \(at least \d+\), calls-per-half-hour \d+ \(at least \d+\)", said);
    }

    [Fact]
    public async Task Callbacks_that_wait_at_the_opening_ask_for_more_agents_then_and_for_as_many_as_ever_later()
    {
        var (_, usual, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--json");
        var (_, standing, _) = await CommandLine.Run("staff", HalfHours, "--aht", "240", "--horizon", "3d", "--waiting", "15", "--json");

        var (before, after) = (Agents(usual), Agents(standing));
        Assert.True(after[0] > before[0]);
        Assert.Equal(before[2..], after[2..]);

        static int[] Agents(string output) => [.. CommandLine.Lines(output).Select(static line => line.GetProperty("agents").GetInt32())];
    }

    [Theory]
    [InlineData("forecast", "--horizon", "ever")]
    [InlineData("forecast", "--closed", "soon")]
    public async Task Options_that_cannot_be_are_told_with_what_would_be_right(string command, string option, string value)
    {
        var (code, _, errors) = await CommandLine.Run(command, HalfHours, option, value);

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains($"{option}: expected", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target", "80")]
    [InlineData("--target", "100/20")]
    [InlineData("--patience", "0")]
    [InlineData("--shrinkage", "100")]
    [InlineData("--shifts", "8h@13:00-06:00")]
    [InlineData("--shifts", "25h")]
    [InlineData("--within", "soon")]
    [InlineData("--within", "8h", "--with", "cards.csv")]
    public async Task A_goal_that_cannot_be_is_refused(params string[] options)
    {
        var (code, _, errors) = await CommandLine.Run(["staff", HalfHours, "--aht", "240", .. options]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("timestamp,value\n2026-05-04T00:00:00Z,1\nnoon,2\n", "line 3")]
    [InlineData("timestamp,value\n2026-05-04T00:00:00Z,1\n2026-05-04T00:00:00Z,2\n", "line 3")]
    [InlineData("timestamp,value\n", "no line")]
    public async Task A_file_that_cannot_be_read_is_told_with_its_line(string text, string expected)
    {
        using var files = new CommandLine();

        var (code, _, errors) = await CommandLine.Run("detect", files.File("series.csv", text));

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_nobody_measured_may_be_missing()
    {
        using var files = new CommandLine();

        var (code, output, _) = await CommandLine.Run(
            "detect", files.File("series.csv", "2026-05-04T00:00:00Z,1\n2026-05-04T00:05:00Z,\n2026-05-04T00:10:00Z,2\n"), "--json");

        Assert.Equal((ExitCode.Done, 3), (code, CommandLine.Lines(output).Length));
    }
}
