using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Classification;

/// <summary>
/// What the minimum confidence of answers is worth when it is chosen on one half of the judged questions and shown on the other, both ways
/// and of several splits.
/// </summary>
/// <param name="articles">A folder of articles.</param>
/// <param name="judged">Questions with the article that is right.</param>
/// <param name="encoder">Knows what English means.</param>
internal sealed class KnowledgeBenchmark(
    string articles, IReadOnlyList<(string Question, string Article)> judged, SentenceEncoder encoder)
{
    private static readonly double[] Minima = [.. Enumerable.Range(4, 16).Select(static step => step / 20.0)];

    /// <summary>Measures by words, by words and meaning, and with a confidence that the choosing half has taught.</summary>
    /// <param name="splits">How often the questions are halved.</param>
    public IEnumerable<string> Run(int splits)
    {
        var (words, meaning) = (Build(null), Build(encoder));
        foreach (var cost in new[] { 4, 10 })
        {
            yield return $"a wrong answer costs {cost} times an unanswered question:";
            yield return Row("  words", Halves(splits), cost, Fixed(words, null));
            yield return Row("  words and meaning", Halves(splits), cost, Fixed(meaning, encoder));
            yield return Row("  the same, learned from judged questions", Halves(splits), cost, Learned(meaning));
        }
    }

    private KnowledgeBase Build(SentenceEncoder? with)
    {
        var problems = new List<KnowledgeProblem>();
        return ArticleSource.Open(articles, static (_, _) => [], problems, with)
            ?? throw new FormatException(string.Join('\n', problems.Select(static problem => problem.Text)));
    }

    /// <summary>The rows that choose and those that are shown, each split both ways.</summary>
    private IEnumerable<(int[] Choosing, int[] Shown)> Halves(int splits)
    {
        for (var split = 0; split < splits; split++)
        {
            int[] rows = [.. Enumerable.Range(0, judged.Count)];
            new Random(split).Shuffle(rows);
            var (one, other) = (rows[..(rows.Length / 2)], rows[(rows.Length / 2)..]);
            yield return (one, other);
            yield return (other, one);
        }
    }

    /// <summary>Both halves are asked of the base as it was built, each question once.</summary>
    private Func<int[], int[], (Answer[] Choosing, Answer[] Shown)> Fixed(KnowledgeBase knowledge, SentenceEncoder? with)
    {
        Answer[] all = Ask(knowledge, [.. Enumerable.Range(0, judged.Count)], with);
        return (choosing, shown) => ([.. choosing.Select(row => all[row])], [.. shown.Select(row => all[row])]);
    }

    /// <summary>The choosing half teaches the confidence; what it chooses by was taught by its own other half.</summary>
    private Func<int[], int[], (Answer[] Choosing, Answer[] Shown)> Learned(KnowledgeBase knowledge) => (choosing, shown) =>
    {
        var (one, other) = (choosing[..(choosing.Length / 2)], choosing[(choosing.Length / 2)..]);
        return ([.. Taught(one, other), .. Taught(other, one)], Taught(choosing, shown));

        Answer[] Taught(int[] by, int[] asked) =>
            Ask(knowledge.CalibratedBy([.. by.Select(row => judged[row])], encoder), asked, encoder);
    };

    private Answer[] Ask(KnowledgeBase knowledge, int[] rows, SentenceEncoder? with)
    {
        var answers = new Answer[rows.Length];
        _ = Parallel.For(0, rows.Length, i =>
        {
            var (question, article) = judged[rows[i]];
            var found = knowledge.Ask(question, null, with);
            answers[i] = new Answer(
                found.Articles.Count == 0 ? 0 : found.Confidence, found.Articles.Count > 0 && found.Articles[0].Id == article,
                article == KnowledgeEvaluation.NoArticle);
        });
        return answers;
    }

    private static string Row(
        string name, IEnumerable<(int[] Choosing, int[] Shown)> halves, int cost,
        Func<int[], int[], (Answer[] Choosing, Answer[] Shown)> ask)
    {
        var chosen = new List<double>();
        var shown = new List<Answer>();
        var answered = new List<Answer>();
        foreach (var (one, other) in halves)
        {
            var (choosing, asked) = ask(one, other);
            var minimum = Minima.MinBy(minimum => choosing.Sum(answer =>
                answer.Confidence < minimum ? 1 : answer.IsRight ? 0 : cost));
            chosen.Add(minimum);
            shown.AddRange(asked);
            answered.AddRange(asked.Where(answer => answer.Confidence >= minimum));
        }

        chosen.Sort();
        var none = shown.Count(static answer => answer.HasNone);
        return $"{name,-42} minimum {chosen[0]:0.00} to {chosen[^1]:0.00}, in the middle {chosen[chosen.Count / 2]:0.00}; "
            + $"answered {100.0 * answered.Count / shown.Count:0.0} %, "
            + $"rightly {100.0 * answered.Count(static answer => answer.IsRight) / Math.Max(1, answered.Count):0.0} %, "
            + $"of those without an article {100.0 * answered.Count(static answer => answer.HasNone) / Math.Max(1, none):0.0} %";
    }

    private readonly record struct Answer(double Confidence, bool IsRight, bool HasNone);
}
