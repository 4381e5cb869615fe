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
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/audit", PageAsync);

    private static async Task PageAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (model, problem) = await AuditModel.LoadAsync(Show.AnswersOf(context), query["kind"], query["after"]);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<AuditPage>(context, Show.ReaderOf(context), model));
    }
}
