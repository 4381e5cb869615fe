using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Remediations;

/// <summary>What repairs hold, wait for, cost and save.</summary>
internal static class RemediationEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/repairs", PageAsync);

    private static async Task PageAsync(HttpContext context)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await RemediationsModel.LoadAsync(Show.AnswersOf(context), context.Request.Query["month"], reader.Now);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<RemediationsPage>(context, reader, model));
    }
}
