namespace ContactCenter.Language.Knowledge;

/// <summary>The plain way to find an article, against which the index is measured: the one with the most words of the question.</summary>
internal static class SharedWords
{
    private static readonly char[] Between = [' ', '.', ',', ';', ':', '?', '!', '(', ')', '-', '\'', '"', '\n'];

    public static Article? First(IReadOnlyList<Article> articles, string question)
    {
        var asked = Words(question);
        return articles.Select(article =>
            (Article: article,
                Shared: Words($"{article.Title} {string.Join(' ', article.Questions)} {article.Answer}").Count(asked.Contains)))
            .Where(static found => found.Shared > 0).OrderByDescending(static found => found.Shared).FirstOrDefault().Article;
    }

    private static HashSet<string> Words(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
