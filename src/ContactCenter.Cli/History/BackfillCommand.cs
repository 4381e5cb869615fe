using System.CommandLine;
using System.Globalization;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Cli.History;

/// <summary><c>contactcenter history backfill</c>: what Amazon Connect still has of the time before the memory began.</summary>
internal static class BackfillCommand
{
    public static Command Create()
    {
        var from = new Option<string?>("--from")
        {
            Description = $"First day (UTC), such as 2026-09-01. Default: {NumbersBackfill.MaximumDays} days ago, as far as Amazon Connect goes.",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Only says which days are missing; asks Amazon Connect for nothing." };
        var connect = OptionValue.Address("--connect-url", "Address of a server that is asked in the place of Amazon Connect.");
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command(
            "backfill",
            """
            Takes the numbers of queues and routing profiles that Amazon Connect still has, three months of them, into the memory: day by
            day from the oldest on. A day that is known is passed over, so a run that was stopped goes on where it was, and running it
            twice does no harm.

            Examples:
              contactcenter history backfill --dry-run --config prod.json
              contactcenter history backfill --config prod.json
              contactcenter history backfill --from 2026-11-01 --config prod.json
            """)
        {
            from, dry, connect, endpoint, config,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var oldest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-NumbersBackfill.MaximumDays);
            if (NumbersCommand.Day(parsed.GetValue(from), oldest) is not { } first || first < oldest || Begin(first) > now)
            {
                return StoredMemory.RefuseAsync(
                    $"--from is a day such as 2026-09-01, not before {oldest:yyyy-MM-dd}: Amazon Connect has numbers of three months");
            }

            return StoredMemory.RunAsync(
                parsed.GetValue(config),
                parsed.GetValue(endpoint),
                async (memory, _) =>
                {
                    using var clients = memory.ClientsOf(parsed.GetValue(connect) ?? parsed.GetValue(endpoint));
                    var configuration = memory.Configuration;
                    var source = new ConnectNumbers(
                        clients.Connect, new ConnectDirectory(clients.Connect, configuration, TimeProvider.System), configuration);
                    var backfill = new NumbersBackfill(
                        source,
                        memory.Numbers,
                        [.. configuration.Queues.Select(static queue => queue.Name)],
                        [.. configuration.RoutingProfiles.Select(static profile => profile.Name)]);
                    return await ShowAsync(backfill.RunAsync(first, now, parsed.GetValue(dry), cancellation), parsed.GetValue(dry));
                },
                cancellation);
        });
        return command;
    }

    private static async Task<int> ShowAsync(IAsyncEnumerable<BackfilledDay> days, bool isDry)
    {
        var (missing, kept) = (0, 0);
        await foreach (var day in days)
        {
            missing += day.Missing;
            kept += day.Kept?.Changed ?? 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd}  {Line(day, isDry)}"));
            if (day.Kept is { Problems.Count: > 0 } stopped)
            {
                foreach (var problem in stopped.Problems)
                {
                    await Console.Error.WriteLineAsync(problem);
                }

                await Console.Error.WriteLineAsync("stopped; the same command goes on from this day");
                return ExitCode.Problems;
            }
        }

        Console.WriteLine(isDry ? $"half hours that are missing: {missing}" : $"half hours that were kept: {kept}");
        return ExitCode.Done;
    }

    private static string Line(BackfilledDay day, bool isDry) => day switch
    {
        { Missing: 0 } => "known",
        _ when isDry => $"{day.Missing} half hours of queues and routing profiles are missing",
        _ => $"{day.Kept!.Changed} half hours of queues and routing profiles kept",
    };

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
