using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Alarms;

/// <summary>The alarms that are deployed, whether they are worth it, and another threshold for one of them.</summary>
internal static class AlarmEndpoints
{
    /// <summary>Names of alarms have slashes, so they are no part of the path.</summary>
    private const string One = "/alarms/one";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alarms", ListAsync);
        endpoints.MapGet("/alarms/advice", AdviceAsync);
        endpoints.MapGet(One, static context => PageAsync(context, context.Request.Query["name"], wish: null));
        endpoints.MapPost(One, DecideAsync);
    }

    /// <summary>The address of an alarm.</summary>
    public static string AddressOf(string name) => $"{One}?name={Uri.EscapeDataString(name)}";

    private static async Task ListAsync(HttpContext context)
    {
        var (model, problem) = await AlarmsModel.LoadAsync(Show.AnswersOf(context), AlarmFilter.Of(context.Request.Query));
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<AlarmsPage>(context, Show.ReaderOf(context), model));
    }

    private static async Task AdviceAsync(HttpContext context)
    {
        var (model, problem) = await AdviceModel.LoadAsync(Show.AnswersOf(context));
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<AdvicePage>(context, Show.ReaderOf(context), model));
    }

    private static async Task PageAsync(HttpContext context, string? name, Wish? wish)
    {
        var (model, problem) = await AlarmModel.LoadAsync(Show.AnswersOf(context), name);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, wish?.Problem ?? problem!)
            : Show.PageAsync<AlarmPage>(
                context,
                Show.ReaderOf(context) with { Address = AddressOf(model.Alarm.Name) },
                model with { Wish = wish, Advised = AlarmModel.ThresholdOf(context.Request.Query["threshold"]) },
                wish?.Status ?? StatusCodes.Status200OK));
    }

    private static async Task DecideAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var (name, body) = (filled.Text("name"), AlarmModel.Body(filled, Show.ReaderOf(context)));
        if (await Wish.TakeAsync(context, filled, body, AddressOf(name ?? "")) is { } wish)
        {
            await PageAsync(context, name, wish);
        }
    }
}
