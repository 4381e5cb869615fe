using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Tests.Knowledge;

namespace ContactCenter.Core.Tests.Contacts.SelfService;

public sealed class SelfServiceAnswerTests
{
    [Fact]
    public void A_sure_answer_has_the_text_and_is_counted()
    {
        var answer = Ask(("text", "How do I block my card?"));

        Assert.Equal(("ok", "card-lost", "card_lost"), (answer.Values["status"], answer.Values["article1"], answer.Values["topic"]));
        Assert.StartsWith("You can block a card at once", answer.Sentences["answer"], StringComparison.Ordinal);
        Assert.Contains(new HookMetric("SelfServiceAnswers", "Count", 1, "Article", "card-lost"), answer.Metrics);
    }

    [Fact]
    public void An_agent_who_looks_something_up_is_answered_and_not_counted()
    {
        var answer = Ask(("text", "How do I block my card?"), ("asker", "agent"));

        Assert.Equal("ok", answer.Values["status"]);
        Assert.Empty(answer.Metrics);
    }

    [Theory]
    [InlineData("VOICE", "spoken")]
    [InlineData("CHAT", "written")]
    [InlineData(null, "written")]
    public void What_is_spoken_can_differ_from_what_is_written(string? channel, string text)
    {
        var knowledge = KnowledgeBase.Build(
        [
            new Article { Id = "a", Language = "en", Title = "block a lost card", Answer = "written", Spoken = "spoken" }
        ]);

        Assert.Equal(
            text,
            SelfServiceAnswer.To(
                new FlowRequest { Channel = channel, Parameters = new Dictionary<string, string> { ["text"] = "block a lost card" } },
                knowledge,
                0.3).Sentences["answer"]);
    }

    [Fact]
    public void An_unsure_answer_has_no_text_but_the_nearest_titles()
    {
        var answer = Ask(("text", "is my card pink"));

        Assert.Equal("unsure", answer.Values["status"]);
        Assert.NotNull(answer.Values["title1"]);
        Assert.Null(answer.Sentences["answer"]);
        Assert.Contains(new HookMetric("SelfServiceAnswers", "Count", 0, "Hook", "AnswerQuestion"), answer.Metrics);
    }

    [Theory]
    [InlineData("yes", "helped", 100)]
    [InlineData("JA", "helped", 100)]
    [InlineData("2", "not_helped", 0)]
    public void Whether_it_helped_is_counted_for_the_article(string helped, string status, double share)
    {
        var answer = Ask(("helped", helped), ("article", "card-lost"));

        Assert.Equal(status, answer.Decision);
        Assert.Contains(new HookMetric("SelfServiceHelped", "Percent", share, "Article", "card-lost"), answer.Metrics);
        Assert.Contains(new HookMetric("SelfServiceDeflections", "Count", share / 100, "Hook", "AnswerQuestion"), answer.Metrics);
    }

    [Fact]
    public void An_article_that_is_not_there_is_no_metric_of_its_own() =>
        Assert.DoesNotContain(Ask(("helped", "yes"), ("article", "'; drop")).Metrics, static metric => metric.Dimension == "Article");

    [Fact]
    public void What_is_neither_yes_nor_no_is_not_counted() => Assert.Empty(Ask(("helped", "maybe"), ("article", "card-lost")).Metrics);

    [Fact]
    public void A_flow_that_says_none_has_not_asked_whether_it_helped() =>
        Assert.Equal("ok", Ask(("helped", "none"), ("text", "How do I block my card?")).Decision);

    [Fact]
    public void Without_a_question_there_is_no_answer() => Assert.Equal("no_text", Ask().Decision);

    [Fact]
    public void Every_answer_has_the_keys_of_the_prepared_one() =>
        Assert.All([Ask(), Ask(("text", "my card")), Ask(("helped", "no"))], answer =>
        {
            Assert.Equal(SelfServiceAnswer.Prepared.Values.Keys, answer.Values.Keys);
            Assert.Equal(SelfServiceAnswer.Prepared.Sentences.Keys, answer.Sentences.Keys);
        });

    private static HookAnswer Ask(params (string Name, string Value)[] parameters) => SelfServiceAnswer.To(
        new FlowRequest
        {
            Parameters = parameters.ToDictionary(static pair => pair.Name, static pair => pair.Value, StringComparer.OrdinalIgnoreCase)
        },
            SampleKnowledge.Base,
            0.5);
}
