using System.CommandLine;
using System.Globalization;
using ContactCenter.Cli.History;
using ContactCenter.Core.Incidents.History;
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
        var command = new Command("advise", Say.HelpAdvise) { planted, endpoint, config };
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
        var days = new List<AlarmDay>();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var day = today.AddDays(-AlarmAdviser.Days); day <= today; day = day.AddDays(1))
        {
            days.AddRange(await memory.Alarms.DayAsync(day, cancellation));
        }

        // of its first month everything: what people said before the four weeks counts for an alarm as well
        var first = today.AddDays(-AlarmAdviser.Days);
        var from = new DateTimeOffset(first.Year, first.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var incidents = await memory.Incidents.HeardOfAsync(from, now, cancellation);
        var alarms = AlarmPlan.For(memory.Configuration).DistinctBy(static alarm => alarm.Name)
            .ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal);
        var advised = AlarmAdviser.Of(days, incidents, now, TimeSpan.FromMinutes(1));
        foreach (var advice in advised)
        {
            Console.WriteLine(AdviceWords.Of(advice, Spoken.Now.Language));
            if (Change(advice, alarms.GetValueOrDefault(advice.Alarm)) is { } change)
            {
                Console.WriteLine($"  {change}");
            }
        }

        if (advised.IsEmpty)
        {
            Console.WriteLine(Say.NothingAdvised);
        }

        return ExitCode.Done;
    }

    /// <summary>What stands in the file then, for an alarm of the catalog that is to last longer: so many datapoints more.</summary>
    private static string? Change(AlarmAdvice advice, BoundAlarm? alarm)
    {
        if (alarm is null || advice.Kind != AdviceKind.Lengthen)
        {
            return null;
        }

        var definition = alarm.Definition;
        var datapoints = definition.DatapointsToAlarm + (int)Math.Ceiling(advice.Patience.Lasting / definition.Period);
        var periods = Math.Max(definition.EvaluationPeriods, datapoints);
        return $"\"{definition.Id}\": {{ \"datapointsToAlarm\": {datapoints}, \"evaluationPeriods\": {periods} }}";
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
