using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Incidents;

/// <summary>One incident, and everything that can be done about it.</summary>
internal static class IncidentEndpoints
{
    /// <summary>An alarm may change between looking again and acting; after so many times somebody looks themselves.</summary>
    private const int MaximumTries = 4;

    /// <summary>A week: whoever means longer sets a window.</summary>
    private const int MaximumMinutes = 10_080;

    /// <summary>Acts that change nothing for anybody else: they count whatever has happened since.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "notes", "steps", "roles", "mute" };

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/incidents/{id}", context => PageAsync(context, attempt: null));
        endpoints.MapGet("/incidents/{id}/live", LiveAsync);
        endpoints.MapPost("/incidents/{id}/{act}", ActAsync);
        endpoints.MapPost("/incidents", ReportAsync);
    }

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static Task<(IncidentModel? Model, Problem? Problem)> LoadAsync(HttpContext context, Answers answers) =>
        IncidentModel.LoadAsync(answers, IdOf(context), context.Request.Query["view"]);

    private static async Task PageAsync(HttpContext context, Attempt? attempt)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await LoadAsync(context, Show.AnswersOf(context));
        if (model is null)
        {
            await ProblemAnswer.ShowAsync(context, problem!);
            return;
        }

        reader = attempt is null ? reader : reader with { Address = $"/incidents/{Answers.Part(model.Incident.Id)}" };
        await Show.PageAsync<IncidentPage>(
            context, reader, model with { Attempt = attempt }, attempt?.Problem.Status ?? StatusCodes.Status200OK);
    }

    private static async Task LiveAsync(HttpContext context)
    {
        var answers = Show.AnswersOf(context);
        var (model, problem) = await LoadAsync(context, answers);
        if (model is null)
        {
            context.Response.StatusCode = problem!.Status;
            return;
        }

        await Show.LiveAsync<IncidentLive>(context, answers, _ => model);
    }

    private static async Task ActAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var (reader, answers, id) = (Show.ReaderOf(context), Show.AnswersOf(context), IdOf(context));
        var act = (string)context.GetRouteValue("act")!;
        if (Read(act, filled, reader) is not { } asked)
        {
            await PageAsync(context, new Attempt(act, filled.Text("note"), new Problem(400, Say.ProblemInvalid, Say.FillIn)));
            return;
        }

        var (path, body) = asked;
        var at = $"/incidents/{Answers.Part(id)}/{path}";
        var problem = act == "mute"
            ? (await answers.ActAsync(at, body, ConsoleJson.Default.MuteAnswer, filled.Key)).Problem
            : Harmless.Contains(act)
                ? (await answers.ActAsync(at, body, ConsoleJson.Default.IncidentDetails, filled.Key)).Problem
                : await DecideAsync(answers, id, at, body, filled);
        if (problem is null)
        {
            Show.Back(context, $"/incidents/{Answers.Part(id)}", Flash.Good(Say.ActDone));
            return;
        }

        await PageAsync(context, new Attempt(act, filled.Text("note"), problem));
    }

    /// <summary>
    /// Does it if what the person decided by is still so. The version of an incident also counts up when an alarm changes, which nobody
    /// who acknowledges in a storm could keep up with: then it is looked at again, and done to the newer version.
    /// </summary>
    private static async Task<Problem?> DecideAsync(Answers answers, string id, string at, JsonObject body, Filled filled)
    {
        var (seen, stand) = (filled.Text("seen"), filled.Text("stand"));
        for (var tried = 1; ; tried++)
        {
            // each version is another request to the API; the same form sent twice meets the same version first, and counts once
            var key = $"{filled.Key}-{seen}";
            var (_, problem) = await answers.ActAsync(at, (JsonObject)body.DeepClone(), ConsoleJson.Default.IncidentDetails, key, seen);
            if (problem is not { Status: StatusCodes.Status412PreconditionFailed } || tried == MaximumTries)
            {
                return problem;
            }

            var (now, gone) = await answers.GetAsync($"/incidents/{Answers.Part(id)}", ConsoleJson.Default.IncidentDetails);
            if (now is null)
            {
                return gone;
            }

            if (IncidentModel.StandOf(now) != stand)
            {
                return problem with { Detail = now.AcknowledgedBy is { } by ? Say.MeanwhileTaken(by) : Say.MeanwhileChanged };
            }

            seen = now.Version;
        }
    }

    /// <summary>What is asked of the API; null: a field lacks what it needs, or there is no such act.</summary>
    private static (string Path, JsonObject Body)? Read(string act, Filled filled, PageReader reader)
    {
        var body = new JsonObject();
        if (filled.Text("note") is { } note)
        {
            body["note"] = note;
        }

        switch (act)
        {
            case "acknowledge" or "escalate" or "approve" or "roll-back":
                return (act, body);
            case "notes":
                return body.ContainsKey("note") ? (act, body) : null;
            case "resolve" or "verdict":
                if (filled.Text("verdict") is { } verdict)
                {
                    body["verdict"] = verdict;
                }

                return act == "resolve" || body.ContainsKey("verdict") ? (act, body) : null;
            case "snooze" when Minutes(filled) is { } minutes:
                body["until"] = Answers.Time(reader.Now + minutes);
                return (act, body);
            case "hand-over" when filled.Text("audience") is { } audience:
                body["audience"] = audience;
                return (act, body);
            case "merge" when filled.Text("into") is { } into:
                body["into"] = into;
                return (act, body);
            case "mute" when Minutes(filled) is { } minutes && filled.Text("note") is { } reason:
                return (act, new JsonObject { ["until"] = Answers.Time(reader.Now + minutes), ["reason"] = reason });
            case "roles" when filled.Text("role") is { } role:
                // an empty field takes it oneself; a tick frees it
                body["person"] = filled.Text("free") is not null ? "" : filled.Text("person") ?? reader.Caller.Name;
                return ($"roles/{Answers.Part(role)}", body);
            case "steps" when filled.Text("step") is { } step:
                body["takeBack"] = filled.Text("takeBack") is not null;
                return ($"steps/{Answers.Part(step)}", body);
            default:
                return null;
        }
    }

    private static TimeSpan? Minutes(Filled filled) =>
        int.TryParse(filled.Text("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and <= MaximumMinutes
            ? TimeSpan.FromMinutes(minutes)
            : null;

    private static async Task ReportAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var body = new JsonObject { ["kind"] = "other", ["title"] = filled.Text("title") };
        if (filled.Text("note") is { } text)
        {
            body["text"] = text;
        }

        var (incident, problem) = await Show.AnswersOf(context).ActAsync(
            "/incidents", body, ConsoleJson.Default.IncidentDetails, filled.Key);
        if (incident is null)
        {
            await ProblemAnswer.ShowAsync(context, problem!);
            return;
        }

        Show.Back(context, $"/incidents/{Answers.Part(incident.Id)}", Flash.Good(Say.ActDone));
    }
}
