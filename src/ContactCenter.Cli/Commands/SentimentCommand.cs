using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Sentiment;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter sentiment</c>: how texts sound, and why.</summary>
internal static class SentimentCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = Say.ArgumentTexts
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonSentiment };
        var config = Settings.Option();
        var command = new Command(
            "sentiment",
            Say.HelpSentiment)
        {
            file, json, config,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Score(parsed.GetValue(file), parsed.GetValue(json), parsed.GetValue(config), cancellation)));
        return command;
    }

    private static int Score(string? file, bool json, string? config, CancellationToken cancellation)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var scorer = new SentimentScorer(configuration.Sentiment.Words);
        try
        {
            using var input = file is null or "-" ? StandardStreams.AwaitTexts() : new StreamReader(file);
            foreach (var line in BoundedLines.Read(input, SentimentScorer.MaximumCharacters))
            {
                if (cancellation.IsCancellationRequested)
                {
                    break;
                }

                Console.WriteLine(json ? Json(scorer.Explain(line)) : Text(scorer.Explain(line)));
            }

            return ExitCode.Done;
        }
        catch (Exception error) when (file is not null
            && error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(InputFile.Problem(file!, error));
            return ExitCode.Problems;
        }
    }

    private static string Json(SentimentReading reading) => JsonSerializer.Serialize(reading, SentimentJson.Default.SentimentReading);

    private static string Text(SentimentReading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"{reading.Score,7:+0.000;-0.000;0.000}  "
            + $"{string.Join(", ", reading.Words.Select(static word => string.Create(CultureInfo.InvariantCulture, $"{word.Text} {word.Weight:+0.0;-0.0}")))}")
            .TrimEnd();
}
