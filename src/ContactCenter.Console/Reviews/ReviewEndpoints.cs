using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api.Reviews;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Reviews;

/// <summary>Reviews: their list, one of them with what people write, and its export.</summary>
internal static class ReviewEndpoints
{
    private const int MaximumShort = 200;

    /// <summary>Serves them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reviews", ListAsync);
        endpoints.MapGet("/reviews/{id}", PageAsync);
        endpoints.MapGet("/reviews/{id}/{file}", ExportAsync);
        endpoints.MapPost("/reviews/{id}", WriteAsync);
    }

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static async Task ListAsync(HttpContext context)
    {
        var (list, problem) = await Show.AnswersOf(context).GetAsync("/reviews", ConsoleJson.Default.ReviewList);
        await (list is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<ReviewListPage>(context, Show.ReaderOf(context), list));
    }

    private static async Task PageAsync(HttpContext context)
    {
        var (model, problem) = await ReviewModel.LoadAsync(Show.AnswersOf(context), IdOf(context));
        await (model is null
            ? ProblemAnswer.ShowAsync(context, problem!)
            : Show.PageAsync<ReviewPage>(context, Show.ReaderOf(context), model));
    }

    /// <summary>A file of its own to hand on; it is kept, never shown here, so that no page of ours has styles of its own.</summary>
    private static async Task ExportAsync(HttpContext context)
    {
        var file = (string)context.GetRouteValue("file")!;
        var (model, problem) = await ReviewModel.LoadAsync(Show.AnswersOf(context), IdOf(context));
        if (model is null || file is not ("review.md" or "review.html"))
        {
            await ProblemAnswer.ShowAsync(
                context, problem ?? new Problem(StatusCodes.Status404NotFound, Say.ProblemUnknown, Say.NoSuchPage));
            return;
        }

        var paper = model.Paper(Show.ReaderOf(context));
        var isHtml = file.EndsWith("html", StringComparison.Ordinal);
        context.Response.ContentType = isHtml ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        await context.Response.WriteAsync(
            isHtml ? HtmlFormat.Of(paper) : MarkdownFormat.Of(paper), Encoding.UTF8, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        var (answers, id) = (Show.AnswersOf(context), IdOf(context));
        var words = Read(filled);
        var state = Enum.TryParse<ReviewState>(filled.Text("state"), out var told) && Enum.IsDefined(told) ? told : ReviewState.InReview;
        var body = (JsonObject)JsonSerializer.SerializeToNode(new ReviewBody(state, words), ReviewJson.Default.ReviewBody)!;
        var (_, problem) = await answers.ActAsync(
            $"/reviews/{Answers.Part(id)}", body, ConsoleJson.Default.ReviewAnswer, filled.Key, filled.Text("seen"), "PUT");
        if (problem is null)
        {
            Show.Back(context, $"/reviews/{Answers.Part(id)}", Flash.Good(Say.ReviewSaved));
            return;
        }

        var (model, gone) = await ReviewModel.LoadAsync(answers, id);
        await (model is null
            ? ProblemAnswer.ShowAsync(context, gone!)
            : Show.PageAsync<ReviewPage>(
                context, Show.ReaderOf(context), model with { Words = words, State = state, Problem = problem }, problem.Status));
    }

    private static ReviewWords Read(Filled filled) => new()
    {
        Summary = filled.Text("summary"),
        Surprise = filled.Text("surprise"),
        Well = filled.Text("well"),
        Lucky = filled.Text("lucky"),
        Whys = filled.Text("whys"),
        Cause = filled.Text("cause", MaximumShort),
        Factors =
        [
            .. Rows("factor", filled).Select(row => new WrittenFactor(
                filled.Text($"factor{row}")!, Chosen(filled.Text($"known{row}"), KnownBy.Person))),
        ],
        Actions =
        [
            .. Rows("action", filled).Select(row => new ActionItem(
                filled.Text($"action{row}")!,
                Chosen(filled.Text($"type{row}"), ActionType.PreventFuture),
                filled.Text($"owner{row}", MaximumShort),
                DateOnly.TryParseExact(
                    filled.Text($"due{row}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null,
                filled.Text($"verified{row}", MaximumShort),
                Chosen(filled.Text($"stand{row}"), ActionState.Open),
                filled.Text($"reason{row}", MaximumShort))),
        ],
    };

    private static IEnumerable<int> Rows(string name, Filled filled) =>
        Enumerable.Range(0, ReviewWords.MaximumEntries).Where(row => filled.Text($"{name}{row}") is not null);

    private static T Chosen<T>(string? text, T usual)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : usual;
}
