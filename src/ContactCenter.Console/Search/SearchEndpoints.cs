using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Search;

/// <summary>Finds incidents, settings, alarms and pages by words.</summary>
internal static class SearchEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/search", PageAsync);

    private static async Task PageAsync(HttpContext context)
    {
        var reader = Show.ReaderOf(context);
        var model = await SearchModel.LoadAsync(Show.AnswersOf(context), context.Request.Query["text"], reader.Now);
        await Show.PageAsync<SearchPage>(context, reader, model);
    }
}
