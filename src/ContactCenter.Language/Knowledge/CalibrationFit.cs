using ContactCenter.Language.Embedding;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// Learns the calibration of a base, best from judged questions of customers, else from its own questions. Of these each is asked once of
/// an index that does not have it, which shows how well new wordings are found, and once of an index that lacks its article, which shows
/// what is found for questions that have no answer.
/// </summary>
internal static class CalibrationFit
{
    // As many groups as are usual; each is left out once.
    private const int Groups = 10;
    private const int MinimumCases = 40;
    private const int MaximumCases = 2000;

    // Every question is asked both ways, but customers ask more that has an answer than that has none; assumption: three times as much.
    private const double WeightOfUnanswerable = 1.0 / 3;

    // Small against the cases, so that it decides only what they leave open.
    private const double Ridge = 0.1;
    private const int Steps = 60;

    // Coarser than what processors disagree about, so that the same articles give the same file everywhere.
    private const int Decimals = 2;

    /// <summary>Learns from questions that people judged, asked of the whole base.</summary>
    public static Calibration Fit(KnowledgeBase knowledge, IEnumerable<(string Question, string Article)> judged)
    {
        (double[], bool, double)[] cases =
        [
            .. judged.Select(question => (Match: knowledge.Match(question.Question, null), question.Article))
                .Where(static found => found.Match.Articles.Length > 0)
                .Select(found => (found.Match.ToSigns(), knowledge.Articles[found.Match.Articles[0]].Id == found.Article, 1.0)),
        ];
        return cases.Length < MinimumCases ? knowledge.Calibration : Learn(cases);
    }

    /// <summary>Learns from the articles alone.</summary>
    public static Calibration Fit(IReadOnlyList<Article> articles)
    {
        var cases = articles.GroupBy(static article => article.Language).SelectMany(static language => Cases([.. language])).ToArray();
        return cases.Length < MinimumCases ? Calibration.Cautious : Learn(cases);
    }

    /// <summary>
    /// Learns how words and meaning together tell that an article is the right one: from the English articles, and from texts that are
    /// about none of them. How far a question is from all articles its own ones do not show, for each is near to some other article.
    /// </summary>
    /// <param name="articles">The English articles, in the order of their meanings.</param>
    /// <param name="meanings">What they mean.</param>
    /// <param name="encoder">That which made them.</param>
    public static Calibration Fit(Article[] articles, ArticleMeanings meanings, SentenceEncoder encoder)
    {
        var own = HybridCases(articles, meanings).ToArray();
        if (own.Length < MinimumCases)
        {
            return Calibration.CautiousHybrid;
        }

        var strange = Strange(articles, meanings, encoder).ToArray();

        // both count as much together, however many articles there are
        var weight = own.Sum(static one => one.Weight) / Math.Max(1, strange.Length);
        return Learn([.. own, .. strange.Select(signs => (signs, false, weight))]);
    }

    /// <summary>Learns the same from questions that people judged.</summary>
    /// <param name="knowledge">The base.</param>
    /// <param name="judged">The questions.</param>
    /// <param name="candidates">Candidates of a question; none for one that is not searched by meaning.</param>
    public static Calibration? Fit(
        KnowledgeBase knowledge, IEnumerable<(string Question, string Article)> judged, Func<string, IEnumerable<Candidate>> candidates)
    {
        (double[], bool, double)[] cases =
        [
            .. judged.SelectMany(question => candidates(question.Question).Select(candidate =>
                (candidate.Signs, knowledge.Articles[candidate.Article].Id == question.Article, 1.0))),
        ];
        return cases.Length < MinimumCases ? null : Learn(cases);
    }

    /// <summary>
    /// Each question twice as above, by words and meaning, and each once more as if it shared no word with any article: wordings of one
    /// article share words, and customers who ask in other words do not.
    /// </summary>
    private static IEnumerable<(double[] Signs, bool IsRight, double Weight)> HybridCases(Article[] articles, ArticleMeanings meanings)
    {
        var questions = articles.Index()
            .SelectMany(static entry => entry.Item.Questions.Select((text, i) => (Article: entry.Index, Place: i, Text: text)))
            .ToArray();
        var step = Math.Max(1, questions.Length / MaximumCases);
        for (var group = 0; group < Groups; group++)
        {
            var asked = questions.Where((_, i) => i % step == 0 && i / step % Groups == group).ToArray();
            var unasked = asked.Select(static question => question.Text).ToHashSet(StringComparer.Ordinal);
            var wording = IndexBuilder.Build(ArticleMeanings.Language, articles, unasked);
            var meant = meanings.Only(static _ => true, (article, place) => !unasked.Contains(articles[article].Questions[place]));
            foreach (var one in asked.SelectMany(question => Asked(question.Text, question.Article, question.Place, wording, meant, 1)))
            {
                yield return one;
            }

            int[] others = [.. Enumerable.Range(0, articles.Length).Where(i => i % Groups != group)];
            if (others.Length == 0)
            {
                continue;
            }

            var without = IndexBuilder.Build(ArticleMeanings.Language, [.. others.Select(i => articles[i])], new HashSet<string>());
            var unmeant = meanings.Only(article => article % Groups != group, static (_, _) => true);
            foreach (var one in questions.Where((question, i) => question.Article % Groups == group && i % step == 0)
                .SelectMany(question => Asked(
                    question.Text, question.Article, question.Place, without, unmeant, WeightOfUnanswerable, isThere: false)))
            {
                yield return one;
            }
        }

        IEnumerable<(double[], bool, double)> Asked(
            string text, int article, int place, LanguageIndex index, ArticleMeanings meant, double weight, bool isThere = true)
        {
            var (units, scale) = meanings.Question(article, place);
            var near = meant.Near(units, scale);
            var search = index.Search(text, KnowledgeBase.ArticlesInAnswer);
            foreach (var candidate in HybridSearch.Of(index, search, near, KnowledgeBase.ArticlesInAnswer))
            {
                yield return (candidate.Signs, isThere && candidate.Article == article, weight);
            }

            foreach (var candidate in HybridSearch.Of(index, null, near, KnowledgeBase.ArticlesInAnswer))
            {
                yield return (candidate.Signs, isThere && candidate.Article == article, weight);
            }
        }
    }

