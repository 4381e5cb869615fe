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
        var summary = new Option<bool>("--summary") { Description = "Only what it came to, and what was refused." };
        var html = new Option<string?>("--html") { Description = "Writes what it came to into a file as well, as one page to look at." };
        var config = Settings.Option();
        var command = new Command(
            "replay",
            """
            Hands recorded alarms to the deployed functions, in order of time, and prints what they decide; at the end what it came to: incidents
            by severity, messages by person and night, and what would have been one incident instead of many alarms.

            Reads every shape in which an alarm reaches a function (SNS events of Lambda, SNS messages and HTTP notifications, EventBridge events,
            direct alarm actions), and what the AWS CLI prints of last month: describe-alarm-history, in any order and number of pages, and
            describe-alarms, for what these alarms measure. One a line, in an array, or one after another; all files together are one recording.
            Time is the recording's own: what is due between two events happens between them. Nobody acknowledges in a replay.

            Examples:
              contactcenter replay samples/alarm-history.json samples/alarms.json --summary --html october.html
              contactcenter replay recorded/ more.jsonl --json > decisions.jsonl
              cat alarms.jsonl | contactcenter replay - --config prod.json --follow 1d

            Last month of your account:
              aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm > alarms.json
              aws cloudwatch describe-alarm-history --alarm-types MetricAlarm CompositeAlarm --start-date 2026-10-01 > history.json
              contactcenter replay history.json alarms.json --summary
            """)
        {
            paths, json, summary, html, follow, config,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            _ = DurationConverter.TryParse(parsed.GetRequiredValue(follow), out var time);
            return RunAsync(
                parsed.GetRequiredValue(paths),
                new Wishes(parsed.GetValue(json), parsed.GetValue(summary), parsed.GetValue(html), time),
                parsed.GetValue(config),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Wishes wishes, string? config, CancellationToken cancellationToken)
    {
        if (wishes.Page is { } page && OutputFile.Problem(page) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Usage;
        }

        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        using var recordings = new Recordings(configuration.Instance);
        foreach (var path in paths)
        {
            if (!recordings.TryAdd(path, Console.OpenStandardInput))
            {
                await Console.Error.WriteLineAsync($"{path}: there is no such file or folder");
                return ExitCode.Usage;
            }
        }

        await using var stream = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var lines = wishes.IsJson ? new JsonReplayOutput(stream, configuration) : null;
        var console = Terminal.Create();
        var book = new ReplayBook(configuration, lines ?? (IReplayOutput)new TimelineReplayOutput(console), !wishes.IsSummary);
        var totals = await new ReplayRun(configuration, book).RunAsync(recordings.InOrder(), wishes.Follow, cancellationToken);
        if (totals.Inputs == 0)
        {
            await Console.Error
                .WriteLineAsync(
                    $"{string.Join(", ", paths)}: there is no event in it; expected alarm events, such as SNS messages, one a line "
                        + "or in an array, or what aws cloudwatch describe-alarm-history prints");
            return ExitCode.Problems;
        }

        var summary = book.Summary(totals, recordings.Undescribed);
        var hours = new NightHours(TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone));
        if (wishes.IsJson)
        {
            await stream.WriteAsync(summary.Line(), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
        else
        {
            ReplaySummaryView.Write(console, summary, hours);
        }

        if (wishes.Page is not { } file || OutputFile.TryWrite(file, ReplayPage.Of(summary, hours)))
        {
            return totals.Refused == 0 ? ExitCode.Done : ExitCode.Problems;
        }

        return ExitCode.Problems;
    }

    /// <summary>What is asked for beside the recording.</summary>
    private sealed record Wishes(bool IsJson, bool IsSummary, string? Page, TimeSpan Follow);
}
