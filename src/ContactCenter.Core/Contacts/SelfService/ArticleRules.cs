using System.Buffers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Texts;

namespace ContactCenter.Core.Contacts.SelfService;

/// <summary>What articles must keep so that they can be found, told apart, spoken and counted.</summary>
public static class ArticleRules
{
    /// <summary>Articles of one base; an index of more would no longer load in milliseconds.</summary>
    public const int MaximumArticles = 5000;

    private const int MaximumId = 64;

    private static readonly SearchValues<char> IdLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>All that is wrong with articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="folder">How problems name their place.</param>
    public static IEnumerable<KnowledgeProblem> Check(IReadOnlyList<Article> articles, string folder)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count is 0 or > MaximumArticles)
        {
            yield return new KnowledgeProblem(folder, Problems.ArticleCount($"{articles.Count}", $"{MaximumArticles}"));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            foreach (var problem in Check(article))
            {
                yield return new KnowledgeProblem($"{folder}: {article.Id}", problem);
            }

            if (!seen.Add(article.Id))
            {
                yield return new KnowledgeProblem($"{folder}: {article.Id}", Problems.ArticleTwice);
            }
        }
    }

    private static IEnumerable<string> Check(Article article)
    {
        if (article.Id is not { Length: > 0 and <= MaximumId } || article.Id.AsSpan().ContainsAnyExcept(IdLetters))
        {
            yield return Problems.ArticleId($"{MaximumId}");
        }

        if (article.Language is not { Length: 2 } || !article.Language.All(char.IsAsciiLetterLower))
        {
            yield return Problems.ArticleLanguage(article.Language);
        }

        foreach (var problem in Line("title", article.Title, Article.MaximumLine)
            .Concat(Line("answer", article.Answer, Article.MaximumAnswer))
            .Concat(article.Spoken is { } spoken ? Line("spoken", spoken, Article.MaximumAnswer) : [])
            .Concat(article.Questions.SelectMany(static question => Line("question", question, Article.MaximumLine))))
        {
            yield return problem;
        }

        if (article.Questions.Count > Article.MaximumQuestions)
        {
            yield return Problems.ArticleQuestions($"{article.Questions.Count}", $"{Article.MaximumQuestions}");
        }

        if (article.Topic is { } topic && topic != FlowValue.Of(topic))
        {
            yield return Problems.ArticleTopic($"{FlowValue.MaximumLength}");
        }
    }

    private static IEnumerable<string> Line(string name, string text, int maximum)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return Problems.LineMissing(name);
        }
        else if (text.Length > maximum)
        {
            yield return Problems.LineTooLong(name, $"{text.Length}", $"{maximum}");
        }
        else if (text != FlowSpeech.Of(text))
        {
            yield return Problems.LineUnspoken(name);
        }
    }
}
