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
            Description = Say.ArgumentRecording,
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonLines };
        var follow = new Option<string>("--follow")
        {
            Description = Say.OptionFollow,
            DefaultValueFactory = _ => "1h",
        };
        follow.Validators.Add(result =>
        {
            if (!DurationConverter.TryParse(result.GetValueOrDefault<string>() ?? "", out _))
            {
                result.AddError(Say.FollowWrong(result.GetValueOrDefault<string>()));
            }
        });
        var summary = new Option<bool>("--summary") { Description = Say.OptionSummary };
        var html = new Option<string?>("--html") { Description = Say.OptionHtml };
        var config = Settings.Option();
        var command = new Command(
            "replay",
            Say.HelpReplay)
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
            if (!recordings.TryAdd(path, StandardStreams.OpenInput))
            {
                await Console.Error.WriteLineAsync(Say.NoFileOrFolder(path));
                return ExitCode.Problems;
            }
        }

        await using var stream = new BufferedStream(StandardStreams.OpenOutput(), 64 * 1024);
        using var lines = wishes.IsJson ? new JsonReplayOutput(stream, configuration) : null;
        var console = Terminal.Create();
        var book = new ReplayBook(configuration, lines ?? (IReplayOutput)new TimelineReplayOutput(console), !wishes.IsSummary);
        var totals = await new ReplayRun(configuration, book).RunAsync(recordings.InOrder(), wishes.Follow, cancellationToken);
        if (totals.Inputs == 0)
        {
            await Console.Error
                .WriteLineAsync(
                    Say.NoEvent(string.Join(", ", paths)));
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
