namespace ContactCenter.Language.Knowledge;

/// <summary>An article that may be the answer, with the signs by which it is judged.</summary>
/// <param name="Article">Its position in the base.</param>
/// <param name="Signs">As <see cref="HybridSearch.Signs"/> many numbers of -1 to 1.</param>
internal sealed record Candidate(int Article, double[] Signs);

/// <summary>
/// Articles by words and by meaning: those that either finds are candidates, and each is judged by what both say of it. So a question that
/// shares no word with its article can find it, and one that does is found as before.
/// </summary>
internal static class HybridSearch
{
    /// <summary>Number of signs of a candidate.</summary>
    public const int Signs = 7;

    /// <summary>Candidates of a question.</summary>
    /// <param name="index">The articles by words.</param>
    /// <param name="words">What the words found; null: the question shares no word with any article.</param>
    /// <param name="near">How near each article comes by its meaning, in the order of the index.</param>
    /// <param name="maximum">Candidates of either.</param>
    public static List<Candidate> Of(LanguageIndex index, WordSearch? words, double[] near, int maximum)
    {
        var byMeaning = Enumerable.Range(0, near.Length).OrderByDescending(article => near[article]).Take(maximum + 1).ToArray();
        return
        [
            .. byMeaning.Take(maximum).Union(words?.Order.Take(maximum) ?? []).Select(article =>
            {
                var match = words is null ? null : index.Match(words, article);
                var other = byMeaning.Length == 1 ? 0 : near[byMeaning[0] == article ? byMeaning[1] : byMeaning[0]];
                return new Candidate(
                    index.Articles[article],
                    [
                        match?.Coverage ?? 0, match?.Lead ?? 0, match?.Nearness ?? 0, match?.Terms ?? 0,
                        near[article], near[article] - other, match?.IsDoubtful == false ? 0 : 1,
                    ]);
            }),
        ];
    }
}
