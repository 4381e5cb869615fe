using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Forecasting.Volume;
using ContactCenter.Plots;

namespace ContactCenter.Cli.Forecast;

/// <summary><c>contactcenter staff</c>: the agents that the next days need, and where those who are scheduled are too few.</summary>
internal static class StaffCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentCounts };
        var asked = new AskedForecast();
        var goal = new AskedGoal();
        var scheduled = new Option<string?>("--scheduled") { Description = Say.OptionScheduled };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonStaff };
        var plot = new Option<string?>("--plot") { Description = Say.OptionPlot };
        var command = new Command("staff", Say.HelpStaff) { file, scheduled, json, plot };
        goal.AddTo(command);
        asked.AddTo(command);
        command.SetAction(parsed =>
        {
            if (goal.Of(parsed) is not { } wanted)
            {
                return ExitCode.Usage;
            }

            var path = parsed.GetValue(plot);
            if (path is not null && OutputFile.Problem(path) is { } problem)
            {
                Console.Error.WriteLine(problem);
                return ExitCode.Problems;
            }

            var agents = parsed.GetValue(scheduled) is { } roster ? SeriesFile.Read(roster) : [];
            return agents is null || asked.Of(parsed, parsed.GetRequiredValue(file)) is not { } input
                ? ExitCode.Problems
                : Run(input, wanted, agents, parsed.GetValue(json), path);
        });
        return command;
    }

    private static int Run(ForecastInput input, StaffingGoal goal, List<SeriesRow> roster, bool asJson, string? plot)
    {
        var forecast = VolumeForecast.Of(input.History, input.Days);
        var scheduled = roster.ToDictionary(static row => row.At.DateTime, static row => (int)row.Value);
        StaffLine[] lines =
        [
            .. forecast.Days.SelectMany(day => day.Slots
                .Select((slot, i) => Line(HalfHourCounts.Begin(day.Day, i).DateTime, slot, goal, scheduled))
                .Where(static line => line.Agents > 0)),
        ];
        if (asJson)
        {
            foreach (var line in lines)
            {
                Console.WriteLine(JsonSerializer.Serialize(line, ForecastJson.Default.StaffLine));
            }
        }
        else
        {
            Print(lines, goal, forecast.BasedOnDays);
        }

        return plot is null || OutputFile.TryWrite(plot, Encoding.UTF8.GetBytes(Plot(lines, scheduled.Count > 0)))
            ? ExitCode.Done
            : ExitCode.Problems;
    }

    private static StaffLine Line(DateTime at, ForecastSlot slot, StaffingGoal goal, Dictionary<DateTime, int> scheduled)
    {
        var needed = SlotStaffing.Of(slot, goal);
        int? there = scheduled.TryGetValue(at, out var agents) ? agents : null;
        double? risk = there is { } number ? Math.Round(SlotStaffing.Risk(slot, goal, number), 3) : null;
        return new(
            at,
            Math.Round(slot.Expected, 1),
            needed.Agents,
            needed.OnMean,
            needed.Heads,
            Math.Round(needed.ServiceLevel, 3),
            there,
            risk);
    }

    private static void Print(StaffLine[] lines, StaffingGoal goal, int basedOn)
    {
        Console.WriteLine(Say.ForecastBasedOn($"{basedOn}"));
        foreach (var day in lines.GroupBy(static line => DateOnly.FromDateTime(line.At)))
        {
            Console.WriteLine();
            Console.WriteLine(Spoken.Now.Date(day.Key, "ddd dd MMM"));
            foreach (var line in day)
            {
                var text = Say.StaffHalfHour(
                    line.At.ToString("HH:mm", CultureInfo.InvariantCulture),
                    Padded(line.Contacts),
                    Padded(line.Agents),
                    Padded(line.Heads));
                Console.WriteLine(line.Scheduled is { } there ? Say.StaffWithScheduled(text, $"{there}") : text);
            }
        }

        foreach (var shortage in Shortage.Of(lines))
        {
            Console.WriteLine();
            Console.WriteLine(Say.StaffShort(
                (goal.ServiceLevel * 100).ToString("0", CultureInfo.InvariantCulture),
                Spoken.Now.Date(shortage.Begin, "ddd dd MMM HH:mm"),
                shortage.End.ToString("HH:mm", CultureInfo.InvariantCulture),
                $"{shortage.More}"));
        }
    }

    private static string Padded(double value) => value.ToString("0", CultureInfo.InvariantCulture).PadLeft(5);

    private static string Plot(StaffLine[] lines, bool withScheduled)
    {
        PlotSeries needed = new(Say.StaffAgents, [.. lines.Select(static line => new PlotPoint(new(line.At, TimeSpan.Zero), line.Agents))]);
        PlotSeries there = new(
            Say.StaffScheduled, [.. lines.Select(static line => new PlotPoint(new(line.At, TimeSpan.Zero), line.Scheduled))]);
        return new LinePlot(
            new PlotFrame("staff", Say.StaffTitle, Say.StaffTitle) { Width = 1200, Height = 320 },
            Say.StaffUnit,
            TimeZoneInfo.Utc,
            withScheduled ? [needed, there] : [needed])
        {
            IsWhole = true,
        }.ToSvg();
    }
}
