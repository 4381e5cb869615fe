using System.Globalization;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Deployment;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Contacts.SelfService;

/// <summary>What a flow is told about a question, and about whether an answer has helped. Pure.</summary>
public static class SelfServiceAnswer
{
    /// <summary>Says who asks, as a parameter of the block.</summary>
    public const string Asker = "asker";

    /// <summary>An agent does.</summary>
    public const string Agent = "agent";

    private const string Hook = "AnswerQuestion";

    /// <summary>Ways to say yes or no: typed, pressed, or said to a bot.</summary>
    private static readonly string[] Yes = ["yes", "y", "true", "1", "ja"];
    private static readonly string[] No = ["no", "n", "false", "2", "nein"];

    /// <summary>What is answered when nothing else can be: an agent. It names every key.</summary>
    public static HookAnswer Prepared { get; } = Answer("default", 0, [], null) with { IsDefault = true };

    /// <summary>What is answered where no articles are configured: an agent too.</summary>
    public static HookAnswer Off { get; } = Answer("not_configured", 0, [], null);

    /// <summary>The answer to a question, as this contact gets it, or null: the base is not sure.</summary>
    /// <param name="question">The question.</param>
    /// <param name="request">Who asks.</param>
    /// <param name="knowledge">The base.</param>
    /// <param name="minimumConfidence">From which confidence an article is the answer, 0 to 1.</param>
    public static string? Sure(string question, FlowRequest request, KnowledgeBase knowledge, double minimumConfidence)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(knowledge);
        var result = knowledge.Ask(question, SpokenLanguage.Of(request));
        return result.Confidence >= minimumConfidence && result.Articles is [var first, ..] ? Text(first, request.Channel) : null;
    }

    /// <summary>
    /// Answers a request: with <c>helped</c> as a parameter of the block it says whether <c>article</c> has helped, else it is a question,
    /// which is found where <see cref="ContactWords"/> finds words. With <c>asker</c> = <c>agent</c> an agent looks something up, which is
    /// no self-service and is not counted as such.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="knowledge">The base.</param>
    /// <param name="minimumConfidence">From which confidence an article is the answer, 0 to 1.</param>
    /// <param name="encoder">Knows what English means; null: nobody does, and words are all.</param>
    public static HookAnswer To(
        FlowRequest request, KnowledgeBase knowledge, double minimumConfidence, SentenceEncoder? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(knowledge);
        if (request.Parameters.GetValueOrDefault("helped")?.Trim() is { Length: > 0 } helped && helped != FlowValue.None)
        {
            return Helped(helped, knowledge.Find(request.Find("article")));
        }

        var question = ContactWords.Of(request).Words;
        if (string.IsNullOrWhiteSpace(question))
        {
            return Answer("no_text", 0, [], null);
        }

        var result = knowledge.Ask(question, SpokenLanguage.Of(request), encoder);
        var isSure = result.Confidence >= minimumConfidence && result.Articles.Count > 0;
        var spoken = isSure ? Text(result.Articles[0], request.Channel) : null;
        var answer = Answer(isSure ? "ok" : "unsure", result.Confidence, result.Articles, spoken);
        return request.Parameters.GetValueOrDefault(Asker) == Agent ? answer : answer with
        {
            Metrics =
            [
                new HookMetric(OwnMetricNames.SelfServiceQuestions, "Count", 1, OwnMetricNames.Hook, Hook),
                new HookMetric(OwnMetricNames.SelfServiceAnswers, "Count", isSure ? 1 : 0, OwnMetricNames.Hook, Hook),
                .. isSure
                    ? [new HookMetric(OwnMetricNames.SelfServiceAnswers, "Count", 1, "Article", result.Articles[0].Id)]
                    : Array.Empty<HookMetric>(),
            ],
        };
    }

    private static string Text(Article article, string? channel) => channel == "VOICE" ? article.Spoken ?? article.Answer : article.Answer;

    private static HookAnswer Helped(string helped, Article? article)
    {
        var said = Yes.Contains(helped, StringComparer.OrdinalIgnoreCase)
            ? "helped"
            : No.Contains(helped, StringComparer.OrdinalIgnoreCase) ? "not_helped" : "unclear";
        double share = said == "helped" ? 100 : 0;
        return Answer(said, 0, article is null ? [] : [article], null) with
        {
            Metrics = said == "unclear" ? [] :
            [
                new HookMetric("SelfServiceHelped", "Percent", share, OwnMetricNames.Hook, Hook),
                new HookMetric(OwnMetricNames.SelfServiceDeflections, "Count", share / 100, OwnMetricNames.Hook, Hook),
                .. article is null
                    ? Array.Empty<HookMetric>()
                    : [new HookMetric("SelfServiceHelped", "Percent", share, "Article", article.Id)],
            ],
        };
    }

    private static HookAnswer Answer(string status, double confidence, IReadOnlyList<Article> articles, string? text)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["status"] = status,
            ["confidence"] = confidence.ToString("0.000", CultureInfo.InvariantCulture),
            ["topic"] = articles.Count == 0 ? null : articles[0].Topic,
        };
        for (var i = 0; i < KnowledgeBase.ArticlesInAnswer; i++)
        {
            values[$"article{i + 1}"] = articles.ElementAtOrDefault(i)?.Id;
            values[$"title{i + 1}"] = articles.ElementAtOrDefault(i)?.Title;
        }

        return new HookAnswer
        {
            Decision = status,
            Values = values,
            Sentences = new Dictionary<string, string?>(StringComparer.Ordinal) { ["answer"] = text },
            Reasons = articles.Count == 0
                ? []
                : [string.Create(CultureInfo.InvariantCulture, $"article {articles[0].Id}, {confidence:0.00} sure")],
        };
    }
}
