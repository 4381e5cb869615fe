using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api.Status;
using ContactCenter.Core.Notifications.Status;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.StatusPage;

/// <summary>The status page for the business: drafted, approved and published, and told more of until it is over.</summary>
internal static class StatusPageEndpoints
{
    private const string Address = "/status-page";

    /// <summary>Before the name of a component, in the form.</summary>
    public const string ComponentField = "component-";

    /// <summary>Before a language, in the form.</summary>
    public const string WordsField = "words-";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, static context => PageAsync(context, filled: null, problem: null));
        endpoints.MapPost(Address, PublishAsync);
        endpoints.MapPost($"{Address}/render", RenderAsync);
    }

    private static async Task PageAsync(HttpContext context, Filled? filled, Problem? problem)
    {
        var answers = Show.AnswersOf(context);
        var (view, refused) = await answers.GetAsync("/status", ConsoleJson.Default.StatusView);
        if (view is null && refused!.Status != StatusCodes.Status404NotFound)
        {
            await ProblemAnswer.ShowAsync(context, refused);
            return;
        }

        var model = new StatusPageModel { View = view, Filled = filled, Problem = problem };
        if (view is not null && filled is null)
        {
            model = await DraftedAsync(answers, model, context.Request.Query);
        }

        await Show.PageAsync<StatusPageRoom>(
            context, Show.ReaderOf(context) with { Address = Address }, model, model.Problem?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>With the words about the incident that the address names.</summary>
    private static async Task<StatusPageModel> DraftedAsync(Answers answers, StatusPageModel model, IQueryCollection query)
    {
        var incident = query["incident"].ToString().Trim();
        if (incident.Length == 0)
        {
            return model;
        }

        var phase = Enum.TryParse<NoticePhase>(query["phase"], ignoreCase: true, out var told) && Enum.IsDefined(told) ? told : default;
        var body = new JsonObject { ["incident"] = incident, ["phase"] = Wire(phase) };
        var (draft, problem) = await answers.ActAsync("/status/drafts", body, ConsoleJson.Default.DraftList, key: null);
        return model with { Incident = incident, Phase = phase, Draft = draft, Problem = problem };
    }

    private static async Task PublishAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var answers = Show.AnswersOf(context);
        var (view, problem) = await answers.GetAsync("/status", ConsoleJson.Default.StatusView);
        if (view is not null)
        {
            var number = filled.Text("number", most: 6);
            var path = number is null ? "/status/notices" : $"/status/notices/{Answers.Part(number)}/updates";
            (_, problem) = await answers.ActAsync(
                path, Body(filled, view, Show.ReaderOf(context)), ConsoleJson.Default.StatusView, filled.Key);
        }

        if (problem is null)
        {
            Show.Back(context, Address, Flash.Good(Say.StatusPublished));
            return;
        }

        await PageAsync(context, filled, problem);
    }

    private static async Task RenderAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var (_, problem) = await Show.AnswersOf(context).ActAsync("/status/render", [], ConsoleJson.Default.StatusView, filled.Key);
        Show.Back(context, Address, problem is null ? Flash.Good(Say.StatusRendered) : Flash.Bad(problem));
    }

    private static JsonObject Body(Filled filled, StatusView view, PageReader reader)
    {
        var body = new JsonObject
        {
            ["phase"] = filled.Text("phase") ?? Wire(NoticePhase.Investigating),
            ["words"] = Pairs(view.Languages, WordsField),
        };
        if (Pairs(view.Components.Select(static one => one.Id), ComponentField) is { Count: > 0 } components)
        {
            body["components"] = components;
        }

        if (filled.Text("incident") is { } incident)
        {
            body["incident"] = incident;
        }

        if (filled.Time("next", reader.Zone) is { } next)
        {
            body["nextUpdateAt"] = Answers.Time(next);
        }

        if (filled.Text("correction") is not null)
        {
            body["isCorrection"] = true;
        }

        return body;

        JsonObject Pairs(IEnumerable<string> names, string field) => new(names
            .Select(name => KeyValuePair.Create(name, filled.Text($"{field}{name}")))
            .Where(static pair => pair.Value is not null)
            .Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
    }

    /// <summary>As the API writes it.</summary>
    public static string Wire<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
