using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Audit;

/// <summary>Who decided what, when and why; undoing it stands on the same page.</summary>
internal static class AuditEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/audit", PageAsync);
        endpoints.MapGet("/audit/trail", TrailAsync);
    }

    /// <summary>What is wrong with what was asked stands on the page, with what was asked still in the form.</summary>
    private static async Task TrailAsync(HttpContext context)
    {
        var reader = Show.ReaderOf(context);
        var model = await TrailModel.LoadAsync(Show.AnswersOf(context), TrailFilter.Of(context.Request.Query), reader.Zone);
        await Show.PageAsync<TrailPage>(context, reader, model, model.Problem?.Status ?? StatusCodes.Status200OK);
    }

    private static async Task PageAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (model, problem) = await AuditModel.LoadAsync(Show.AnswersOf(context), query["kind"], query["after"]);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<AuditPage>(context, Show.ReaderOf(context), model));
    }
}
