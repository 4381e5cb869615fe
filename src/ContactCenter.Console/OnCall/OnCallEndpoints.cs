using System.Text.Json.Nodes;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.OnCall;

/// <summary>Who is on call, and taking a shift.</summary>
internal static class OnCallEndpoints
{
    private const string Address = "/on-call";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, static context => PageAsync(context, attempt: null));
        endpoints.MapPost($"{Address}/takeover", TakeOverAsync);
    }

    private static async Task PageAsync(HttpContext context, (Problem Problem, Filled Filled)? attempt)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await OnCallModel.LoadAsync(Show.AnswersOf(context));
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<OnCallPage>(
                context,
                reader with { Address = Address },
                model with { Attempt = attempt },
                attempt?.Problem.Status ?? StatusCodes.Status200OK));
    }

    private static async Task TakeOverAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var (reader, answers) = (Show.ReaderOf(context), Show.AnswersOf(context));
        var begin = filled.Time("from", reader.Zone);
        if (filled.Time("until", reader.Zone) is not { } until || (begin is null && filled.Text("from") is not null))
        {
            await PageAsync(context, (new Problem(StatusCodes.Status422UnprocessableEntity, Say.ProblemInvalid, Say.TimeWrong), filled));
            return;
        }

        var body = new JsonObject
        {
            ["type"] = "takeover",
            ["schedule"] = filled.Text("schedule"),
            ["participant"] = filled.Text("participant"),
            ["reason"] = filled.Text("reason") ?? "",
            ["until"] = Answers.Time(until),
        };
        if (begin is { } from)
        {
            body["from"] = Answers.Time(from);
        }

        var (act, problem) = await answers.ActAsync("/settings", body, ConsoleJson.Default.SettingAct, filled.Key);
        if (act is null)
        {
            await PageAsync(context, (problem!, filled));
            return;
        }

        Show.Back(context, Address, Flash.Good(Say.Saved) with { Undo = act.Id });
    }
}
