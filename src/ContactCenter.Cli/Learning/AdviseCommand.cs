using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Documents.Reports;
using ContactCenter.Simulation.Learning;

namespace ContactCenter.Cli.Learning;

/// <summary><c>contactcenter advise</c>: what would make alarms worth hearing.</summary>
internal static class AdviseCommand
{
    private const int MaximumSeeds = 10_000;

    public static Command Create()
    {
        var planted = new Option<int?>("--planted") { Description = Say.OptionPlanted };
        planted.Validators.Add(static result =>
        {
            if (result.TryRead<int?>(out var seeds) && seeds is < 1 or > MaximumSeeds)
            {
                result.AddError(Say.SeedsWrong($"{seeds}"));
            }
        });
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command("advise", Say.HelpAdvise)
        {
            planted, endpoint, config, RoutesCommand.Create(), ComplexityCommand.Create(), CommentsCommand.Create(),
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(planted) is { } seeds
            ? Task.FromResult(Measure(seeds))
            : StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                (memory, _) => AdviseAsync(memory, TimeProvider.System.GetUtcNow(), cancellation),
                cancellation));
        return command;
    }

    private static async Task<int> AdviseAsync(Memory memory, DateTimeOffset now, CancellationToken cancellation)
    {
        var configuration = memory.Configuration;
        var alarms = AlarmPlan.For(configuration).DistinctBy(static alarm => alarm.Name)
            .ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal);
        var advised = await memory.Advice.ReadAsync(configuration, now, cancellation);
        foreach (var advice in advised)
        {
            Console.WriteLine(AdviceWords.Of(advice, Spoken.Now.Language));
            if (AdviceChange.Of(advice, advised, alarms, configuration.TimeZone) is { } change)
            {
                if (change.Resources > 1)
                {
                    Console.WriteLine($"  {Say.AdviceForAll($"{change.Resources}")}");
                }

                Console.WriteLine($"  {change.Text}");
            }
        }

        if (advised.IsEmpty)
        {
            Console.WriteLine(Say.NothingAdvised);
        }

        return ExitCode.Done;
    }

    private static int Measure(int seeds)
    {
        var held = Enumerable.Range(1, seeds).Select(static seed => PlantedNoise.Try(seed)).ToArray();
        var removed = held.Select(static one => one.Removed).Order().ToArray();
        Console.WriteLine(Say.PlantedResult(
            $"{seeds}",
            Percent(removed[removed.Length / 2]),
            Percent(removed[(int)(0.05 * removed.Length)]),
            Percent(removed[0]),
            $"{held.Sum(static one => one.FoundThen)}",
            $"{held.Sum(static one => one.FoundToday)}",
            Minutes(held.Max(static one => one.Delay))));
        return held.All(static one => one.FoundThen == one.FoundToday) ? ExitCode.Done : ExitCode.Problems;
    }

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
