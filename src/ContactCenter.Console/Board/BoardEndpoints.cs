using System.Text.Json.Nodes;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Board;

/// <summary>The board.</summary>
internal static class BoardEndpoints
{
    /// <summary>More than these nobody acts on at once: their form would not fit.</summary>
    public const int MaximumAtOnce = 200;

    private const int MaximumIds = 8000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", PageAsync);
        endpoints.MapGet("/live", LiveAsync);
        endpoints.MapPost("/act", ActAsync);
    }

    private static async Task PageAsync(HttpContext context)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await BoardModel.LoadAsync(
            Show.AnswersOf(context), BoardFilter.Of(context.Request.Query), reader.Caller.Name, reader.Now);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<BoardPage>(context, reader, model));
    }

    private static async Task LiveAsync(HttpContext context)
    {
        var (answers, caller) = (Show.AnswersOf(context), Guard.CallerOf(context));
        var now = ((ConsoleHost)context.RequestServices.GetService(typeof(ConsoleHost))!).Clock.GetUtcNow();
        var (model, problem) = await BoardModel.LoadAsync(answers, BoardFilter.Of(context.Request.Query), caller.Name, now);
        if (model is null)
        {
            context.Response.StatusCode = problem!.Status;
            return;
        }

        await Show.LiveAsync<BoardLive>(context, answers, _ => model);
    }

    /// <summary>
    /// One act on everything that the list had when it was seen. What came since is left alone and told; so is what does not fit any
    /// more, each with its reason.
    /// </summary>
    private static async Task ActAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        string[] seen =
        [
            .. (filled.Text("ids", MaximumIds) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)
                .Take(MaximumAtOnce),
        ];
        var answers = Show.AnswersOf(context);
        var reader = Show.ReaderOf(context);
        var (path, body) = filled.Text("act") switch
        {
            "acknowledge" => ("acknowledge", new JsonObject()),
            "snooze" => ("snooze", new JsonObject { ["until"] = Answers.Time(reader.Now + Pause) }),
            _ => (null, null),
        };
        if (path is null || seen.Length == 0)
        {
            Show.Back(context, filled.Return, new Flash(Say.NothingChosen, [], IsBad: true));
            return;
        }

        var (done, refused) = (0, new List<string>());
        foreach (var id in seen)
        {
            var (_, problem) = await answers.ActAsync(
                $"/incidents/{Answers.Part(id)}/{path}", (JsonObject)body!.DeepClone(), ConsoleJson.Default.IncidentDetails,
                $"{filled.Key}-{done + refused.Count}");
            if (problem is null)
            {
                done++;
            }
            else
            {
                refused.Add(Say.NotDone(id, problem.Detail));
            }
        }

        Show.Back(context, filled.Return, new Flash(Say.DoneOf($"{done}", $"{seen.Length}"), refused, IsBad: refused.Count > 0));
    }
}
