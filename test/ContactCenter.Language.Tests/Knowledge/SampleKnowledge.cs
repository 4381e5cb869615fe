using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Language.Tests.Knowledge;

/// <summary>The articles of the repository, as they are built.</summary>
internal static class SampleKnowledge
{
    public static IReadOnlyList<Article> Articles { get; } = ReadArticles();

    public static KnowledgeBase Base { get; } = KnowledgeBase.Build(Articles);

    public static byte[] File { get; } = System.IO.File.ReadAllBytes(Repository.File("models/knowledge.cck"));

    public static IReadOnlyList<(string Question, string Article)> Judged { get; } = ReadJudged();

    private static Article[] ReadArticles()
    {
        var problems = new List<KnowledgeProblem>();
        var articles = Directory.EnumerateFiles(Repository.File("knowledge"), "*.md")
            .Select(file => ArticleMarkdown.Read(Path.GetFileNameWithoutExtension(file), file, System.IO.File.ReadAllText(file), problems)!)
            .ToArray();
        Assert.Empty(problems);
        return articles;
    }

    private static (string Question, string Article)[] ReadJudged()
    {
        using var reader = new StreamReader(Repository.File("test/ContactCenter.Language.Tests/Knowledge/judged-questions.csv"));
        return [.. LabelledCsv.Read(reader).Select(static question => (question.Text, question.Topic))];
    }
}
