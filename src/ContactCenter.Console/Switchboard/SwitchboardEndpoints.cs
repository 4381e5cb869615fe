using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Switchboard;

/// <summary>What customers meet, and how far repairs go: looked at, tried, decided, ended and undone.</summary>
internal static class SwitchboardEndpoints
{
    private const string Address = "/switchboard";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, static context => PageAsync(context, wish: null));
        endpoints.MapPost(Address, DecideAsync);
    }

    private static async Task PageAsync(HttpContext context, Wish? wish)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await SwitchboardModel.LoadAsync(Show.AnswersOf(context));
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<SwitchboardPage>(
                context,
                reader with { Address = Address },
                model with { Wish = wish },
                wish?.Status ?? StatusCodes.Status200OK));
    }

    private static async Task DecideAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        if (await Wish.TakeAsync(context, filled, SwitchForm.Body(filled, Show.ReaderOf(context)), Address) is { } wish)
        {
            await PageAsync(context, wish);
        }
    }
}
