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
    public static Command Create() => new("settings", Say.HelpSettings(ApiConnection.Exit))
    {
        Deciding.List("list", Say.ListSettings, kind: null),
        CreateShow(),
        CreateAudit(),
        CreateUndo(),
        Deciding.Extend(Say.HelpSettingsExtend),
        Deciding.End("end", Say.HelpSettingsEnd),
        CreateJson("make", Say.HelpSettingsMake, isPreview: false),
        CreateJson("preview", Say.HelpSettingsPreview, isPreview: true),
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
        return Deciding.Finish(new Command("show", Say.ShowSetting) { id }, (parsed, connection, lines, cancellation) =>
            connection.RunAsync(
                parsed, HttpMethod.Get, $"/settings/{Uri.EscapeDataString(parsed.GetValue(id)!)}", body: null, lines.One, cancellation));
    }

    private static Command CreateAudit()
    {
        var kind = new Option<string?>("--kind") { Description = Say.OptionAuditKind };
        var limit = new Option<int>("--limit") { Description = Say.OptionAuditLimit, DefaultValueFactory = static _ => 50 };
        var after = new Option<string?>("--after") { Description = Say.OptionAfter };
        return Deciding.Finish(
            new Command("audit", Say.HelpSettingsAudit)
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
        var act = new Argument<string>("act") { Description = Say.ArgumentAct };
        var reason = Deciding.Reason(isRequired: true);
        return Deciding.Finish(
            new Command("undo", Say.HelpSettingsUndo)
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

    private static Command CreateJson(string name, string about, bool isPreview)
    {
        var file = new Argument<string>("file") { Description = Say.ArgumentSettingFile };
        return Deciding.Finish(
            new Command(name, about)
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

                    await Console.Error.WriteLineAsync(Say.ExpectedJsonObject(path));
                }
                catch (JsonException wrong)
                {
                    await Console.Error.WriteLineAsync(InputFile.Problem(path, wrong));
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
                {
                    await Console.Error.WriteLineAsync(InputFile.Problem(path, failure));
                }

                return ExitCode.Problems;
            });
    }

    private static Command CreateThresholds() => Deciding.Finish(
        new Command("thresholds", Say.ListThresholds),
        static (parsed, connection, lines, cancellation) =>
            connection.RunAsync(parsed, HttpMethod.Get, "/thresholds", body: null, SettingLines.Thresholds, cancellation));

    private static Command CreateThreshold()
    {
        var alarm = new Argument<string>("alarm") { Description = Say.ArgumentThresholdAlarm };
        var value = new Argument<double>("value") { Description = Say.ArgumentThreshold };
        var resource = new Option<string?>("--resource") { Description = Say.OptionThresholdResource };
        return Deciding.Make(
            "threshold",
            Say.HelpSettingsThreshold,
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
        var mode = new Argument<string>("mode") { Description = Say.ArgumentRepairsMode };
        mode.AcceptOnlyFromAmong("off", "dryRun", "act");
        return Deciding.Make(
            "repairs",
            Say.HelpSettingsRepairs,
            [mode],
            parsed => new JsonObject { ["type"] = "repairs", ["mode"] = parsed.GetValue(mode) });
    }

    private static Command CreateHoliday()
    {
        var date = new Argument<string>("date") { Description = Say.ArgumentHoliday };
        return Deciding.Make(
            "holiday",
            Say.HelpSettingsHoliday,
            [date],
            parsed => new JsonObject { ["type"] = "holiday", ["date"] = parsed.GetValue(date) },
            usualEnd: parsed => DateTimeOffset.TryParseExact(
                parsed.GetValue(date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
                    ? day.AddDays(2)
                    : TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private static Command CreateFallback()
    {
        var queue = new Argument<string>("queue") { Description = Say.ArgumentQueue };
        return Deciding.Make(
            "fallback",
            Say.HelpSettingsFallback,
            [queue],
            parsed => new JsonObject { ["type"] = "fallback", ["queue"] = parsed.GetValue(queue) });
    }

    private static Command CreateTraining() => Deciding.Make(
        "training",
        Say.HelpSettingsTraining,
        [],
        static _ => new JsonObject { ["type"] = "freeze" });
}
