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
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>What is to be reached.</summary>
    /// <param name="Goal">The goal.</param>
    /// <param name="Work">That work can wait; null: it cannot.</param>
    /// <param name="Patterns">The shifts to cover it with; none: nobody asked.</param>
    /// <param name="Waiting">Calls that wait at each opening.</param>
    private sealed record Wanted(StaffingGoal Goal, WaitingWork? Work, IReadOnlyList<ShiftPattern> Patterns, int Waiting);

    /// <summary>What shifts cover.</summary>
    private sealed record Covered(IReadOnlyList<ShiftLine> Shifts, IReadOnlyList<DateTime> Uncovered);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentCounts };
        var asked = new AskedForecast();
        var goal = new AskedGoal();
        var (backlog, shifts, group) = (new AskedBacklog(), new AskedShifts(), new AskedGroup());
        var scheduled = new Option<string?>("--scheduled") { Description = Say.OptionScheduled };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonStaff };
        var plot = new Option<string?>("--plot") { Description = Say.OptionPlot };
        var command = new Command("staff", Say.HelpStaff) { file, scheduled, json, plot };
        goal.AddTo(command);
        backlog.AddTo(command);
        shifts.AddTo(command);
        group.AddTo(command);
        asked.AddTo(command);
        command.SetAction(parsed =>
        {
            if (goal.Of(parsed) is not { } wanted || !backlog.TryRead(parsed, out var work) || shifts.Of(parsed) is not { } patterns)
            {
                return ExitCode.Usage;
            }

            if (work is not null && group.IsIn(parsed))
            {
                Console.Error.WriteLine(Say.WithWaits);
                return ExitCode.Usage;
            }

            var path = parsed.GetValue(plot);
            if (path is not null && OutputFile.Problem(path) is { } problem)
            {
                Console.Error.WriteLine(problem);
                return ExitCode.Problems;
            }

            var agents = parsed.GetValue(scheduled) is { } roster ? SeriesFile.Read(roster) : [];
            var counts = parsed.GetRequiredValue(file);
            if (agents is null || asked.Of(parsed, counts) is not { } input)
            {
                return ExitCode.Problems;
            }

            var forecast = VolumeForecast.Of(input.History, input.Days);
            return group.Of(parsed, asked, (counts, forecast), wanted) is not { } queues
                ? ExitCode.Problems
                : Run(
                    forecast, queues, new(wanted, work, patterns, backlog.Standing(parsed)), agents, parsed.GetValue(json), path);
        });
        return command;
    }

    private static int Run(
        VolumeForecast forecast, IReadOnlyList<GroupQueue> queues, Wanted wanted, List<SeriesRow> roster, bool asJson, string? plot)
    {
        // an hour that the clock repeats comes twice, and the fewer of both are sure to be there; an empty value plans nothing
        var scheduled = roster.Where(static row => !double.IsNaN(row.Value)).GroupBy(static row => row.At.DateTime)
            .ToDictionary(static rows => rows.Key, static rows => (int)rows.Min(static row => row.Value));
        ForecastHalfHour[] halfHours =
        [
            .. forecast.Days.SelectMany(static day => day.Slots.Select((slot, i) => new ForecastHalfHour(
                HalfHourCounts.Begin(day.Day, i).DateTime, slot))),
        ];
        StaffLine[] lines = wanted.Work is { } work
            ? AskedBacklog.Lines(work, wanted.Goal, halfHours, scheduled)
            : [.. Lines(queues, wanted, scheduled).Where(static line => line.Agents > 0)];
        var cover = wanted.Patterns.Count > 0 ? Cover(lines, wanted.Patterns) : null;
        if (asJson)
        {
            foreach (var line in lines)
            {
                Console.WriteLine(JsonSerializer.Serialize(line, ForecastJson.Default.StaffLine));
            }

            foreach (var shift in cover?.Shifts ?? [])
            {
                Console.WriteLine(JsonSerializer.Serialize(shift, ForecastJson.Default.ShiftLine));
            }
        }
        else
        {
            Print(lines, wanted.Goal, forecast.BasedOnDays);
            if (cover is not null)
            {
                Print(cover, lines);
            }
        }

        return plot is null || OutputFile.TryWrite(plot, Encoding.UTF8.GetBytes(Plot(lines, scheduled.Count > 0)))
            ? ExitCode.Done
            : ExitCode.Problems;
    }

    /// <summary>Shifts that cover the people to schedule, and the half hours that none of them reaches.</summary>
    private static Covered Cover(StaffLine[] lines, IReadOnlyList<ShiftPattern> patterns)
    {
        if (lines.Length == 0)
        {
            return new([], []);
        }

        var first = lines[0].At.Date;
        var needed = new int[((lines[^1].At.Date - first).Days + 1) * HalfHourCounts.OfDay];
        foreach (var line in lines)
        {
            needed[(int)((line.At - first) / HalfHour)] = line.Heads;
        }

        var cover = ShiftCover.Of(needed, patterns, HalfHourCounts.OfDay);
        return new(
            [
                .. cover.Shifts.Select(shift => new ShiftLine(
                    first + (shift.Begin * HalfHour), first + ((shift.Begin + shift.Slots) * HalfHour), shift.People)),
            ],
            [.. cover.Uncovered.Select(slot => first + (slot * HalfHour))]);
    }

    private static void Print(Covered cover, StaffLine[] lines)
    {
        foreach (var day in cover.Shifts.GroupBy(static shift => shift.Begin.Date))
        {
            Console.WriteLine();
            Console.WriteLine(Spoken.Now.Date(day.Key, "ddd dd MMM"));
            foreach (var shift in day)
            {
                Console.WriteLine(Say.StaffShift(Clock(shift.Begin), Clock(shift.End), Padded(shift.People)));
            }
        }

        Console.WriteLine();
        Console.WriteLine(Say.StaffShifts(
            Hours(cover.Shifts.Sum(static shift => shift.People * (shift.End - shift.Begin).TotalHours)),
            Hours(lines.Sum(static line => line.Heads) * HalfHour.TotalHours)));
        if (cover.Uncovered.Count > 0)
        {
            Console.WriteLine(Say.StaffUncovered($"{cover.Uncovered.Count}", Spoken.Now.Date(cover.Uncovered[0], "ddd dd MMM HH:mm")));
        }
    }

    private static string Clock(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Hours(double hours) => hours.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The lines of calls: who waits at an opening is there until agents have had them beside who calls.</summary>
    private static IEnumerable<StaffLine> Lines(IReadOnlyList<GroupQueue> queues, Wanted wanted, Dictionary<DateTime, int> scheduled)
    {
        var (left, opened) = (0.0, default(DateOnly));
        foreach (var at in queues.SelectMany(static queue => queue.Slots.Keys).Distinct().Order())
        {
            var demands = AskedGroup.Demands(queues, at);
            var (slot, goal) = PooledStaffing.Pooled(demands);
            if (slot.Expected > 0 && DateOnly.FromDateTime(at) is var day && day != opened && Line(at, demands, 0, scheduled).Agents > 0)
            {
                (left, opened) = (wanted.Waiting, day);
            }

            var line = Line(at, demands, left, scheduled);
            left = StandingQueue.Left(goal, slot.Expected, line.Scheduled ?? line.Agents, left);
            yield return line;
        }
    }

    private static StaffLine Line(DateTime at, IReadOnlyList<SkillDemand> demands, double waiting, Dictionary<DateTime, int> scheduled)
    {
        var (slot, goal) = PooledStaffing.Pooled(demands);
        var needed = SlotStaffing.Of(slot, goal, waiting);
        int? there = scheduled.TryGetValue(at, out var agents) ? agents : null;
        double? risk = there is { } number ? Math.Round(SlotStaffing.Risk(slot, goal, number, waiting), 3) : null;
        return new(
            at,
            Math.Round(slot.Expected, 1),
            needed.Agents,
            needed.OnMean,
            needed.Heads,
            Math.Round(needed.ServiceLevel, 3),
            there,
            risk)
        {
            Skills = demands.Count > 1
                ? [.. PooledStaffing.Of(demands).Skills.Select(static one => new SkillLine(one.Skill, one.Least, one.Alone))] : null,
        };
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
                    Clock(line.At),
                    Padded(line.Contacts),
                    Padded(line.Agents),
                    Padded(line.Heads));
                var scheduled = line.Scheduled is { } there ? Say.StaffWithScheduled(text, $"{there}") : text;
                Console.WriteLine(line.Late > 0 ? Say.StaffLate(scheduled, Hours(line.Late.Value)) : scheduled);
                if (line.Skills is { } skills)
                {
                    var each = string.Join(", ", skills.Select(static one => Say.StaffSkill(one.Skill, $"{one.Alone}", $"{one.Least}")));
                    Console.WriteLine($"       {Say.StaffSkills($"{skills.Sum(static one => one.Alone)}", each)}");
                }
            }
        }

        StaffedSlot[] slots =
            [.. lines.Select(static line => new StaffedSlot(new(line.At, TimeSpan.Zero), line.Agents, line.Scheduled, line.Risk))];
        foreach (var shortage in Shortage.Of(slots, goal.Slot))
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
