using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Incidents.Exercises;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter gameday</c>: training by doing, by the API of a deployment (docs/design/exercises.md).</summary>
internal static class GameDayCommand
{
    /// <summary>Longer scenarios are none.</summary>
    private const int MaximumFile = 16 * 1024;

    public static Command Create() => new("gameday", Say.HelpGameDay(ApiConnection.Exit))
    {
        Look("scenarios", Say.GameDayScenarios, static _ => "/exercise-scenarios", ExerciseLines.Scenarios),
        CreateStart(),
        CreateStop(),
        CreateScore(),
        Look("list", Say.GameDayList, static _ => "/exercises", ExerciseLines.List),
        Look("record", Say.GameDayRecord, static _ => "/exercise-record", ExerciseLines.Record),
    };

    private static string Path(string path) => $"{path}?language={Spoken.Now.Language}";

    private static Command Look(string name, string about, Func<ParseResult, string> path, Action<JsonElement> print, params Symbol[] own)
    {
        var (command, connection) = (new Command(name, about), new ApiConnection());
        foreach (var argument in own.OfType<Argument>())
        {
            command.Add(argument);
        }

        connection.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            connection.RunAsync(parsed, HttpMethod.Get, Path(path(parsed)), body: null, print, cancellation));
        return command;
    }

    private static Command CreateStart()
    {
        var scenario = new Argument<string>("scenario") { Description = Say.ArgumentScenario };
        var preview = new Option<bool>("--dry-run") { Description = Say.OptionGameDayDryRun };
        var night = new Option<bool>("--night") { Description = Say.OptionGameDayNight };
        var (command, connection) = (new Command("start", Say.GameDayStart) { scenario, preview, night }, new ApiConnection());
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (await BodyAsync(parsed.GetValue(scenario)!, cancellation) is not { } body)
            {
                return ExitCode.Usage;
            }

            body["night"] = parsed.GetValue(night);
            return parsed.GetValue(preview)
                ? await connection.RunAsync(
                    parsed, HttpMethod.Post, Path("/exercises/preview"), body, ExerciseLines.Preview, cancellation)
                : await connection.RunAsync(parsed, HttpMethod.Post, Path("/exercises"), body, ExerciseLines.One, cancellation);
        });
        return command;
    }

    /// <summary>A packaged scenario by its name, else one of a file; null after its problem was told.</summary>
    private static async Task<JsonObject?> BodyAsync(string scenario, CancellationToken cancellation)
    {
        if (!File.Exists(scenario) && !scenario.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return new JsonObject { ["scenario"] = scenario };
        }

        try
        {
            if (new FileInfo(scenario).Length > MaximumFile)
            {
                await Console.Error.WriteLineAsync(Say.ScenarioTooLarge(scenario, $"{MaximumFile}"));
                return null;
            }

            var bytes = InputFile.Utf8(await File.ReadAllBytesAsync(scenario, cancellation));

            // read as the deployment reads it, so that a slip is told with its place before anything is sent
            _ = Scenario.Read(bytes);
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            return new JsonObject { ["own"] = JsonNode.Parse(bytes, documentOptions: options) };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync(InputFile.Problem(scenario, failure));
            return null;
        }
    }

    private static Command CreateStop()
    {
        var (command, connection) = (new Command("stop", Say.GameDayStop), new ApiConnection());
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var newest = await connection.AskAsync(parsed, HttpMethod.Get, "/exercises?limit=1", body: null, cancellation);
            if (newest.Text is null)
            {
                return newest.Code;
            }

            using var page = JsonDocument.Parse(newest.Text);
            var underWay = page.RootElement.GetProperty("items").EnumerateArray()
                .Where(static exercise => !exercise.TryGetProperty("end", out _))
                .Select(static exercise => exercise.GetProperty("id").GetString())
                .FirstOrDefault();
            if (underWay is null)
            {
                Console.WriteLine(Say.NoExerciseUnderWay);
                return ExitCode.Done;
            }

            return await connection.RunAsync(
                parsed, HttpMethod.Post, Path($"/exercises/{Uri.EscapeDataString(underWay)}/stop"), [], ExerciseLines.One, cancellation);
        });
        return command;
    }

    private static Command CreateScore()
    {
        var id = new Argument<string>("id") { Description = Say.ArgumentExercise };
        return Look(
            "score", Say.GameDayScore, parsed => $"/exercises/{Uri.EscapeDataString(parsed.GetValue(id)!)}", ExerciseLines.One, id);
    }
}
