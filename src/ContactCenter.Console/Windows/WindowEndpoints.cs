using System.Text.Json.Nodes;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Windows;

/// <summary>Windows of planned work and mutes: looked at, tried, saved, ended and undone.</summary>
internal static class WindowEndpoints
{
    private const string Address = "/windows";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, static context => PageAsync(context, wish: null));
        endpoints.MapPost(Address, WantAsync);
        endpoints.MapPost("/settings/{id}/end", EndAsync);
        endpoints.MapPost("/setting-acts/{id}/undo", UndoAsync);
    }

    private static async Task PageAsync(HttpContext context, Wish? wish)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await WindowModel.LoadAsync(Show.AnswersOf(context), context.Request.Query["show"]);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<WindowPage>(
                context,
                reader with { Address = Address },
                model with
                {
                    Wish = wish,
                    Alarm = context.Request.Query["alarm"],
                    Resource = context.Request.Query["resource"],
                },
                wish?.Status ?? StatusCodes.Status200OK));
    }

    private static async Task WantAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        if (await Wish.TakeAsync(context, filled, WindowForm.Body(filled, Show.ReaderOf(context)), Address) is { } wish)
        {
            await PageAsync(context, wish);
        }
    }

    private static async Task EndAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var body = new JsonObject { ["reason"] = filled.Text("reason") ?? "" };
        var (act, problem) = await Show.AnswersOf(context).ActAsync(
            $"/settings/{Answers.Part((string)context.GetRouteValue("id")!)}/end", body, ConsoleJson.Default.SettingAct, filled.Key,
            filled.Text("seen"));
        Show.Back(context, filled.Return, act is null ? Flash.Bad(problem!) : Flash.Good(Say.Ended) with { Undo = act.Id });
    }

    private static async Task UndoAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var body = new JsonObject { ["reason"] = filled.Text("reason") ?? Say.UndoReason };
        var (act, problem) = await Show.AnswersOf(context).ActAsync(
            $"/setting-acts/{Answers.Part((string)context.GetRouteValue("id")!)}/undo", body, ConsoleJson.Default.SettingAct, filled.Key);
        Show.Back(context, filled.Return, act is null ? Flash.Bad(problem!) : Flash.Good(Say.Undone));
    }
}
