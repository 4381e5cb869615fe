using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using ContactCenter.Language.Tests.Classification;

namespace ContactCenter.Core.Tests.Contacts.Serving;

public sealed class TopicAnswerTests
{
    private static readonly ServedModel Model = new("tiny", TinyModel.Classifier);

    [Theory]
    [InlineData("text")]
    [InlineData("transcript")]
    [InlineData("inputTranscript")]
    [InlineData("message")]
    [InlineData("body")]
    public void Words_are_found_under_each_name(string name)
    {
        var answer = To((name, "why is the bill so high, explain this charge on my invoice"));

        Assert.Equal((TopicStatus.Ok, TopicSource.Words, "billing", "en"), (answer.Status, answer.Source, answer.Topic, answer.Language));
        Assert.Equal("low", answer.Urgency);
        Assert.NotNull(answer.Measured);
    }

    [Fact]
    public void A_task_is_classified_by_its_name_and_description()
    {
        var answer = TopicAnswer.To(
            new FlowRequest { Name = "parcel", Description = "where is the courier, the package is late" }, Model, SentimentScorer.Default);

        Assert.Equal("delivery", answer.Topic);
    }

    [Fact]
    public void A_key_of_the_menu_decides()
    {
        var answer = To(("dtmf", "2"), ("menu", "1=billing, 2 = delivery"), ("text", "I was billed twice"));

        Assert.Equal((TopicSource.Menu, "delivery", 1.0), (answer.Source, answer.Topic, answer.Confidence));
        Assert.Equal("delivery", answer.Best[0]);
    }

    [Fact]
    public void A_key_that_the_menu_lacks_leaves_the_words() =>
        Assert.Equal(TopicSource.Words, To(("dtmf", "9"), ("menu", "1=billing"), ("text", "where is the courier")).Source);

    [Fact]
    public void An_intent_called_like_a_topic_is_that_topic()
    {
        var answer = To(("intent", "Fraud"), ("intentConfidence", "0.82"));

        Assert.Equal((TopicStatus.Ok, TopicSource.Intent, "fraud", 0.82), (answer.Status, answer.Source, answer.Topic, answer.Confidence));
        Assert.Null(answer.Measured);
    }

    [Fact]
    public void A_fallback_intent_says_nothing() => Assert.Equal(TopicStatus.NoText, To(("intent", "FallbackIntent")).Status);

    [Theory]
    [InlineData("?!")]
    [InlineData("... ---")]
    public void Marks_alone_are_no_text(string text)
    {
        var answer = To(("text", text));

        Assert.Equal((TopicStatus.NoText, "none", 0), (answer.Status, answer.Topic, answer.Best.Count));
        Assert.Null(answer.Measured);
    }

    [Fact]
    public void Words_that_mean_nothing_are_out_of_scope_and_still_name_the_likeliest_topics()
    {
        var answer = To(("text", "zzz qqq"));

        Assert.Equal((TopicStatus.OutOfScope, TopicAnswer.OutOfScopeTopic), (answer.Status, answer.Topic));
        Assert.Equal(3, answer.Best.Count);
    }

    [Fact]
    public void Every_answer_has_every_attribute_and_none_is_empty()
    {
        TopicAnswer[] answers =
        [
            TopicAnswer.Default, To(), To(("text", "?")), To(("text", "my invoice is wrong")),
            To(("dtmf", "1"), ("menu", "1=" + new string('\u0001', 9)))
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal(TopicAnswer.Default.ToHookAnswer().Values.Keys, answer.ToHookAnswer().Values.Keys);
            Assert.All(answer.ToHookAnswer().Values.Values, value => Assert.NotEmpty(FlowValue.Of(value).Trim()));
        });
    }

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("DE_at", "de")]
    [InlineData("123", "en")]
    [InlineData("xx", "en")]
    [InlineData("qq-US", "en")]
    public void The_language_of_the_flow_counts_before_a_guess(string tag, string expected) => Assert.Equal(
        expected,
        TopicAnswer.To(
            new FlowRequest
            {
                LanguageCode = tag,
                Attributes = new Dictionary<string, string> { ["text"] = "what is this charge on my invoice" }
            },
            Model,
            SentimentScorer.Default).Language);

    [Theory]
    [InlineData("please block my card IMMEDIATELY", "high")]
    [InlineData("Es ist dringend, bitte helfen Sie", "high")]
    [InlineData("urgently needed", "high")]
    [InlineData("it is not urgent, I only wonder", "low")]
    [InlineData("das ist nicht dringend", "low")]
    [InlineData("a book about insurgents", null)]
    [InlineData("where is my parcel", null)]
    public void What_the_customer_says_outright_is_the_urgency_where_the_model_has_none(string text, string? expected) =>
        Assert.Equal(
            expected,
            TopicAnswer.To(
                new FlowRequest { Attributes = new Dictionary<string, string> { ["text"] = text } },
                ServedModel.Packaged,
                SentimentScorer.Default).Urgency);

    [Theory]
    [InlineData("I am very happy, thank you", "positive")]
    [InlineData("this is awful and I hate it", "negative")]
    [InlineData("where is my parcel", "neutral")]
    [InlineData("", "none")]
    public void The_sentiment_is_that_of_the_words(string text, string sentiment) =>
        Assert.Equal(sentiment, To(("text", text)).ToHookAnswer().Values["mood"]);

    private static TopicAnswer To(params (string Name, string Value)[] parameters) =>
        TopicAnswer.To(
            new FlowRequest
            {
                Parameters = parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase)
            },
            Model,
            SentimentScorer.Default);
}
