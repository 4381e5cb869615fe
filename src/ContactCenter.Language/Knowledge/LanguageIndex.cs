using ContactCenter.Language.Text;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// The articles of one language by their terms. Ranks by BM25 over the weighted fields of an article (Robertson and Zaragoza, 2009, "The
/// probabilistic relevance framework", BM25F), and by how near the question comes to one that the article names.
/// </summary>
internal sealed class LanguageIndex
{
    // Usual values; articles are short and of one length, so length counts little.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.4;

    /// <summary>Letters of the stem of a part of a compound at least.</summary>
    private const int MinimumStem = 3;

    private readonly Dictionary<string, int> _ids;

    public LanguageIndex(
        string language,
        int[] articles,
        string[] terms,
        int[] starts,
        int[] postings,
        float[] weights,
        float[] lengths,
        IndexedQuestion[] questions)
    {
        Language = language;
        Articles = articles;
        Terms = terms;
        Starts = starts;
        Postings = postings;
        Weights = weights;
        Lengths = lengths;
        Questions = questions;
        _ids = new Dictionary<string, int>(terms.Length, StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
        {
            _ids[terms[i]] = i;
        }

        AverageLength = lengths.Length == 0 ? 1 : Math.Max(lengths.Average(), 1);
    }

    /// <summary>Two-letter code.</summary>
    public string Language { get; }

    /// <summary>Positions of its articles in the base.</summary>
    public int[] Articles { get; }

    /// <summary>All terms.</summary>
    public string[] Terms { get; }

    /// <summary>Where the postings of each term begin; one more than terms.</summary>
    public int[] Starts { get; }

    /// <summary>Articles, by position in <see cref="Articles"/>, in which a term stands.</summary>
    public int[] Postings { get; }

    /// <summary>How much a term stands there: occurrences, weighted by field.</summary>
    public float[] Weights { get; }

    /// <summary>Weighted length of each article.</summary>
    public float[] Lengths { get; }

    /// <summary>The questions that articles name.</summary>
    public IndexedQuestion[] Questions { get; }

    private double AverageLength { get; }

    /// <summary>The best articles for a question, with what tells how good they are.</summary>
    /// <param name="text">The question.</param>
    /// <param name="maximum">Articles at most.</param>
    public KnowledgeMatch Find(ReadOnlySpan<char> text, int maximum)
    {
        var search = Search(text, maximum);
        return search.Order.Length == 0
            ? KnowledgeMatch.Nothing
            : Match(search, search.Order[0]) with { Articles = [.. search.Order.Take(maximum).Select(i => Articles[i])] };
    }

    /// <summary>Scores all articles by the words of a question.</summary>
    /// <param name="text">The question.</param>
    /// <param name="maximum">Articles at most that are put in order; one more is, so that the last one's lead is known.</param>
    public WordSearch Search(ReadOnlySpan<char> text, int maximum)
    {
        var words = TermReader.Read(text, Language).Distinct(StringComparer.Ordinal).Take(KnowledgeMatch.MaximumTerms).ToArray();
        var found = TermLookup.Find(words, Language, _ids, Terms);
        var whole = 0.0;
        var score = new double[Articles.Length];
        var matched = new double[Articles.Length];
        var byTerm = new Dictionary<int, double>();
        foreach (var (term, share) in found)
        {
            var rarity = term < 0 ? Rarity(0) : Rarity(Starts[term + 1] - Starts[term]);
            whole += rarity;
            for (var i = term < 0 ? 0 : Starts[term]; i < (term < 0 ? 0 : Starts[term + 1]); i++)
            {
                var article = Postings[i];
                var weight = Weights[i] / (1 - LengthWeight + (LengthWeight * Lengths[article] / AverageLength));
                score[article] += share * rarity * weight * (Saturation + 1) / (weight + Saturation);
                matched[article] += share * rarity;
            }

            if (term >= 0)
            {
                byTerm[term] = share * rarity;
            }
        }

        var nearness = Nearness(byTerm, whole);
        for (var i = 0; i < score.Length; i++)
        {
            score[i] += whole * nearness[i];
        }

        var order = Enumerable.Range(0, score.Length)
            .Where(i => score[i] > 0)
            .OrderByDescending(i => score[i])
            .ThenBy(static i => i)
            .Take(maximum + 1)
            .ToArray();
        return new WordSearch(words, found, whole, score, matched, nearness, order);
    }

    /// <summary>What tells how good one article is for a question; only the best one has a lead.</summary>
    /// <param name="search">What the words of the question found.</param>
    /// <param name="article">The article, by its position here.</param>
    public KnowledgeMatch Match(WordSearch search, int article)
    {
        var order = search.Order;
        var lead = order.Length == 0 || order[0] != article ? 0
            : order.Length == 1 ? 1
            : 1 - (search.Score[order[1]] / search.Score[order[0]]);
        return new KnowledgeMatch(
            [Articles[article]],
            search.Whole == 0 ? 0 : search.Matched[article] / search.Whole,
            lead,
            search.Nearness[article],
            Math.Min(search.Words.Length, KnowledgeMatch.ManyTerms) / (double)KnowledgeMatch.ManyTerms,
            search.Nearness[article] < KnowledgeMatch.Named && IsDoubtful(search.Words, search.Found, article));
    }

    /// <summary>
    /// Whether a search rests on one word, or on two: beside a word that no article has, or of two questions of the article that ask for
    /// different things.
    /// </summary>
    private bool IsDoubtful(string[] words, List<(int Term, double Share)> found, int article)
    {
        int[] matched =
        [
            .. found.Select(static word => word.Term).Where(term =>
                term >= 0
                && !CommonWords.Has(Terms[term])
                && Postings.AsSpan(Starts[term]..Starts[term + 1]).Contains(article)),
        ];
        var isOfMore = found.Exists(static word => word.Term < 0) && words.Any(word => !_ids.ContainsKey(word) && !CommonWords.Has(word));
        return matched.Length < KnowledgeMatch.Enough
            || (matched.Length == KnowledgeMatch.Enough && (isOfMore || IsOfTwoQuestions(matched, article)));
    }

    /// <summary>
    /// True where each of the terms stands in a question of an article, and no question has them all: of an article about direct debits
    /// the one that deletes a mandate, and the one of a debit from an account, say nothing of how an account is deleted. A compound has
    /// its last part: whoever asks about a card means the credit card of the question too.
    /// </summary>
    private bool IsOfTwoQuestions(int[] terms, int article)
    {
        IndexedQuestion[] questions = [.. Questions.Where(question => question.Article == article)];
        return Array.TrueForAll(terms, term => Array.Exists(questions, question => Has(question, term)))
            && !Array.Exists(questions, question => Array.TrueForAll(terms, term => Has(question, term)));
    }

    private bool Has(IndexedQuestion question, int term) => question.Terms.Any(other => EndsWith(Terms[other], Terms[term]));

    /// <summary>A short German word alone has kept an ending that the stem of its compound lacks: "kart", "kreditkar".</summary>
    private bool EndsWith(string compound, string term) =>
        compound.EndsWith(term, StringComparison.Ordinal)
        || (Language == "de" && GermanStemmer.Endings.Any(ending =>
            term.Length - ending.Length >= MinimumStem
            && term.EndsWith(ending, StringComparison.Ordinal)
            && compound.AsSpan().EndsWith(term.AsSpan(0, term.Length - ending.Length))));

    /// <summary>For each article how near its nearest question comes: twice what both have over what both are, 0 to 1.</summary>
    private double[] Nearness(Dictionary<int, double> asked, double whole)
    {
        var nearness = new double[Articles.Length];
        foreach (var question in Questions)
        {
            double shared = 0, length = 0;
            foreach (var term in question.Terms)
            {
                length += Rarity(Starts[term + 1] - Starts[term]);
                shared += asked.GetValueOrDefault(term);
            }

            if (shared > 0)
            {
                nearness[question.Article] = Math.Max(nearness[question.Article], 2 * shared / (whole + length));
            }
        }

        return nearness;
    }

    private double Rarity(int articles) => Math.Log(1 + ((Articles.Length - articles + 0.5) / (articles + 0.5)));
}

/// <summary>What the words of a question found, by positions of articles in their <see cref="LanguageIndex"/>.</summary>
/// <param name="Words">The terms of the question, each once.</param>
/// <param name="Found">The terms of the index that they are, with how far; -1 for none.</param>
/// <param name="Whole">How rare all of them are together.</param>
/// <param name="Score">How good each article is.</param>
/// <param name="Matched">How much of the question each article has.</param>
/// <param name="Nearness">How near the question comes to one that the article names.</param>
/// <param name="Order">The best ones, the best first.</param>
internal sealed record WordSearch(
    string[] Words, List<(int Term, double Share)> Found, double Whole, double[] Score, double[] Matched, double[] Nearness, int[] Order);
