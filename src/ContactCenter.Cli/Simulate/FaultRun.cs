using System.Collections.Concurrent;
using System.Diagnostics;
using ContactCenter.Embedded.Faults;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>Runs many seeds under faults, as many at once as there are processors, and prints those that break a promise.</summary>
internal static class FaultRun
{
    public static async Task<int> RunAsync(string? config, long firstSeed, int seeds, CancellationToken cancellationToken)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var console = Terminal.Create();
        var broken = new ConcurrentQueue<FaultReport>();
        var totals = new Totals();
        var clock = Stopwatch.StartNew();
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
        {
            var task = progress.AddTask(Say.RunsUnderFaults($"{seeds:#,##0}"), maxValue: seeds);
            await Parallel.ForEachAsync(Seeds(firstSeed, seeds), cancellationToken, async (seed, _) =>
            {
                var report = await FaultSimulation.RunAsync(configuration, seed);
                totals.Add(report);
                task.Increment(1);
                if (report.Violations.Count > 0)
                {
                    broken.Enqueue(report);
                }
            });
        });

        foreach (var report in broken.OrderBy(report => report.Seed))
        {
            var broke = string.Join("; ", report.Violations.Select(Spoken.Now.Promise));
            console.MarkupLine($"[red]{Say.SeedWord($"{report.Seed}")}[/] {Markup.Escape(broke)}");
        }

        var (runs, hours, changes) = ($"{seeds:#,##0}", $"{totals.Hours:#,##0}", $"{totals.Changes:#,##0}");
        var (faults, messages, fallbacks) = ($"{totals.Faults:#,##0}", $"{totals.Messages:#,##0}", $"{totals.Fallbacks:#,##0}");
        var (lies, minutes) = ($"{totals.Lies:#,##0}", $"{clock.Elapsed.TotalMinutes:0.0}");
        console.WriteLine(broken.IsEmpty
            ? Say.FaultsHeld(runs, hours, changes, faults, messages, fallbacks, lies, minutes)
            : Say.FaultsBroke(runs, hours, changes, faults, messages, fallbacks, lies, minutes, $"{broken.Count}"));
        return broken.IsEmpty ? ExitCode.Done : ExitCode.Problems;
    }

    private static IEnumerable<long> Seeds(long first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return first + i;
        }
    }

    private sealed class Totals
    {
        private readonly Lock _gate = new();

        public double Hours { get; private set; }

        public long Changes { get; private set; }

        public long Messages { get; private set; }

        public long Faults { get; private set; }

        public long Fallbacks { get; private set; }

        public long Lies { get; private set; }

        public void Add(FaultReport report)
        {
            lock (_gate)
            {
                Hours += report.Hours;
                Changes += report.AlarmChanges;
                Messages += report.Messages;
                Faults += report.Faults;
                Fallbacks += report.Fallbacks;
                Lies += report.Lies;
            }
        }
    }
}
