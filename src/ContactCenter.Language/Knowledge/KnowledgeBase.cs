using ContactCenter.Language.Text;

namespace ContactCenter.Language.Knowledge;

/// <summary>Articles that can be asked.</summary>
public sealed class KnowledgeBase
{
    /// <summary>Articles in an answer.</summary>
    public const int ArticlesInAnswer = 3;

    private readonly Dictionary<string, Article> _byId;

    internal KnowledgeBase(IReadOnlyList<Article> articles, IReadOnlyList<LanguageIndex> indexes, Calibration calibration)
    {
        Articles = articles;
        Indexes = indexes;
        Calibration = calibration;
        _byId = articles.ToDictionary(static article => article.Id, StringComparer.Ordinal);
    }

    /// <summary>The articles.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>How probabilities are made.</summary>
    public Calibration Calibration { get; }

    internal IReadOnlyList<LanguageIndex> Indexes { get; }

    /// <summary>Builds a base of articles that keep the rules of articles; nothing is checked here.</summary>
    /// <exception cref="ArgumentException">Two articles share an id.</exception>
    public static KnowledgeBase Build(IEnumerable<Article> articles)
    {
        Article[] sorted = Sorted(articles);
        return new KnowledgeBase(sorted, Indexed(sorted), CalibrationFit.Fit(sorted));
    }

    /// <summary>The same with a confidence that was learned before, which takes milliseconds where learning it may take seconds.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="calibration">How probabilities are made.</param>
    /// <exception cref="ArgumentException">Two articles share an id.</exception>
    public static KnowledgeBase Build(IEnumerable<Article> articles, Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        Article[] sorted = Sorted(articles);
        return new KnowledgeBase(
            sorted, Indexed(sorted), calibration.Weights.Count == KnowledgeMatch.Signs ? calibration : Calibration.Cautious);
    }

    /// <summary>
    /// The same base with a confidence that is learned from questions of customers, of which people said what is right. With fewer than
    /// forty it stays as it is.
    /// </summary>
    /// <param name="judged">Questions with the id of the right article, or <see cref="KnowledgeEvaluation.NoArticle"/>.</param>
    public KnowledgeBase CalibratedBy(IEnumerable<(string Question, string Article)> judged) =>
        new(Articles, Indexes, CalibrationFit.Fit(this, judged));

    /// <summary>The article of an id, or null.</summary>
    public Article? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The best articles for a question. It never throws, whatever the text.</summary>
    /// <param name="question">What the customer asks.</param>
    /// <param name="language">Language tag of the contact, such as <c>en-US</c>, or null; the words themselves count before it.</param>
    public KnowledgeResult Ask(string question, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        var best = Match(question, language);
        return new KnowledgeResult(Calibration.Probability(best), [.. best.Articles.Select(position => Articles[position])]);
    }

    private static Article[] Sorted(IEnumerable<Article> articles) =>
        [.. articles.OrderBy(static article => article.Id, StringComparer.Ordinal)];

    private static LanguageIndex[] Indexed(Article[] sorted) =>
    [
        .. sorted.Index()
            .GroupBy(static entry => entry.Item.Language, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => IndexBuilder.Build(
                group.Key, [.. group.Select(static entry => entry.Item)], [.. group.Select(static entry => entry.Index)],
                new HashSet<string>())),
    ];

    internal KnowledgeMatch Match(string question, string? language)
    {
        var code = Languages.Guess(question) ?? Languages.Code(language);
        var searched = Indexes.Any(index => index.Language == code) ? Indexes.Where(index => index.Language == code) : Indexes;
        return searched.Select(index => index.Find(question, ArticlesInAnswer)).MaxBy(Calibration.Probability) ?? KnowledgeMatch.Nothing;
    }
}
