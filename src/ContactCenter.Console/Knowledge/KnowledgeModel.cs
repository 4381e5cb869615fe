using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api.Knowledge;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Texts;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Knowledge;

/// <summary>What the room of articles shows.</summary>
public sealed record KnowledgeModel
{
    /// <summary>Where editing stands; null: articles are not edited here.</summary>
    public KnowledgeView? View { get; init; }

    /// <summary>Words that are looked for.</summary>
    public string Text { get; init; } = "";

    /// <summary>The state that is looked for; null: all.</summary>
    public ArticleState? State { get; init; }

    /// <summary>The articles.</summary>
    public IReadOnlyList<ArticleHead> Articles { get; init; } = [];

    /// <summary>How many there are that fit; more than are shown where there are many.</summary>
    public int Total { get; init; }

    /// <summary>What was done last.</summary>
    public IReadOnlyList<ArticleActView> Acts { get; init; } = [];

    /// <summary>The question that is tried.</summary>
    public TriedQuestion Tried { get; init; } = TriedQuestion.None;

    /// <summary>Asks for it.</summary>
    internal static async Task<(KnowledgeModel? Model, Problem? Problem)> LoadAsync(Answers answers, IQueryCollection query)
    {
        var (view, refused) = await answers.GetAsync("/knowledge", ConsoleJson.Default.KnowledgeView);
        if (view is null)
        {
            return refused!.Status == StatusCodes.Status404NotFound ? (new KnowledgeModel(), null) : (null, refused);
        }

        var text = ListAddress.Text(query["text"]);
        var state = Enum.TryParse<ArticleState>(query["state"], ignoreCase: true, out var told) && Enum.IsDefined(told)
            ? told
            : (ArticleState?)null;
        var (pages, _, problem) = await Answers.AllAsync(
            after => answers.GetAsync(
                "/knowledge/articles", ConsoleJson.Default.ArticlePage, ("text", text), ("state", state?.ToString()), ("limit", "200"),
                ("after", after)),
            static page => page.Next);
        if (problem is not null)
        {
            return (null, problem);
        }

        var (acts, gone) = await answers.GetAsync("/knowledge/acts", ConsoleJson.Default.ArticleActList);
        return acts is null
            ? (null, gone)
            : (new KnowledgeModel
            {
                View = view,
                Text = text,
                State = state,
                Articles = [.. pages.SelectMany(static page => page.Items)],
                Total = pages[0].Total,
                Acts = acts.Items,
                Tried = await TriedQuestion.AskAsync(answers, query["question"]),
            }, null);
    }
}

/// <summary>What one article shows.</summary>
public sealed record ArticleModel
{
    /// <summary>Longest text of a form: questions, one a line.</summary>
    private const int MaximumQuestions = (Article.MaximumQuestions + 1) * (Article.MaximumLine + 2);

    /// <summary>Longer nothing is sent; what is too long for an article is told and not cut.</summary>
    private const int MaximumText = 4 * Article.MaximumAnswer;

    /// <summary>Its id; empty: it is new and has none yet.</summary>
    public required string Id { get; init; }

    /// <summary>The article; null: it is new.</summary>
    public ArticleView? View { get; init; }

    /// <summary>Its versions, the newest first.</summary>
    public IReadOnlyList<ArticleVersionView> Versions { get; init; } = [];

    /// <summary>What somebody has filled in and what was not kept; it stays in its form.</summary>
    public Filled? Filled { get; init; }

    /// <summary>Why it was not kept.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The question that is tried.</summary>
    public TriedQuestion Tried { get; init; } = TriedQuestion.None;

    /// <summary>Whether somebody else has changed it while it was filled in: they see what it is now before they save again.</summary>
    public bool IsNewer => Problem?.Status == StatusCodes.Status412PreconditionFailed;

    /// <summary>What the form says was seen.</summary>
    public string SeenOf(ArticleView view) => (IsNewer ? null : Filled?.Text("seen"))
        ?? view.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where it is, or will be.</summary>
    public string Address => AddressOf(Id);

    /// <summary>What stands in the form.</summary>
    public Article Draft => Filled is { } filled ? Read(filled, Id) : View?.Draft ?? Read(null, Id);

    /// <summary>Where an article is.</summary>
    public static string AddressOf(string id) => $"/knowledge/articles/{Uri.EscapeDataString(id)}";

