using System.Text.Json.Nodes;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Contacts;

/// <summary>What happened in the queues over four weeks, and what contacts were about.</summary>
internal static class ContactEndpoints
{
    private const string Topics = "/contacts/topics";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/contacts", PageAsync);
        endpoints.MapGet(Topics, TopicsAsync);
        endpoints.MapPost("/contacts/unsure/{id}", CorrectAsync);
    }

    private static async Task TopicsAsync(HttpContext context)
    {
        var reader = Show.ReaderOf(context);
        var (model, problem) = await TopicsModel.LoadAsync(Show.AnswersOf(context), reader.MayAct, reader.Now);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<TopicsPage>(context, reader, model));
    }

    private static async Task CorrectAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var id = (string)context.GetRouteValue("id")!;
        var topic = filled.Text("likely") ?? filled.Text("topic") ?? "";
        var (corrected, problem) = await Show.AnswersOf(context).ActAsync(
            $"/contacts/unsure/{Answers.Part(id)}",
            new JsonObject { ["topic"] = topic },
            ConsoleJson.Default.CorrectedContact,
            filled.Key);
        Show.Back(context, Topics, problem is null ? Flash.Good(Say.UnsureSaved(Words.OfTopic(corrected!.Topic))) : Flash.Bad(problem));
    }

    private static async Task PageAsync(HttpContext context)
    {
        var (reader, query) = (Show.ReaderOf(context), context.Request.Query);
        var (model, problem) = await ContactsModel.LoadAsync(Show.AnswersOf(context), query["queue"], query["channel"], reader.Now);
        await (model is null ? ProblemAnswer.ShowAsync(context, problem!) : Show.PageAsync<ContactsPage>(context, reader, model));
    }
}
