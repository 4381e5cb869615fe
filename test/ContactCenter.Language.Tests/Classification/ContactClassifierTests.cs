using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Language.Tests.Classification;

public class ContactClassifierTests
{
    private static readonly ContactClassifier Classifier = TinyModel.Classifier;

    [Theory]
    [InlineData("there is something wrong with my invoice", "billing")]
    [InlineData("the courier did not bring my package", "delivery")]
    [InlineData("I think this is fraud, a scam", "fraud")]
    public void Text_that_was_not_seen_in_training_gets_the_topic_of_its_words(string text, string topic) =>
        Assert.Equal(topic, Classifier.Classify(text).Topic);

    [Theory]
    [InlineData("MY INVOICE IS WRONG", "my invoice is wrong")]
    [InlineData("my ïnvoìce is wrong", "my invoice is wrong")]
    [InlineData("my invo\u200Bice is wrong", "my invoice is wrong")]
    [InlineData("don't bill me", "dont bill me")]
    [InlineData("my card 4111 1111 1111 1111 was billed", "my card 5500 0000 0000 0004 was billed")]
    public void Spelling_that_does_not_change_the_words_does_not_change_the_answer(string one, string other) =>
        Assert.Equal(Classifier.Classify(one).Topics, Classifier.Classify(other).Topics);

    [Fact]
    public void Typing_error_does_not_hide_the_topic() => Assert.Equal("billing", Classifier.Classify("my invoce is wrnog").Topic);

    [Theory]
    [InlineData("")]
    [InlineData("   \t\r\n")]
    [InlineData(".,;:-")]
    [InlineData("?!")]
    [InlineData("... ???")]
    [InlineData("\uD83D")]
    public void Text_without_words_is_no_text(string text) => Assert.Equal(ContactVerdict.NoText, Classifier.Classify(text).Verdict);

    [Fact]
    public void Text_like_those_out_of_scope_is_refused() =>
        Assert.Equal(ContactVerdict.OutOfScope, Classifier.Classify("please sing a sunny song of penguins").Verdict);

    [Fact]
    public void Text_of_which_nothing_is_known_is_refused_also_where_nothing_is_expected_out_of_scope()
    {
        var trusting = ContactClassifier.Read(TinyModel.Train(
            TinyModel.Examples(), TinyModel.Fast with { ExpectedOutOfScopeShare = 0 }).Model);
        Assert.Equal(float.MinValue, trusting.Card.OutOfScopeBelow);
        Assert.Equal(ContactVerdict.OutOfScope, trusting.Classify("щ").Verdict);
        Assert.Equal(ContactVerdict.Sure, trusting.Classify("my invoice is wrong").Verdict);
    }

    [Fact]
    public void Answer_names_the_three_most_probable_topics_in_order()
    {
        var topics = Classifier.Classify("my invoice").Topics;
        Assert.Equal(3, topics.Count);
        Assert.Equal(topics.OrderByDescending(topic => topic.Probability), topics);
        Assert.Equal(1, topics.Sum(topic => topic.Probability), 4);
    }

    [Theory]
    [InlineData("I see fraud", "high")]
    [InlineData("my invoice is wrong", "low")]
    public void Urgency_is_learned_beside_the_topic(string text, string urgency) =>
        Assert.Equal(urgency, Classifier.Classify(text).Urgency?.Topic);

    [Fact]
    public void Any_text_gets_finite_probabilities_that_sum_to_one() =>
        Prop.ForAll<string?>(text =>
        {
            var probabilities = new float[Classifier.Topics.Count];
            _ = Classifier.Score(text, probabilities);
            return probabilities.All(float.IsFinite) && Math.Abs(probabilities.Sum() - 1) < 1e-4;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    [InlineData("😡👍🏽🏳️‍🌈")]
    [InlineData("我的发票有问题")]
    [InlineData("\0\u0001\uFFFF\uFFFE")]
    public void Broken_surrogates_emoji_and_unspaced_scripts_are_read_without_harm(string text) =>
        Assert.InRange(Classifier.Classify(text).Confidence, 0, 1);

    [Fact]
    public void Very_long_text_is_answered_by_its_beginning()
    {
        var start = string.Concat(Enumerable.Repeat("my invoice is wrong ", 500));
        Assert.Equal(Classifier.Classify(start).Topics, Classifier.Classify(start + new string('x', 1_000_000)).Topics);
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var probabilities = new float[Classifier.Topics.Count];
        const string Text = "uh please why is the bill so high, I was billed twice for number 12345 😡 naïve?";
        _ = Classifier.Score(Text, probabilities);

        // a collection that another test causes may take the pooled buffers away, which are then made once more
        Assert.Contains(0, Enumerable.Range(0, 100).Select(_ => Allocated()));

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                _ = Classifier.Score(Text, probabilities);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Threads_that_share_a_classifier_get_the_answers_of_one_thread()
    {
        string[] texts = [.. TinyModel.Examples().Select(example => example.Text)];
        var alone = Array.ConvertAll(texts, text => Classifier.Classify(text).Confidence);
        var together = texts.AsParallel().AsOrdered().Select(text => Classifier.Classify(text).Confidence).ToArray();
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Room_of_the_wrong_size_is_refused() => Assert.Throws<ArgumentException>(() => Classifier.Score("text", new float[1]));
}