    /// <summary>Asks for it.</summary>
    internal static async Task<(ArticleModel? Model, Problem? Problem)> LoadAsync(Answers answers, string id, string? question = null)
    {
        var path = $"/knowledge/articles/{Answers.Part(id)}";
        var (view, problem) = await answers.GetAsync(path, ConsoleJson.Default.ArticleView);
        if (view is null)
        {
            return (null, problem);
        }

        var (versions, gone) = await answers.GetAsync($"{path}/versions", ConsoleJson.Default.ArticleVersions);
        return versions is null
            ? (null, gone)
            : (new ArticleModel
            {
                Id = id,
                View = view,
                Versions = versions.Items,
                Tried = await TriedQuestion.AskAsync(answers, question),
            }, null);
    }

    /// <summary>What the form says, as the API reads it.</summary>
    internal static JsonObject Body(Filled filled)
    {
        var said = Read(filled, "");
        var body = new JsonObject
        {
            ["language"] = said.Language,
            ["title"] = said.Title,
            ["questions"] = new JsonArray([.. said.Questions.Select(static question => (JsonNode?)question)]),
            ["answer"] = said.Answer,
        };
        foreach (var (name, value) in new[] { ("topic", said.Topic), ("spoken", said.Spoken), ("reason", filled.Text("reason")) })
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }

        return body;
    }

    private static Article Read(Filled? filled, string id) => new()
    {
        Id = id,
        Language = filled?.Text("language", most: 20) ?? Spoken.Now.Language,
        Title = filled?.Text("title") ?? "",
        Questions = (filled?.Text("questions", MaximumQuestions) ?? "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Topic = filled?.Text("topic"),
        Answer = filled?.Text("answer", MaximumText) ?? "",
        Spoken = filled?.Text("spoken", MaximumText),
    };
}

/// <summary>A question that somebody tries, and what it would be answered.</summary>
/// <param name="Question">The question; empty: none.</param>
/// <param name="Answer">The answer; null: none was asked for, or there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record TriedQuestion(string Question, PreviewView? Answer, Problem? Problem)
{
    private const int MaximumQuestion = 1000;

    /// <summary>None is tried.</summary>
    public static TriedQuestion None { get; } = new("", null, null);

    internal static async Task<TriedQuestion> AskAsync(Answers answers, string? said)
    {
        var question = (said ?? "").Trim() is var text && text.Length <= MaximumQuestion ? text : text[..MaximumQuestion];
        if (question.Length == 0)
        {
            return None;
        }

        var (answer, problem) = await answers.ActAsync(
            "/knowledge/preview", new JsonObject { ["question"] = question }, ConsoleJson.Default.PreviewView, key: null);
        return new(question, answer, problem);
    }
}

/// <summary>What is said of articles, as people call it.</summary>
internal static class KnowledgeWords
{
    private static readonly ConcurrentDictionary<string, Translation> Problems = new(StringComparer.Ordinal);

    /// <summary>Whether customers are answered with it.</summary>
    public static string Of(ArticleState state) => state switch
    {
        ArticleState.Published => Say.ArticlePublished,
        ArticleState.Changed => Say.ArticleChanged,
        _ => Say.ArticleDraft,
    };

    /// <summary>What somebody did.</summary>
    public static string Of(ArticleVerb verb) => verb switch
    {
        ArticleVerb.Written => Say.ArticleWasWritten,
        ArticleVerb.Restored => Say.ArticleWasRestored,
        ArticleVerb.Adopted => Say.ArticleWasAdopted,
        ArticleVerb.Published => Say.ArticleWasPublished,
        _ => Say.ArticleWasWithdrawn,
    };

    /// <summary>A probability as people read it.</summary>
    public static string Percent(double confidence) => string.Create(CultureInfo.InvariantCulture, $"{100 * confidence:0} %");

    /// <summary>What is wrong with articles, each thing in the language of the reader.</summary>
    public static Problem Spelled(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var language = Spoken.Now.Language;
        var table = Problems.GetOrAdd(language, static known => Translation.By(
            known, ProblemsTables.Of(Translation.SourceLanguage), ProblemsTables.Of(known)));
        return problem with { Detail = string.Join("; ", problem.Detail.Split('\n').Select(table.Whole)) };
    }
}
