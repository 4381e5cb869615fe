using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Contacts;

/// <summary>What happened in the queues over four weeks.</summary>
internal static class ContactEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/contacts", PageAsync);

    private static async Task PageAsync(HttpContext context)
    {
        var (reader, query) = (Show.ReaderOf(context), context.Request.Query);
        var (model, problem) = await ContactsModel.LoadAsync(Show.AnswersOf(context), query["queue"], query["channel"], reader.Now);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<ContactsPage>(context, reader, model));
    }
}
