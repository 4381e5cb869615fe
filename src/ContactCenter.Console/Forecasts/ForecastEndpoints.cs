using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Forecasts;

/// <summary>What is expected of a queue, and whether those who are scheduled will do.</summary>
internal static class ForecastEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/forecast", PageAsync);

    private static async Task PageAsync(HttpContext context)
    {
        var (reader, query) = (Show.ReaderOf(context), context.Request.Query);
        var (model, problem) = await ForecastModel.LoadAsync(Show.AnswersOf(context), query["queue"], query["channel"]);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<ForecastPage>(context, reader, model));
    }
}
