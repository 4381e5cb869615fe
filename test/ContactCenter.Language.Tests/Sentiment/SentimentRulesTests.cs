using ContactCenter.Language.Sentiment;

namespace ContactCenter.Language.Tests.Sentiment;

/// <summary>What surrounds a word, and how words add up.</summary>
public sealed class SentimentRulesTests
{
    private static readonly SentimentScorer Scorer = SentimentScorer.Default;

    [Theory]
    [InlineData("What does error code 42 mean?")]
    [InlineData("no")]
    [InlineData("No, the other one please")]
    [InlineData("Nein, das andere")]
    [InlineData("It tastes like chicken")]
    [InlineData("please connect me")]
    [InlineData("We cut to the chase")]
    [InlineData("break a leg")]
    [InlineData("#notcool")]
    public void A_word_that_only_looks_like_a_sentiment_is_none(string text) => Assert.Equal(0, Scorer.Score(text));

    [Fact]
    public void A_hashtag_longer_than_any_that_people_write_is_not_taken_apart()
    {
        Assert.True(Scorer.Score($"#{Letters(40)}fail") < 0);
        Assert.Equal(0, Scorer.Score($"#{Letters(100)}fail"));
        Assert.Equal(0, Scorer.Score($"#fail{Letters(20_000)}"));

        static string Letters(int count) => string.Concat(Enumerable.Repeat("zq", count / 2));
    }

    [Theory]
    [InlineData("thanks for ruining my day")]
    [InlineData("thanks Anna for wasting our time")]
    [InlineData("Danke für die Katastrophe")]
    [InlineData("do not buy this piece of junk")]
    [InlineData("the least friendly bank")]
    [InlineData("#epicfail")]
    [InlineData("it was so mean")]
    [InlineData("&gt;:(")]
    public void Blame_in_other_words_is_below_zero(string text) => Assert.True(Scorer.Score(text) < -0.05, $"{Scorer.Explain(text)}");

    [Theory]
    [InlineData("very kind people")]
    [InlineData("it had no real problem")]
    [InlineData("a piece of cake")]
    [InlineData("you are the bomb")]
    [InlineData("#lovemyjob")]
    [InlineData("&lt;3")]
    public void Praise_in_other_words_is_above_zero(string text) => Assert.True(Scorer.Score(text) > 0.05, $"{Scorer.Explain(text)}");

    [Theory]
    [InlineData("The guard prevents accidents", "The guard causes accidents")]
    [InlineData("They fight corruption", "They like corruption")]
    [InlineData("good", "is it good?")]
    [InlineData("great", "good")]
    [InlineData("good good good", "good")]
    [InlineData("great, great", "good good")]
    [InlineData("bad", "horrible")]
    [InlineData("good", "in the third week of the second month of the same year the new one was as good")]
    public void What_is_more_positive_scores_higher(string better, string worse) => Assert.True(Scorer.Score(better) > Scorer.Score(worse));

    [Fact]
    public void The_same_word_again_counts_less_than_another() =>
        Assert.True(Scorer.Score("spam spam spam spam") > Scorer.Score("spam junk garbage trash"));

    [Fact]
    public void Two_words_that_look_german_make_no_english_text_german() => Assert.True(Scorer.Score("die die die") < -0.05);
}
