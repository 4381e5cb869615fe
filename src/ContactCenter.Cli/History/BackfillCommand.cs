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
            Description = Say.OptionBackfillFrom($"{NumbersBackfill.MaximumDays}"),
        };
        var dry = new Option<bool>("--dry-run") { Description = Say.OptionBackfillDry };
        var connect = OptionValue.Address("--connect-url", Say.OptionConnectUrl);
        var (config, endpoint, _) = StoredMemory.Common();
        var command = new Command(
            "backfill",
            Say.HelpHistoryBackfill)
        {
            from, dry, connect, endpoint, config,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var oldest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-NumbersBackfill.MaximumDays);
            if (NumbersCommand.Day(parsed.GetValue(from), oldest) is not { } first || first < oldest || Begin(first) > now)
            {
                return StoredMemory.RefuseAsync(Say.BackfillFromWrong($"{oldest:yyyy-MM-dd}"));
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

                await Console.Error.WriteLineAsync(Say.BackfillStopped);
                return ExitCode.Problems;
            }
        }

        Console.WriteLine(isDry ? Say.BackfillMissing($"{missing}") : Say.BackfillKept($"{kept}"));
        return ExitCode.Done;
    }

    private static string Line(BackfilledDay day, bool isDry) => day switch
    {
        { Missing: 0 } => Say.BackfillDayKnown,
        _ when isDry => Say.BackfillDayMissing($"{day.Missing}"),
        _ => Say.BackfillDayKept($"{day.Kept!.Changed}"),
    };

    private static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
