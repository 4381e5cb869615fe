using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary>Commands that decide something for a while by the API, look at it, extend it and end it.</summary>
internal static class Deciding
{
    /// <summary>A command that makes a setting, or shows what it would do.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="about">Its help.</param>
    /// <param name="own">Its own arguments and options.</param>
    /// <param name="wanted">The setting without reason and times, or null after the problem was told.</param>
    /// <param name="usualEnd">Its end where nothing is said; null: it must be said. A setting without an end gives null.</param>
    public static Command Make(
        string name,
        string about,
        IEnumerable<Symbol> own,
        Func<ParseResult, JsonObject?> wanted,
        Func<ParseResult, DateTimeOffset?>? usualEnd = null)
    {
        var (reason, preview) = (Reason(isRequired: false), Preview());
        var until = Moment.Option("--until", Say.OptionSettingUntil);
        var from = Moment.Option("--from", Say.OptionSettingFrom);
        var command = With(new Command(name, about), [.. own, until, from, reason, preview]);
        command.Validators.Add(result =>
        {
            if (result.GetValue(reason) is null && !result.GetValue(preview))
            {
                result.AddError(Say.ReasonMissing);
            }

            if (usualEnd is null && result.GetResult(until) is null)
            {
                result.AddError(Say.UntilMissing);
            }
        });
        return Finish(command, async (parsed, connection, lines, cancellation) =>
        {
            if (wanted(parsed) is not { } body)
            {
                return ExitCode.Usage;
            }

            body["reason"] = parsed.GetValue(reason) ?? "preview";
            if ((parsed.GetValue(until) ?? usualEnd?.Invoke(parsed)) is { } end)
            {
                body["until"] = Moment.Write(end);
            }

            if (parsed.GetValue(from) is { } begin)
            {
                body["from"] = Moment.Write(begin);
            }

            return await SendAsync(parsed, connection, lines, body, parsed.GetValue(preview), cancellation);
        });
    }

    /// <summary>Makes a setting, or shows what it would do.</summary>
    public static async Task<int> SendAsync(
        ParseResult parsed, ApiConnection connection, SettingLines lines, JsonObject body, bool isPreview, CancellationToken cancellation)
    {
        if (!isPreview)
        {
            return await connection.RunAsync(parsed, HttpMethod.Post, "/settings", body, lines.Done, cancellation);
        }

        var reply = await connection.AskAsync(parsed, HttpMethod.Post, "/settings/preview", body, cancellation);
        return Judged(reply, connection.Show(parsed, reply, lines.Preview));
    }

    /// <summary>A command that lists the settings of a kind.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="about">Its help.</param>
    /// <param name="kind">The kind; null: the command line may name one.</param>
    public static Command List(string name, string about, string? kind)
    {
        var holds = new Option<bool>("--holds") { Description = Say.OptionHolds };
        var asked = new Option<string?>("--kind") { Description = Say.OptionSettingKind };
        var command = With(new Command(name, about), kind is null ? [holds, asked] : [holds]);
        return Finish(command, (parsed, connection, lines, cancellation) =>
        {
            var path = Path("/settings", ("kind", kind ?? parsed.GetValue(asked)), ("holds", parsed.GetValue(holds) ? "true" : null));
            return connection.RunAsync(parsed, HttpMethod.Get, path, body: null, lines.List, cancellation);
        });
    }

    /// <summary>A command that ends a setting before its time.</summary>
    public static Command End(string name, string about)
    {
        var (id, reason) = (Id(), Reason(isRequired: true));
        return Finish(With(new Command(name, about), [id, reason]), (parsed, connection, lines, cancellation) => connection.RunAsync(
            parsed,
            HttpMethod.Post,
            $"/settings/{Uri.EscapeDataString(parsed.GetValue(id)!)}/end",
            new JsonObject { ["reason"] = parsed.GetValue(reason) },
            lines.Done,
            cancellation));
    }

    /// <summary>A command that gives a setting another end, of the version that is there when it asks.</summary>
    public static Command Extend(string about)
    {
        var (id, reason, preview) = (Id(), Reason(isRequired: true), Preview());
        var until = Moment.Option("--until", Say.OptionUntilNow);
        until.Required = true;
        return Finish(With(new Command("extend", about), [id, until, reason, preview]), async (parsed, connection, lines, cancellation) =>
        {
            var path = $"/settings/{Uri.EscapeDataString(parsed.GetValue(id)!)}";
            var known = await connection.AskAsync(parsed, HttpMethod.Get, path, body: null, cancellation);
            var (setting, version) = (new JsonObject(), "");
            if (ApiConnection.Read(known, Take) is var code && (known.Text is null || code != ExitCode.Done))
            {
                return code;
            }

            setting["until"] = Moment.Write(parsed.GetValue(until)!.Value);
            setting["reason"] = parsed.GetValue(reason);
            if (parsed.GetValue(preview))
            {
                var would = await connection.AskAsync(parsed, HttpMethod.Post, $"{path}/preview", setting, cancellation);
                return Judged(would, connection.Show(parsed, would, lines.Preview));
            }

            var reply = await connection.AskAsync(parsed, HttpMethod.Put, path, setting, cancellation, version);
            return connection.Show(parsed, reply, lines.Done);

            void Take(JsonElement view)
            {
                foreach (var member in view.GetProperty("setting").EnumerateObject())
                {
                    if (member.Name == "version")
                    {
                        version = member.Value.GetInt32().ToString(CultureInfo.InvariantCulture);
                    }
                    else if (member.Name is not ("id" or "author"))
                    {
                        setting[member.Name] = JsonNode.Parse(member.Value.GetRawText());
                    }
                }
            }
        });
    }

    /// <summary>Gives a command what all of them have: where the API is, who calls, and what it does.</summary>
    public static Command Finish(Command command, Func<ParseResult, ApiConnection, SettingLines, CancellationToken, Task<int>> run)
    {
        var connection = new ApiConnection();
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => run(
            parsed,
            connection,
            new SettingLines(TimeZoneInfo.Local, TimeProvider.System.GetUtcNow()),
            cancellation));
        return command;
    }

    /// <summary>A path with those of its parameters that are said.</summary>
    public static string Path(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var mark = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                path += $"{mark}{name}={Uri.EscapeDataString(value)}";
                mark = '&';
            }
        }

        return path;
    }

    /// <summary>The id of a setting.</summary>
    public static Argument<string> Id() => new("id") { Description = Say.ArgumentSetting };

    /// <summary>Why.</summary>
    public static Option<string?> Reason(bool isRequired) =>
        new("--reason") { Description = Say.OptionWhy, Required = isRequired };

    /// <summary>Whether it is only shown.</summary>
    public static Option<bool> Preview() =>
        new("--preview", "--dry-run") { Description = Say.OptionPreview };

    private static Command With(Command command, IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        return command;
    }

    /// <summary>What could not be saved is a problem, however it is printed.</summary>
    private static int Judged(ApiReply reply, int shown)
    {
        var code = shown;
        return ApiConnection.Read(reply, preview => code = SettingLines.HasProblems(preview) ? ExitCode.Problems : shown) == ExitCode.Done
            ? code
            : shown;
    }
}
