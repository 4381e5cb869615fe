using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Trends;

/// <summary>How the center went over weeks, and which limits it comes near.</summary>
internal static class TrendEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/trends", PageAsync);

    private static async Task PageAsync(HttpContext context)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await TrendsModel.LoadAsync(Show.AnswersOf(context), context.Request.Query["weeks"]);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<TrendsPage>(context, reader, model));
    }
}
