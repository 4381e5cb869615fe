using ContactCenter.Language.Text;

namespace ContactCenter.Language.Knowledge;

/// <summary>Makes the index of the articles of one language.</summary>
internal static class IndexBuilder
{
    // What an article is called and how it is asked for says more about it than what it tells.
    private const float TitleWeight = 3;
    private const float QuestionWeight = 2;
    private const float AnswerWeight = 0.5f;

    /// <summary>Builds an index.</summary>
    /// <param name="language">The language.</param>
    /// <param name="articles">Its articles; their positions here are those in the index.</param>
    /// <param name="withoutQuestions">Questions that are left out.</param>
    public static LanguageIndex Build(string language, IReadOnlyList<Article> articles, IReadOnlySet<string> withoutQuestions) =>
        Build(language, articles, [.. Enumerable.Range(0, articles.Count)], withoutQuestions);

    /// <param name="language">The language.</param>
    /// <param name="articles">Its articles.</param>
    /// <param name="positions">Positions of the articles in the base.</param>
    /// <param name="withoutQuestions">Questions that are left out.</param>
    public static LanguageIndex Build(
        string language, IReadOnlyList<Article> articles, int[] positions, IReadOnlySet<string> withoutQuestions)
    {
        var weights = new SortedDictionary<string, SortedDictionary<int, float>>(StringComparer.Ordinal);
        var lengths = new float[articles.Count];
        var questions = new List<(int Article, string[] Terms)>();
        foreach (var (i, article) in articles.Index())
        {
            var asked = article.Questions.Where(question => !withoutQuestions.Contains(question)).Prepend(article.Title).ToArray();
            Add(i, TermReader.Read(article.Title, language), TitleWeight);
            Add(i, TermReader.Read(article.Answer, language), AnswerWeight);
            foreach (var question in asked.Skip(1))
            {
                Add(i, TermReader.Read(question, language), QuestionWeight);
            }

            questions.AddRange(asked.Select(question =>
                (i, TermReader.Read(question, language).Distinct(StringComparer.Ordinal).ToArray())));
        }

        string[] terms = [.. weights.Keys];
        var ids = terms.Index().ToDictionary(static term => term.Item, static term => term.Index, StringComparer.Ordinal);
        int[] starts = [0, .. weights.Values.Select(static postings => postings.Count)];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return new LanguageIndex(
            language,
            positions,
            terms,
            starts,
            [.. weights.Values.SelectMany(static postings => postings.Keys)],
            [.. weights.Values.SelectMany(static postings => postings.Values)],
            lengths,
            [
                .. questions.Where(static question => question.Terms.Length > 0).Select(question =>
                    new IndexedQuestion(question.Article, [.. question.Terms.Select(term => ids[term]).Order()]))
            ]);

        void Add(int article, List<string> found, float weight)
        {
            lengths[article] += weight * found.Count;
            foreach (var term in found)
            {
                if (!weights.TryGetValue(term, out var postings))
                {
                    weights[term] = postings = [];
                }

                postings[article] = postings.GetValueOrDefault(article) + weight;
            }
        }
    }
}

/// <summary>A question that an article names.</summary>
/// <param name="Article">Position of the article in its <see cref="LanguageIndex"/>.</param>
/// <param name="Terms">Its terms, each once.</param>
internal sealed record IndexedQuestion(int Article, int[] Terms);
