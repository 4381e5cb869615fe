using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Api.Knowledge;

/// <summary>
/// Articles that answer customers: edited as drafts by whoever is on duty, and published by an administrator, because it is what customers
/// hear.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="desk">Keeps them; asked for when it is needed.</param>
public sealed class KnowledgeRoutes(ContactCenterConfiguration file, Func<ArticleDesk> desk) : IApiRoutes
{
    private const int MaximumPage = 200;
    private const int MaximumQuestion = 1000;

    private readonly Lazy<ArticleDesk> _desk = new(desk);

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/knowledge", ApiRole.Viewer, "Where editing and building of articles stand.", KnowledgeApiJson.Default.KnowledgeView,
            (call, cancellationToken) => Edited(book => ShowAsync(book, cancellationToken), cancellationToken)),
        ApiRoute.Get(
            "/knowledge/articles", ApiRole.Viewer, "Articles by their ids, as they are edited.", KnowledgeApiJson.Default.ArticlePage,
            (call, cancellationToken) => Edited(book => ValueTask.FromResult(List(book, call)), cancellationToken)) with
        {
            Query = new Dictionary<string, string>
            {
                ["text"] = "Only those with these words in id, title, a question or the answer.",
                ["state"] = "Only published, changed or draft.",
                ["limit"] = $"How many, 1 to {MaximumPage}; 50 where nothing is said.",
                ["after"] = "The next of the page before.",
            },
        },
        ApiRoute.Get(
            "/knowledge/published", ApiRole.Viewer, "What is published, as a list that selfService.articles takes.",
            KnowledgeApiJson.Default.ArticleList,
            (call, cancellationToken) => Edited(
                book => ValueTask.FromResult(
                    ApiAnswer.Of<IReadOnlyList<Article>>([.. book.Published], KnowledgeApiJson.Default.ArticleList)),
                cancellationToken)),
        ApiRoute.Get(
            "/knowledge/articles/{id}", ApiRole.Viewer, "An article as it is edited, and as customers are answered with it.",
            KnowledgeApiJson.Default.ArticleView,
            (call, cancellationToken) => Edited(
                book => ValueTask.FromResult(book.Articles.GetValueOrDefault(call.Path["id"]) is { } known ? Answer(known) : Unknown),
                cancellationToken)) with
        {
            IsVersioned = true,
        },
        ApiRoute.Put(
            "/knowledge/articles/{id}", ApiRole.Responder, "Writes another draft, or a new article; customers hear nothing of it.",
            KnowledgeApiJson.Default.ArticleBody, KnowledgeApiJson.Default.ArticleView,
            (call, body, cancellationToken) => ActAsync(
                call, body.Reason, (book, by) => ArticleActs.Write(book, ArticleOf(call.Path["id"], body), by, call.Now),
                cancellationToken)) with
        {
            IsVersioned = true,
        },
        Act(
            "/knowledge/articles/{id}/publish", ApiRole.Administrator,
            "Lets customers be answered with the draft, as soon as the base is built.",
            static (book, id, by, now) => ArticleActs.Publish(book, id, by, now)),
        Act(
            "/knowledge/articles/{id}/withdraw", ApiRole.Administrator, "Lets customers no longer be answered with an article.",
            static (book, id, by, now) => ArticleActs.Withdraw(book, id, by, now)),
        Act(
            "/knowledge/articles/{id}/adopt", ApiRole.Responder, "Makes what the deployment brings the draft.",
            (book, id, by, now) => _desk.Value.Deployed.FirstOrDefault(article => article.Id == id) is { } article
                ? ArticleActs.Adopt(book, article, by, now)
                : new ArticleOutcome(book, null, ArticleRefusal.Missing)),
        ApiRoute.Get(
            "/knowledge/articles/{id}/versions", ApiRole.Viewer, "The last versions of an article, the newest first.",
            KnowledgeApiJson.Default.ArticleVersions,
            (call, cancellationToken) => Edited(book => VersionsAsync(book, call, cancellationToken), cancellationToken)),
        ApiRoute.Post(
            "/knowledge/articles/{id}/versions/{version}/restore", ApiRole.Responder, "Makes an earlier version the draft again.",
            KnowledgeApiJson.Default.ArticleReasonBody, KnowledgeApiJson.Default.ArticleView,
            (call, body, cancellationToken) => Edited(book => RestoreAsync(book, call, body, cancellationToken), cancellationToken)) with
        {
            IsVersioned = true,
        },
        ApiRoute.Get(
            "/knowledge/acts", ApiRole.Viewer, "Who did what to articles, when and why, the newest first.",
            KnowledgeApiJson.Default.ArticleActList,
            (call, cancellationToken) => Edited(book => ActsAsync(book, call, cancellationToken), cancellationToken)) with
        {
            Query = new Dictionary<string, string>
            {
                ["limit"] = $"How many, 1 to {ArticleDesk.MaximumActs}; 20 where nothing is said.",
            },
        },
        ApiRoute.Post(
            "/knowledge/preview", ApiRole.Viewer, "What the drafts would answer to a question, and what is published; changes nothing.",
            KnowledgeApiJson.Default.PreviewBody, KnowledgeApiJson.Default.PreviewView,
            (call, body, cancellationToken) => Edited(book => PreviewAsync(book, body, cancellationToken), cancellationToken)) with
        {
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private static ApiAnswer Unknown => ApiAnswer.Of(ApiProblem.NotFound, Replies.ArticleUnknown);

    private ApiRoute Act(
        string path, ApiRole role, string summary, Func<ArticleBook, string, ArticleAuthor, DateTimeOffset, ArticleOutcome> decide) =>
        ApiRoute.Post(
            path, role, summary, KnowledgeApiJson.Default.ArticleReasonBody, KnowledgeApiJson.Default.ArticleView,
            (call, body, cancellationToken) => ActAsync(
                call, body.Reason, (book, by) => decide(book, call.Path["id"], by, call.Now), cancellationToken)) with
        {
            IsVersioned = true,
        };

    private async ValueTask<ApiAnswer> Edited(Func<ArticleBook, ValueTask<ApiAnswer>> answer, CancellationToken cancellationToken) =>
        file.SelfService.Editing ? await answer(await _desk.Value.ReadAsync(cancellationToken)) : NotEdited;

    private static ApiAnswer NotEdited => ApiAnswer.Of(ApiProblem.NotFound, Replies.ArticlesNotEdited);

    private async ValueTask<ApiAnswer> ShowAsync(ArticleBook book, CancellationToken cancellationToken)
    {
        var built = await _desk.Value.BuiltAsync(cancellationToken);
        return ApiAnswer.Of(
            new KnowledgeView
            {
                Articles = book.Articles.Count,
                Published = book.Published.Count(),
                IsBuilt = built.Publication >= book.Publication,
                BuiltAt = built.At,
                Problems = built.Problems,
                MinimumConfidence = file.SelfService.MinimumConfidence,
                Deployed =
                [
                    .. _desk.Value.Differing(book).Select(article => new ArticleHead(
                        article.Id, article.Language, article.Title,
                        book.Articles.ContainsKey(article.Id) ? ArticleState.Changed : ArticleState.Draft, 0)),
                ],
            },
            KnowledgeApiJson.Default.KnowledgeView);
    }

    private static ApiAnswer List(ArticleBook book, ApiCall call)
    {
        var text = call.Query("text")?.Trim() ?? "";
        var state = Enum.TryParse<ArticleState>(call.Query("state"), ignoreCase: true, out var told) && Enum.IsDefined(told)
            ? told
            : (ArticleState?)null;
        KnownArticle[] found =
        [
            .. book.Articles.Values.Where(article =>
                (state is null || ArticleHead.StateOf(article) == state) && (text.Length == 0 || Has(article.Draft, text))),
        ];
        var after = call.Query("after");
        ArticleHead[] page =
        [
            .. found.Where(article => after is null || string.CompareOrdinal(article.Draft.Id, after) > 0)
                .Take(call.Limit(most: MaximumPage) + 1).Select(ArticleHead.Of),
        ];
        var isLast = page.Length <= call.Limit(most: MaximumPage);
        return ApiAnswer.Of(
            new ArticlePage(isLast ? page : page[..^1], found.Length, isLast ? null : page[^2].Id), KnowledgeApiJson.Default.ArticlePage);
    }

    private static bool Has(Article article, string text) => article.Questions.Concat([article.Id, article.Title, article.Answer])
        .Any(said => said.Contains(text, StringComparison.OrdinalIgnoreCase));

    private async ValueTask<ApiAnswer> VersionsAsync(ArticleBook book, ApiCall call, CancellationToken cancellationToken) =>
        book.Articles.GetValueOrDefault(call.Path["id"]) is { } known
            ? ApiAnswer.Of(
                new ArticleVersions(
                [
                    .. (await _desk.Value.VersionsAsync(book, known, cancellationToken)).Select(static one => new ArticleVersionView(
                        one.Version, one.Content, one.Act?.Author, one.Act?.At, one.Act?.Reason, one.Act?.Restores)),
                ]),
                KnowledgeApiJson.Default.ArticleVersions)
            : Unknown;

    private async ValueTask<ApiAnswer> ActsAsync(ArticleBook book, ApiCall call, CancellationToken cancellationToken)
    {
        var acts = await _desk.Value.ActsAsync(book, call.Limit(usual: 20, most: ArticleDesk.MaximumActs), cancellationToken);
        return ApiAnswer.Of(
            new ArticleActList(
            [
                .. acts.Select(static act => new ArticleActView(
                    act.Number, act.At, act.Author, act.Verb, act.Article, act.Version, act.Reason, act.Before, act.After)),
            ]),
            KnowledgeApiJson.Default.ArticleActList);
    }

    /// <summary>What a version says never changes, so it is looked up once, before the race about the draft.</summary>
    private async ValueTask<ApiAnswer> RestoreAsync(
        ArticleBook book, ApiCall call, ArticleReasonBody body, CancellationToken cancellationToken)
    {
        var id = call.Path["id"];
        if (book.Articles.GetValueOrDefault(id) is not { } known
            || !int.TryParse(call.Path["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return Unknown;
        }

        var versions = await _desk.Value.VersionsAsync(book, known, cancellationToken);
        var content = versions.FirstOrDefault(one => one.Version == version)?.Content;
        return await ActAsync(
            call, body.Reason, (now, by) => ArticleActs.Restore(now, id, version, content, by, call.Now), cancellationToken);
    }

    private async ValueTask<ApiAnswer> PreviewAsync(ArticleBook book, PreviewBody body, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Question) || body.Question.Length > MaximumQuestion)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.ArticleQuestionLength($"{MaximumQuestion}"));
        }

        var calibration = (await _desk.Value.BuiltAsync(cancellationToken)).Calibration ?? _desk.Value.Calibration;
        return ApiAnswer.Of(
            new PreviewView(Asked(book.Drafts), Asked(book.Published)), KnowledgeApiJson.Default.PreviewView);

        PreviewedAnswer Asked(IEnumerable<Article> articles)
        {
            var result = KnowledgeBase.Build(articles, calibration).Ask(body.Question, body.Language);
            var isAnswered = result.Articles.Count > 0 && result.Confidence >= file.SelfService.MinimumConfidence;
            return new PreviewedAnswer(isAnswered, Math.Round(result.Confidence, 3), result.Articles);
        }
    }

    private static Article ArticleOf(string id, ArticleBody body) => new()
    {
        Id = id,
        Language = body.Language,
        Title = body.Title,
        Questions = body.Questions,
        Topic = body.Topic,
        Answer = body.Answer,
        Spoken = body.Spoken,
    };

    private async ValueTask<ApiAnswer> ActAsync(
        ApiCall call, string? reason, Func<ArticleBook, ArticleAuthor, ArticleOutcome> decide, CancellationToken cancellationToken)
    {
        if (!file.SelfService.Editing)
        {
            return NotEdited;
        }

        var by = new ArticleAuthor(call.Caller.Name, reason, call.Seen) { Mark = call.RepeatMark };
        var outcome = await _desk.Value.ActAsync(by, call.Path["id"], book => decide(book, by), cancellationToken);
        return outcome switch
        {
            null => ApiAnswer.Of(ApiProblem.Unavailable, Replies.ManyAct),
            { Refusal: null, Article: { } known } => Answer(known),
            { Refusal: ArticleRefusal.Outdated } => ApiAnswer.Of(ApiProblem.Outdated, Replies.ArticleOutdated),
            { Refusal: ArticleRefusal.Invalid } => ApiAnswer.Of(ApiProblem.Invalid, string.Join('\n', outcome.Problems)),
            { Refusal: ArticleRefusal.Reason } => ApiAnswer.Of(ApiProblem.Invalid, Replies.ArticleReason),
            _ => Unknown,
        };
    }

    private static ApiAnswer Answer(KnownArticle known) => ApiAnswer.Of(ArticleView.Of(known), KnowledgeApiJson.Default.ArticleView) with
    {
        Version = known.Revision.ToString(CultureInfo.InvariantCulture),
    };
}
