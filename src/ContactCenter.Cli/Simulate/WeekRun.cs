using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ContactCenter.Embedded.Weeks;
using ContactCenter.Simulation.Scenarios;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>Plays a scenario with promises for many seeds, as many at once as there are processors, and prints what was kept.</summary>
internal static class WeekRun
{
    /// <summary>Share of the seeds in which a promise about a delay is kept.</summary>
    private const double Kept = 0.95;

    public static async Task<int> RunAsync(
        string? config, Scenario scenario, long firstSeed, int seeds, CancellationToken cancellationToken)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var console = Terminal.Create();
        var week = new WeekSimulation(configuration, scenario);
        var found = new ConcurrentQueue<WeekReport>();
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Say.TimesScenario($"{seeds:#,##0}", scenario.Name), maxValue: seeds);
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, seeds).Select(i => firstSeed + i), cancellationToken, async (seed, stop) =>
                    {
                        found.Enqueue(await week.RunAsync(seed, stop));
                        task.Increment(1);
                    });
            });
        WeekReport[] reports = [.. found.OrderBy(static report => report.Seed)];
        var isKept = Write(console, reports);
        var processor = (Environment.CpuUsage.TotalTime - before) / seeds;
        var (weeks, served) = ($"{seeds:#,##0}", $"{reports.Sum(static report => report.Answered):#,##0}");
        var changes = $"{reports.Sum(static report => report.AlarmChanges):#,##0}";
        var (minutes, seconds) = ($"{clock.Elapsed.TotalMinutes:0.0}", $"{processor.TotalSeconds:0.0}");
        console.WriteLine(isKept
            ? Say.WeeksHeld(weeks, served, changes, minutes, seconds)
            : Say.WeeksBroke(weeks, served, changes, minutes, seconds));
        return isKept ? ExitCode.Done : ExitCode.Problems;
    }

    private static bool Write(IAnsiConsole console, WeekReport[] reports)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns(Say.WeekPlanted, Say.WeekPromised, Say.WeekMedian, Say.Week95, Say.WeekKept);
        var isKept = true;
        foreach (var (i, fault) in reports[0].Planted.Index())
        {
            var told = reports.Select(report => report.Planted[i]).ToArray();
            var kept = told.Count(static one => one.IsKept);
            isKept &= kept >= Kept * reports.Length;
            var after = told.Select(static one => one.After ?? TimeSpan.MaxValue).Order().ToArray();
            table.AddRow(
                fault.Alarm, Minutes(fault.Within), Minutes(after[after.Length / 2]),
                Minutes(after[(int)Math.Ceiling(Kept * after.Length) - 1]), Say.WeekKeptOf($"{kept}", $"{reports.Length}"));
        }

        console.Write(table);
        foreach (var report in reports)
        {
            foreach (var page in report.FalsePages)
            {
                isKept = false;
                console.MarkupLine($"[red]{Say.SeedWord($"{report.Seed}")}[/] " + Markup.Escape(Say.WeekFalsePage(
                    report.TimeZone, Spoken.Now.Date(page.Local, "ddd HH:mm"), $"{page.Severity}", Spoken.Now.Of(page.What))));
            }

            foreach (var fault in report.Planted.Where(static fault => !fault.IsKept))
            {
                console.MarkupLine($"[yellow]{Say.SeedWord($"{report.Seed}")}[/] " + Markup.Escape(Say.WeekLate(
                    report.TimeZone, fault.Alarm, Minutes(fault.Within), Minutes(fault.After ?? TimeSpan.MaxValue))));
            }

            foreach (var fault in report.Planted.Where(static fault => fault.NotReached is { Count: > 0 }))
            {
                isKept = false;
                console.MarkupLine($"[red]{Say.SeedWord($"{report.Seed}")}[/] "
                    + Markup.Escape(Say.WeekNotReached(fault.Alarm, string.Join(", ", fault.NotReached!))));
            }
        }

        isKept &= WriteActs(console, reports);
        var lasting = reports.SelectMany(static report => report.Planted).Where(static fault => fault.NotReached is not null).ToArray();
        console.WriteLine(Say.WeekQuiet(
            $"{reports.Sum(static report => report.FalsePages.Count)}",
            $"{(double)reports.Sum(static report => report.Quiet) / reports.Length:0.0}",
            $"{lasting.Length}", $"{lasting.Count(static fault => fault.IsAcknowledged)}",
            $"{lasting.Count(static fault => fault.NotReached!.Count == 0)}"));
        return isKept;
    }

    private static bool WriteActs(IAnsiConsole console, WeekReport[] reports)
    {
        foreach (var (report, act) in reports.SelectMany(static report => report.Acts.Select(act => (report, act)))
            .Where(static one => !one.act.IsKept))
        {
            console.MarkupLine($"[red]{Say.SeedWord($"{report.Seed}")}[/] " + Markup.Escape(
                !act.IsDone ? Say.WeekActRefused(act.Author, act.What)
                : act.IsHeard == false ? Say.WeekActUnheard(act.Author, act.What)
                : !act.HasAuthor ? Say.WeekActUnsigned(act.Author, act.What)
                : Say.WeekActStays(act.Author, act.What)));
        }

        WeekAct[] acts = [.. reports.SelectMany(static report => report.Acts)];
        console.WriteLine(Say.WeekActs(
            $"{acts.Length:#,##0}",
            $"{acts.Count(static act => act.IsDone)}",
            $"{acts.Count(static act => act.HasAuthor)}",
            $"{acts.Count(static act => act.IsUndone == true)}",
            $"{acts.Count(static act => act.IsHeard == true)}",
            $"{acts.Count(static act => act.IsHeard is not null)}"));
        return acts.All(static act => act.IsKept);
    }

    private static string Minutes(TimeSpan time) =>
        time == TimeSpan.MaxValue ? Say.WeekNever : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");
}
