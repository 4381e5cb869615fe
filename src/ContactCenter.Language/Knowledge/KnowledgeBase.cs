using ContactCenter.Language.Embedding;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Knowledge;

/// <summary>Articles that can be asked.</summary>
public sealed class KnowledgeBase
{
    /// <summary>Articles in an answer.</summary>
    public const int ArticlesInAnswer = 3;

    private readonly Dictionary<string, Article> _byId;

    internal KnowledgeBase(
        IReadOnlyList<Article> articles, IReadOnlyList<LanguageIndex> indexes, Calibration calibration, ArticleMeanings? meanings = null,
        Calibration? hybrid = null)
    {
        Articles = articles;
        Indexes = indexes;
        Calibration = calibration;
        Meanings = meanings;
        Hybrid = hybrid ?? Calibration.CautiousHybrid;
        _byId = articles.ToDictionary(static article => article.Id, StringComparer.Ordinal);
    }

    /// <summary>The articles.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>How probabilities are made.</summary>
    public Calibration Calibration { get; }

    /// <summary>The encoder with which it was built, which finds articles by what a question means; null: by its words alone.</summary>
    public string? Encoder => Meanings?.Encoder;

    internal IReadOnlyList<LanguageIndex> Indexes { get; }

    internal ArticleMeanings? Meanings { get; }

    /// <summary>How probabilities are made of what words and meaning say.</summary>
    internal Calibration Hybrid { get; }

    /// <summary>Builds a base of articles that keep the rules of articles; nothing is checked here.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="encoder">Knows what English means; null: articles are found by words alone.</param>
    /// <param name="before">
    /// A base that was built before, or null: texts that it has are not encoded again, where it was built with the same encoder.
    /// </param>
    /// <exception cref="ArgumentException">Two articles share an id.</exception>
    public static KnowledgeBase Build(IEnumerable<Article> articles, SentenceEncoder? encoder = null, KnowledgeBase? before = null)
    {
        Article[] sorted = Sorted(articles);
        var meanings = encoder is null ? null : ArticleMeanings.Of(sorted, encoder, before);
        return new KnowledgeBase(
            sorted, Indexed(sorted), CalibrationFit.Fit(sorted), meanings,
            meanings is null ? null : CalibrationFit.Fit([.. meanings.Articles.Select(article => sorted[article])], meanings, encoder!));
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
    /// <param name="encoder">That with which the base was built, or null.</param>
    public KnowledgeBase CalibratedBy(IReadOnlyList<(string Question, string Article)> judged, SentenceEncoder? encoder = null) => new(
        Articles, Indexes, CalibrationFit.Fit(this, judged), Meanings,
        CalibrationFit.Fit(this, judged, question => Candidates(question, Languages.Guess(question), encoder) ?? []) ?? Hybrid);

    /// <summary>The article of an id, or null.</summary>
    public Article? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The best articles for a question. It never throws, whatever the text.</summary>
    /// <param name="question">What the customer asks.</param>
    /// <param name="language">Language tag of the contact, such as <c>en-US</c>, or null; the words themselves count before it.</param>
    /// <param name="encoder">
    /// Knows what English means; null, or another than that of the base: articles are found by words alone, as those of other languages
    /// always are.
    /// </param>
    public KnowledgeResult Ask(string question, string? language = null, SentenceEncoder? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        var code = Languages.Guess(question) ?? Languages.Code(language);
        if (Candidates(question, code, encoder) is { } candidates)
        {
            (double Probability, int Article)[] judged =
            [
                .. candidates.Select(candidate => (Hybrid.Probability(candidate.Signs), candidate.Article))
                    .OrderByDescending(static one => one.Item1)
                    .Take(ArticlesInAnswer),
            ];
            return new KnowledgeResult(judged[0].Probability, [.. judged.Select(one => Articles[one.Article])]);
        }

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

    /// <summary>
    /// What a question finds by words and meaning; null where it is not searched so: the encoder knows English only. A question whose
    /// language nobody knows is English when no word of it stands in an article of another language, or is one of German grammar.
    /// </summary>
    private List<Candidate>? Candidates(string question, string? code, SentenceEncoder? encoder)
    {
        if (encoder is null || Meanings is not { } meanings || meanings.Encoder != encoder.Id
            || Indexes.FirstOrDefault(static index => index.Language == ArticleMeanings.Language) is not { } english)
        {
            return null;
        }

        var search = english.Search(question, ArticlesInAnswer);
        if (search.Words.Length == 0 || (code is null ? !MayBeEnglish(question) : code != english.Language)
            || (code is null && Indexes.Any(index => index != english && index.Find(question, 1).Articles.Length > 0)))
        {
            return null;
        }

        Span<sbyte> units = stackalloc sbyte[SentenceEncoder.Dimensions];
        var scale = ArticleMeanings.Encode(question, encoder, units);
        return HybridSearch.Of(english, search, meanings.Near(units, scale), ArticlesInAnswer);
    }

    /// <summary>Whether neither the commonest words of a text nor one of German grammar say that it is not English.</summary>
    internal static bool MayBeEnglish(string text) =>
        Languages.Guess(text) is null or ArticleMeanings.Language
        && !Languages.HasGermanWord(text);

    internal KnowledgeMatch Match(string question, string? language)
    {
        var code = Languages.Guess(question) ?? Languages.Code(language);
        var searched = Indexes.Any(index => index.Language == code) ? Indexes.Where(index => index.Language == code) : Indexes;
        return searched.Select(index => index.Find(question, ArticlesInAnswer)).MaxBy(Calibration.Probability) ?? KnowledgeMatch.Nothing;
    }
}
