using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary>
/// <c>contactcenter settings</c>: what people have decided over the file of a deployment, and the kinds without a command.
/// </summary>
internal static class SettingsCommand
{
    public static Command Create() => new(
        "settings",
        $"""
        Looks at what people have decided over the file at run time, with who, why and until when; undoes it; and decides what has no
        command of its own. It asks the API of the deployment and nothing else, but for export, which reads the table.

        {ApiConnection.Exit}

        Examples:
          contactcenter settings list --holds
          contactcenter settings audit --kind mutes
          contactcenter settings undo 001796040000000-mutes-7 --reason "it was the wrong queue"
          contactcenter settings repairs off --until 2h --reason "they do harm"
          contactcenter settings threshold queue-wait-time 240 --resource Billing --reason "season" --preview
        """)
    {
        Deciding.List("list", "Lists what is not over.", kind: null),
        CreateShow(),
        CreateAudit(),
        CreateUndo(),
        Deciding.Extend(
            """
            Gives a setting of any kind another end.

            Example:
              contactcenter settings extend repairs-2 --until 2h --reason "not understood yet"
            """),
        Deciding.End(
            "end",
            """
            Ends a setting of any kind before its time: the file holds again.

            Example:
              contactcenter settings end repairs-2 --reason "mended"
            """),
        CreateJson("make", "Makes a setting as a file has it in JSON.", isPreview: false),
        CreateJson("preview", "Shows what a setting would do, as a file has it in JSON, and saves nothing.", isPreview: true),
        CreateThresholds(),
        CreateThreshold(),
        CreateRepairs(),
        CreateHoliday(),
        CreateFallback(),
        CreateTraining(),
        SettingsExport.Create(),
    };

    private static Command CreateShow()
    {
        var id = Deciding.Id();
        return Deciding.Finish(new Command("show", "Shows one setting.") { id }, (parsed, connection, lines, cancellation) =>
            connection.RunAsync(
                parsed, HttpMethod.Get, $"/settings/{Uri.EscapeDataString(parsed.GetValue(id)!)}", body: null, lines.One, cancellation));
    }

    private static Command CreateAudit()
    {
        var kind = new Option<string?>("--kind") { Description = "Only of settings of this kind, such as mutes or onCall." };
        var limit = new Option<int>("--limit") { Description = "How many at most, 1 to 200.", DefaultValueFactory = static _ => 50 };
        var after = new Option<string?>("--after") { Description = "The next page: what the page before ended with." };
        return Deciding.Finish(
            new Command(
                "audit",
                """
                Tells who did what, when and why, the newest first, with the id by which it is undone.

                Example:
                  contactcenter settings audit --kind mutes --limit 10
                """)
            {
                kind, limit, after,
            },
            (parsed, connection, lines, cancellation) => connection.RunAsync(
                parsed,
                HttpMethod.Get,
                Deciding.Path(
                    "/setting-acts",
                    ("kind", parsed.GetValue(kind)),
                    ("limit", parsed.GetValue(limit).ToString(CultureInfo.InvariantCulture)),
                    ("after", parsed.GetValue(after))),
                body: null,
                lines.Audit,
                cancellation));
    }

    private static Command CreateUndo()
    {
        var act = new Argument<string>("act") { Description = "Id of the act, as the audit and each act name it." };
        var reason = Deciding.Reason(isRequired: true);
        return Deciding.Finish(
            new Command(
                "undo",
                """
                Undoes an act: what was made is ended, what was changed or ended is as it was. Refused when the setting is another by now.

                Example:
                  contactcenter settings undo 001796040000000-mutes-7 --reason "it was the wrong queue"
                """)
            {
                act, reason,
            },
            (parsed, connection, lines, cancellation) => connection.RunAsync(
                parsed,
                HttpMethod.Post,
                $"/setting-acts/{Uri.EscapeDataString(parsed.GetValue(act)!)}/undo",
                new JsonObject { ["reason"] = parsed.GetValue(reason) },
                lines.Done,
                cancellation));
    }

