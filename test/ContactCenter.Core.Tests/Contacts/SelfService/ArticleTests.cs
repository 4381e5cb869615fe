using System.Text;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Tests.Contacts.SelfService;

public sealed class ArticleTests
{
    private readonly List<KnowledgeProblem> _problems = [];

    [Fact]
    public void Markdown_becomes_plain_text()
    {
        var article = ArticleMarkdown.Read(
            "a",
            "a.md",
            "---\ntitle: \"Lost: a card\"\nlanguage: de\nquestions:\n  - who\n  - what\nspoken: Say it\n---\n# Head\n\nSee **Cards** "
                + "in [the app](https://x.example/a).\n- one\n",
            _problems)!;

        Assert.Empty(_problems);
        Assert.Equal(
            ("Lost: a card", "de", "Say it", "Head See Cards in the app (https://x.example/a). one"),
            (article.Title, article.Language, article.Spoken, article.Answer));
        Assert.Equal(["who", "what"], article.Questions);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        Article[] articles =
        [
            new() { Id = "A b", Language = "english", Title = "", Answer = new string('x', Article.MaximumAnswer + 1) },
            new() { Id = "b", Language = "en", Title = "costs $5", Answer = "<speak>", Questions = [""] },
            new() { Id = "b", Language = "en", Title = "t", Answer = "a" },
        ];

        var problems = string.Join('\n', ArticleRules.Check(articles, "folder"));

        Assert.All(
            [
                "1 to 64 of a-z", "language 'english'", "has no title", "answer of 1001 characters",
                "title has characters that cannot be spoken", "answer has characters", "has no question", "folder: b: stands here twice"
            ],
            expected => Assert.Contains(expected, problems, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no head", "has no head")]
    [InlineData("---\ntitle: x", "has no head")]
    [InlineData("---\ntitle: x\nauthor: y\n---\ntext", "'author' in the head")]
    public void A_head_that_is_wrong_is_told_with_the_file(string text, string expected)
    {
        _ = ArticleMarkdown.Read("a", "folder/a.md", text, _problems);

        var problem = Assert.Single(_problems);
        Assert.Equal("folder/a.md", problem.File);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\":\"a\",\"language\":\"en\",\"title\":\"t\",\"answer\":\"x\",\"questions\":[\"q\"]}]", 1, 0)]
    [InlineData("[{\"id\":\"a\"}]", 0, 1)]
    [InlineData("[null]", 0, 1)]
    [InlineData("[{\"id\":null,\"language\":\"en\",\"title\":\"t\",\"answer\":\"x\"}]", 0, 1)]
    [InlineData("[{\"id\":\"a\",\"language\":\"en\",\"title\":\"t\",\"answer\":\"x\",\"questions\":[null]}]", 0, 1)]
    [InlineData("[{\"id\":\"a\",\"language\":\"en\",\"title\":\"t\",\"answer\":\"x\",\"author\":\"y\"}]", 0, 1)]
    [InlineData("{}", 0, 1)]
    [InlineData("", 0, 1)]
    public void A_list_of_articles_is_read_or_refused(string json, int articles, int problems)
    {
        Assert.Equal(articles, ArticleList.Read("a.json", Encoding.UTF8.GetBytes(json), _problems).Count);
        Assert.Equal(problems, _problems.Count);
    }
}
