using System.CommandLine;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter replay</c>: what would have been decided on recorded events.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files, folders (*.json, *.jsonl, *.ndjson) or - for standard input.",
        };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var follow = new Option<string>("--follow")
        {
            Description = "How long to go on after the last event, so that what is over can end.",
            DefaultValueFactory = _ => "1h",
        };
        follow.Validators.Add(result =>
        {
            if (!DurationConverter.TryParse(result.GetValueOrDefault<string>() ?? "", out _))
            {
                result.AddError($"--follow: expected a duration such as 30m or 2h, found \"{result.GetValueOrDefault<string>()}\".");
            }
        });
        var config = Settings.Option();
        var command = new Command(
            "replay",
            """
            Hands recorded alarm events to the deployed functions, in order of time, and prints what they decide. Reads every shape in which an
            alarm reaches a function:
            SNS events of Lambda, SNS messages and HTTP notifications, EventBridge events, direct alarm actions; one a line, in an array, or
            one after another. Time is the events' own: what is due between two events happens between them.

            Examples:
              contactcenter replay alarms.json
              contactcenter replay recorded/ more.jsonl --json > decisions.jsonl
              cat alarms.jsonl | contactcenter replay - --config prod.json --follow 1d
            """)
        {
            paths, json, follow, config,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            _ = DurationConverter.TryParse(parsed.GetRequiredValue(follow), out var time);
            return RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(json), time, parsed.GetValue(config), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool json, TimeSpan follow, string? config, CancellationToken cancellationToken)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        using var recordings = new Recordings();
        foreach (var path in paths)
        {
            if (!recordings.TryAdd(path, Console.OpenStandardInput))
            {
                await Console.Error.WriteLineAsync($"{path}: there is no such file or folder");
                return ExitCode.Usage;
            }
        }

        await using var stream = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var lines = new JsonReplayOutput(stream);
        IReplayOutput output = json ? lines : new TimelineReplayOutput(Terminal.Create());
        var totals = await new ReplayRun(configuration, output).RunAsync(recordings.InOrder(), follow, cancellationToken);
        if (totals.Inputs == 0)
        {
            await Console.Error
                .WriteLineAsync(
                    $"{string.Join(", ", paths)}: there is no event in it; expected alarm events, such as SNS messages, one a line "
                        + "or in an array");
            return ExitCode.Problems;
        }

        return totals.Refused == 0 ? ExitCode.Done : ExitCode.Problems;
    }
}