    private static Command CreateJson(string name, string summary, bool isPreview)
    {
        var file = new Argument<string>("file") { Description = "The file, or - for standard input." };
        return Deciding.Finish(
            new Command(
                name,
                $$"""
                {{summary}} docs/api.json describes the members.

                Example:
                  echo '{"type":"mute","resource":"Billing","until":"2026-12-01T08:00:00Z","reason":"r"}' | contactcenter settings {{name}} -
                """)
            {
                file,
            },
            async (parsed, connection, lines, cancellation) =>
            {
                var path = parsed.GetValue(file)!;
                try
                {
                    var text = path == "-"
                        ? await Console.In.ReadToEndAsync(cancellation)
                        : await File.ReadAllTextAsync(path, cancellation);
                    if (JsonNode.Parse(text) is JsonObject setting)
                    {
                        return await Deciding.SendAsync(parsed, connection, lines, setting, isPreview, cancellation);
                    }

                    await Console.Error.WriteLineAsync($"{path}: expected a JSON object");
                }
                catch (JsonException wrong)
                {
                    await Console.Error.WriteLineAsync($"{path}: {wrong.Message}");
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
                {
                    await Console.Error.WriteLineAsync(InputFile.Problem(path, failure));
                }

                return ExitCode.Problems;
            });
    }

    private static Command CreateThresholds() => Deciding.Finish(
        new Command("thresholds", "Lists alarms whose threshold is another than that of the file."),
        static (parsed, connection, lines, cancellation) =>
            connection.RunAsync(parsed, HttpMethod.Get, "/thresholds", body: null, SettingLines.Thresholds, cancellation));

    private static Command CreateThreshold()
    {
        var alarm = new Argument<string>("alarm") { Description = "Id of the alarm in the catalog." };
        var value = new Argument<double>("value") { Description = "The threshold, on the metric's own scale." };
        var resource = new Option<string?>("--resource") { Description = "Only of this queue, function, table …" };
        return Deciding.Make(
            "threshold",
            """
            Gives an alarm another threshold, until it is ended where no end is said. The alarm in CloudWatch follows within a minute.

            Example:
              contactcenter settings threshold queue-wait-time 240 --resource Billing --reason "season" --preview
            """,
            [alarm, value, resource],
            parsed => new JsonObject
            {
                ["type"] = "threshold",
                ["alarm"] = parsed.GetValue(alarm),
                ["threshold"] = parsed.GetValue(value),
                ["resource"] = parsed.GetValue(resource),
            },
            usualEnd: static _ => null);
    }

    private static Command CreateRepairs()
    {
        var mode = new Argument<string>("mode") { Description = "off stops all repairs, dryRun tells what they would do, act lets them." };
        mode.AcceptOnlyFromAmong("off", "dryRun", "act");
        return Deciding.Make(
            "repairs",
            """
            Says how far repairs may go. A responder may stop them; letting them go again takes the role administrator.

            Example:
              contactcenter settings repairs off --until 2h --reason "they do harm"
            """,
            [mode],
            parsed => new JsonObject { ["type"] = "repairs", ["mode"] = parsed.GetValue(mode) });
    }

    private static Command CreateHoliday()
    {
        var date = new Argument<string>("date") { Description = "The day, such as 2026-12-24, by the clock of the center." };
        return Deciding.Make(
            "holiday",
            """
            Keeps a holiday that does not stand in the file. It is a whole day; it need not be ended.

            Example:
              contactcenter settings holiday 2026-12-24 --reason "snow"
            """,
            [date],
            parsed => new JsonObject { ["type"] = "holiday", ["date"] = parsed.GetValue(date) },
            usualEnd: parsed => DateTimeOffset.TryParseExact(
                parsed.GetValue(date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                    ? day.AddDays(2)
                    : TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private static Command CreateFallback()
    {
        var queue = new Argument<string>("queue") { Description = "Name of the queue in the file." };
        return Deciding.Make(
            "fallback",
            """
            Lets the stand-by of a queue take over, as if the queue were broken.

            Example:
              contactcenter settings fallback Billing --until 1h --reason "agents cannot log in"
            """,
            [queue],
            parsed => new JsonObject { ["type"] = "fallback", ["queue"] = parsed.GetValue(queue) });
    }

    private static Command CreateTraining() => Deciding.Make(
        "training",
        """
        Keeps the classifier as it is: nothing is trained anew for a while.

        Example:
          contactcenter settings training --until 2w --reason "campaign: everybody asks the same"
        """,
        [],
        static _ => new JsonObject { ["type"] = "freeze" });
}
