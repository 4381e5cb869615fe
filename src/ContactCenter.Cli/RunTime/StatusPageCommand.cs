using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Incidents;
using ContactCenter.Core.Common;

namespace ContactCenter.Cli.RunTime;

/// <summary>
/// <c>contactcenter incident status-page</c>: what the status page tells, drafts about an incident, and what a person publishes.
/// </summary>
internal static class StatusPageCommand
{
    private const string Path = "/status";

    public static Command Create() => new("status-page", Say.HelpStatusPage(ApiConnection.Exit))
    {
        Simple("show", HttpMethod.Get, Path, Say.HelpStatusShow),
        CreateDraft(),
        CreatePublish(),
        CreateUpdate(),
        Simple("render", HttpMethod.Post, $"{Path}/render", Say.HelpStatusRender),
    };

    private static Command Simple(string name, HttpMethod method, string path, string help)
    {
        var command = new Command(name, help);
        var connection = new ApiConnection();
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.RunAsync(parsed, method, path, null, Show, cancellation));
        return command;
    }

    private static Command CreateDraft()
    {
        var id = new Argument<string>("id") { Description = Say.ArgumentIncident };
        var (phase, component) = (Phase(), new Option<string[]>("--component") { Description = Say.OptionAffected, HelpName = "NAME" });
        var command = new Command("draft", Say.HelpStatusDraft) { id, phase, component };
        var connection = new ApiConnection();
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) => connection.RunAsync(
            parsed,
            HttpMethod.Post,
            $"{Path}/drafts",
            new JsonObject
            {
                ["incident"] = parsed.GetValue(id),
                ["phase"] = parsed.GetValue(phase),
                ["components"] = new JsonArray([.. (parsed.GetValue(component) ?? []).Select(static one => (JsonNode)one)]),
            },
            Drafts,
            cancellation));
        return command;
    }

    private static Command CreatePublish()
    {
        var incident = new Option<string?>("--incident") { Description = Say.ArgumentIncident, HelpName = "ID" };
        return Publish(new Command("publish", Say.HelpStatusPublish) { incident }, _ => $"{Path}/notices", (parsed, body) =>
        {
            if (parsed.GetValue(incident) is { } id)
            {
                body["incident"] = id;
            }
        });
    }

    private static Command CreateUpdate()
    {
        var number = new Argument<int>("number") { Description = Say.ArgumentNotice };
        var correction = new Option<bool>("--correction") { Description = Say.OptionCorrection };
        return Publish(
            new Command("update", Say.HelpStatusUpdate) { number, correction },
            parsed => string.Create(CultureInfo.InvariantCulture, $"{Path}/notices/{parsed.GetValue(number)}/updates"),
            (parsed, body) =>
            {
                if (parsed.GetValue(correction))
                {
                    body["isCorrection"] = true;
                }
            });
    }

    /// <summary>What every publication says: how far one is, what is affected, the words, and when the next update comes.</summary>
    private static Command Publish(Command command, Func<ParseResult, string> path, Action<ParseResult, JsonObject> more)
    {
        var phase = Phase();
        var affected = new Option<string[]>("--component") { Description = Say.OptionAffectedHow, HelpName = "NAME=STATE" };
        var words = new Option<string[]>("--words") { Description = Say.OptionStatusWords, HelpName = "LANGUAGE=TEXT", Required = true };
        var next = Moment.Option("--next", Say.OptionNextUpdate);
        foreach (var option in new Option[] { phase, affected, words, next })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            var pairs = (result.GetValue(affected) ?? []).Concat(result.GetValue(words) ?? []);
            foreach (var pair in pairs.Where(static one => !one.Contains('=', StringComparison.Ordinal)))
            {
                result.AddError(Say.PairExpected(pair));
            }
        });
        var connection = new ApiConnection();
        connection.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var body = new JsonObject { ["phase"] = parsed.GetValue(phase), ["words"] = Pairs(parsed.GetValue(words)) };
            if (parsed.GetValue(affected) is { Length: > 0 } components)
            {
                body["components"] = Pairs(components);
            }

            if (parsed.GetValue(next) is { } at)
            {
                body["nextUpdateAt"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            }

            more(parsed, body);
            return connection.RunAsync(parsed, HttpMethod.Post, path(parsed), body, Show, cancellation);
        });
        return command;
    }

    private static Option<string> Phase() => new("--phase")
    {
        Description = Say.OptionPhase,
        HelpName = "PHASE",
        DefaultValueFactory = static _ => "investigating",
    };

    private static JsonObject Pairs(string[]? pairs)
    {
        var all = new JsonObject();
        foreach (var pair in pairs ?? [])
        {
            var parts = pair.Split('=', 2);
            all[parts[0]] = parts[1];
        }

        return all;
    }

    private static void Show(JsonElement page)
    {
        foreach (var component in page.GetProperty("components").EnumerateArray())
        {
            Console.WriteLine($"{ApiConnection.Text(component, "id"),-20} {ApiConnection.Text(component, "state")}");
        }

        foreach (var notice in page.GetProperty("notices").EnumerateArray())
        {
            var late = notice.GetProperty("isLate").GetBoolean() ? $"  {Say.UpdateIsLate}" : "";
            Console.WriteLine();
            Console.WriteLine(
                $"#{notice.GetProperty("number").GetInt32()}  {ApiConnection.Text(notice, "phase")}  "
                + $"{ApiConnection.Text(notice, "incident")}  {ApiConnection.Text(notice, "nextUpdateAt")}{late}");
            foreach (var update in notice.GetProperty("updates").EnumerateArray())
            {
                Console.WriteLine(
                    $"  {ApiConnection.Text(update, "at")}  {ApiConnection.Text(update, "phase")}  {ApiConnection.Text(update, "approvedBy")}");
                Words(update.GetProperty("words"));
            }
        }
    }

    private static void Words(JsonElement words)
    {
        foreach (var language in words.EnumerateObject())
        {
            Console.WriteLine($"    {language.Name}: {CleanText.Line(language.Value.GetString(), 1000)}");
        }
    }

    private static void Drafts(JsonElement drafts)
    {
        foreach (var draft in drafts.GetProperty("drafts").EnumerateArray())
        {
            Console.WriteLine($"{ApiConnection.Text(draft, "audience")}, {ApiConnection.Text(draft, "language")}:");
            Console.WriteLine($"  {CleanText.Line(ApiConnection.Text(draft, "words"), 2000)}");
        }

        Console.WriteLine(Say.NothingPublished);
    }
}