    /// <summary>
    /// Candidates of English texts that are about nothing that a center is asked, those left out in which the words find an article
    /// without doubt: this center may be asked it.
    /// </summary>
    private static IEnumerable<double[]> Strange(Article[] articles, ArticleMeanings meanings, SentenceEncoder encoder)
    {
        var index = IndexBuilder.Build(ArticleMeanings.Language, articles, new HashSet<string>());
        var units = new sbyte[SentenceEncoder.Dimensions];
        foreach (var text in PackagedTexts.All.Where(static example => example.IsOutOfScope).Select(static example => example.Text))
        {
            var search = index.Search(text, KnowledgeBase.ArticlesInAnswer);
            if (search.Words.Length == 0 || !KnowledgeBase.MayBeEnglish(text)
                || (search.Order.Length > 0 && !index.Match(search, search.Order[0]).IsDoubtful))
            {
                continue;
            }

            var near = meanings.Near(units, ArticleMeanings.Encode(text, encoder, units));
            foreach (var candidate in HybridSearch.Of(index, search, near, KnowledgeBase.ArticlesInAnswer))
            {
                yield return candidate.Signs;
            }
        }
    }

    private static IEnumerable<(double[] Signs, bool IsRight, double Weight)> Cases(Article[] articles)
    {
        var questions = articles.Index()
            .SelectMany(static entry => entry.Item.Questions.Select(question => (Article: entry.Index, Text: question)))
            .ToArray();
        var step = Math.Max(1, questions.Length / MaximumCases);
        for (var group = 0; group < Groups; group++)
        {
            var asked = questions.Where((_, i) => i % step == 0 && i / step % Groups == group).ToArray();
            var unasked = asked.Select(static question => question.Text).ToHashSet(StringComparer.Ordinal);
            var wording = IndexBuilder.Build(articles[0].Language, articles, unasked);
            foreach (var (article, text) in asked)
            {
                var match = wording.Find(text, 1);
                if (match.Articles is [var first])
                {
                    yield return (match.ToSigns(), first == article, 1);
                }
            }

            var others = articles.Where((_, i) => i % Groups != group).ToArray();
            var without = others.Length == 0 ? null : IndexBuilder.Build(articles[0].Language, others, new HashSet<string>());
            foreach (var (_, text) in questions.Where((question, i) => question.Article % Groups == group && i % step == 0))
            {
                if (without?.Find(text, 1) is { Articles.Length: 1 } match)
                {
                    yield return (match.ToSigns(), false, WeightOfUnanswerable);
                }
            }
        }
    }

    /// <summary>Newton's method on the penalised likelihood, which has one maximum.</summary>
    private static Calibration Learn((double[] Signs, bool IsRight, double Weight)[] cases)
    {
        var size = cases[0].Signs.Length + 1;
        var weights = new double[size];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[size];
            var curvature = new double[size, size];
            foreach (var (signs, isRight, weight) in cases)
            {
                double[] x = [1, .. signs];
                var probability = 1 / (1 + Math.Exp(-x.Zip(weights, static (a, b) => a * b).Sum()));
                for (var i = 0; i < size; i++)
                {
                    gradient[i] += weight * ((isRight ? 1 : 0) - probability) * x[i];
                    for (var j = 0; j < size; j++)
                    {
                        curvature[i, j] += weight * probability * (1 - probability) * x[i] * x[j];
                    }
                }
            }

            for (var i = 0; i < size; i++)
            {
                gradient[i] -= i == 0 ? 0 : Ridge * weights[i];
                curvature[i, i] += Ridge;
            }

            var change = Solve(curvature, gradient);
            for (var i = 0; i < size; i++)
            {
                weights[i] += change[i];
            }
        }

        return new Calibration(Math.Round(weights[0], Decimals), [.. weights.Skip(1).Select(static slope => Math.Round(slope, Decimals))]);
    }

    /// <summary>Gaussian elimination; the matrix is positive definite, so no pivot is zero.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = i + 1; j < size; j++)
            {
                var factor = matrix[j, i] / matrix[i, i];
                for (var k = i; k < size; k++)
                {
                    matrix[j, k] -= factor * matrix[i, k];
                }

                right[j] -= factor * right[i];
            }
        }

        var solution = new double[size];
        for (var i = size - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var k = i + 1; k < size; k++)
            {
                sum -= matrix[i, k] * solution[k];
            }

            solution[i] = sum / matrix[i, i];
        }

        return solution;
    }
}
