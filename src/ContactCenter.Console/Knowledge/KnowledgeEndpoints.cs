using System.Text.Json.Nodes;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Knowledge;

/// <summary>Articles that answer customers: looked for, tried, edited, published, and brought back to what they were.</summary>
internal static class KnowledgeEndpoints
{
    private const string Address = "/knowledge";
    private const string One = $"{Address}/articles/{{id}}";

    /// <summary>What may be done to an article by one press; each is an act of the API.</summary>
    private static readonly string[] Acts = ["publish", "withdraw", "adopt"];

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, ListAsync);
        endpoints.MapGet($"{Address}/new", static context => NewAsync(context, filled: null, problem: null));
        endpoints.MapPost($"{Address}/new", static context => WriteAsync(context, isNew: true));
        endpoints.MapGet(One, PageAsync);
        endpoints.MapPost(One, static context => WriteAsync(context, isNew: false));
        endpoints.MapPost($"{One}/versions/{{version}}", RestoreAsync);
        endpoints.MapPost($"{One}/{{act}}", ActAsync);
    }

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static async Task ListAsync(HttpContext context)
    {
        var (model, problem) = await KnowledgeModel.LoadAsync(Show.AnswersOf(context), context.Request.Query);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<KnowledgePage>(context, Show.ReaderOf(context), model));
    }

    private static async Task PageAsync(HttpContext context)
    {
        var (model, problem) = await ArticleModel.LoadAsync(
            Show.AnswersOf(context), IdOf(context), context.Request.Query["question"]);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<ArticlePage>(context, Show.ReaderOf(context), model));
    }

    private static Task NewAsync(HttpContext context, Filled? filled, Problem? problem) => Show.PageAsync<ArticlePage>(
        context,
        Show.ReaderOf(context),
        new ArticleModel { Id = filled?.Text("id", most: 100) ?? "", Filled = filled, Problem = problem },
        problem?.Status ?? StatusCodes.Status200OK);

    private static async Task WriteAsync(HttpContext context, bool isNew)
    {
        var filled = await Filled.ReadAsync(context);
        var (answers, id) = (Show.AnswersOf(context), isNew ? filled.Text("id", most: 100) ?? "" : IdOf(context));
        if (id.Length == 0)
        {
            await NewAsync(context, filled, new(StatusCodes.Status422UnprocessableEntity, Say.ProblemInvalid, Say.ArticleNeedsId));
            return;
        }

        var (_, problem) = await answers.ActAsync(
            $"/knowledge/articles/{Answers.Part(id)}", ArticleModel.Body(filled), ConsoleJson.Default.ArticleView, filled.Key,
            isNew ? "0" : filled.Text("seen"), "PUT");
        if (problem is null)
        {
            Show.Back(context, ArticleModel.AddressOf(id), Flash.Good(Say.ArticleSaved));
            return;
        }

        problem = KnowledgeWords.Spelled(problem);
        if (isNew)
        {
            await NewAsync(
                context, filled,
                problem.Status == StatusCodes.Status412PreconditionFailed ? problem with { Detail = Say.ArticleExists(id) } : problem);
            return;
        }

        var (model, gone) = await ArticleModel.LoadAsync(answers, id);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, gone!)
            : Show.PageAsync<ArticlePage>(
                context,
                Show.ReaderOf(context) with { Address = model.Address },
                model with { Filled = filled, Problem = problem },
                problem.Status));
    }

    private static async Task ActAsync(HttpContext context)
    {
        var act = (string)context.GetRouteValue("act")!;
        if (!Acts.Contains(act))
        {
            await ProblemAnswer.NothingHereAsync(context);
            return;
        }

        await DoAsync(context, act, act switch
        {
            "publish" => Say.ArticleIsPublished,
            "withdraw" => Say.ArticleIsWithdrawn,
            _ => Say.ArticleIsAdopted,
        });
    }

    private static Task RestoreAsync(HttpContext context) => DoAsync(
        context, $"versions/{Answers.Part((string)context.GetRouteValue("version")!)}/restore", Say.ArticleIsRestored);

    private static async Task DoAsync(HttpContext context, string act, string done)
    {
        var filled = await Filled.ReadAsync(context);
        var id = IdOf(context);
        var body = new JsonObject();
        if (filled.Text("reason") is { } reason)
        {
            body["reason"] = reason;
        }

        var (_, problem) = await Show.AnswersOf(context).ActAsync(
            $"/knowledge/articles/{Answers.Part(id)}/{act}", body, ConsoleJson.Default.ArticleView, filled.Key, filled.Text("seen"));
        Show.Back(
            context,
            filled.Return ?? ArticleModel.AddressOf(id),
            problem is null ? Flash.Good(done) : Flash.Bad(KnowledgeWords.Spelled(problem)));
    }
}
