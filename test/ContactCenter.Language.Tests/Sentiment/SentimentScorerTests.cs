using ContactCenter.Language.Sentiment;

namespace ContactCenter.Language.Tests.Sentiment;

public sealed class SentimentScorerTests
{
    private static readonly SentimentScorer Scorer = SentimentScorer.Default;

    [Theory]
    [InlineData("I love this phone")]
    [InlineData("Could not be better")]
    [InlineData("not bad at all")]
    [InlineData("never disappointed")]
    [InlineData("no complaints, thank you")]
    [InlineData("can’t wait!")]
    [InlineData("soooo goooood")]
    [InlineData("hahahahaha")]
    [InlineData(":-)")]
    [InlineData("<3")]
    [InlineData("👍🏽")]
    [InlineData("Vielen Dank, sehr freundlich")]
    [InlineData("Das war nicht schlecht")]
    [InlineData("#awesome")]
    public void Praise_is_above_zero(string text) => Assert.True(Scorer.Score(text) > 0.05, $"{Scorer.Explain(text)}");

    [Theory]
    [InlineData("I hate waiting")]
    [InlineData("I don't love it")]
    [InlineData("It could not have been any worse")]
    [InlineData("I have never been treated so rudely")]
    [InlineData("a waste of time")]
    [InlineData("Not exactly helpful")]
    [InlineData("transferred again")]
    [InlineData("one star")]
    [InlineData(":-(")]
    [InlineData("</3")]
    [InlineData("😡")]
    [InlineData("Das hilft mir nicht weiter")]
    [InlineData("Das war eine Enttaeuschung")]
    [InlineData("Ich bin überhaupt nicht zufrieden")]
    public void Blame_is_below_zero(string text) => Assert.True(Scorer.Score(text) < -0.05, $"{Scorer.Explain(text)}");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("I would like to change my address")]
    [InlineData("The order 4711 arrives on Tuesday at 10:30")]
    [InlineData("http://example.com/:/love @hate")]
    [InlineData("Das Kind war in der Mode")]
    [InlineData("12345 ??")]
    public void What_says_nothing_is_zero(string text) => Assert.Equal(0, Scorer.Score(text));

    [Theory]
    [InlineData("very good", "good")]
    [InlineData("good", "slightly good")]
    [InlineData("good!", "good")]
    [InlineData("good!!!", "good!")]
    [InlineData("this is GOOD", "this is good")]
    [InlineData("the room was bad but the staff was good", "the room was good but the staff was bad")]
    [InlineData("gooood", "good")]
    [InlineData("good :)", "good")]
    [InlineData("good", "not bad")]
    [InlineData("although it is bad, it is good", "it is bad, it is good")]
    [InlineData("bad", "very bad")]
    [InlineData("she'll", "hell")]
    public void More_of_it_counts_more(string better, string worse) => Assert.True(Scorer.Score(better) > Scorer.Score(worse));

    [Fact]
    public void Capitals_say_nothing_where_everything_is_in_capitals() =>
        Assert.Equal(Scorer.Score("this is good"), Scorer.Score("THIS IS GOOD"));

    [Fact]
    public void Words_of_the_center_take_precedence()
    {
        var scorer = new SentimentScorer(new Dictionary<string, int> { ["Chargeback"] = -2, ["fee waived"] = 3, ["great"] = 0 });

        Assert.True(scorer.Score("another CHARGEBACK") < 0);
        Assert.True(scorer.Score("my fee waived") > 0);
        Assert.Equal(0, scorer.Score("Great Portland Street"));
    }

    [Fact]
    public void The_words_that_decided_are_named_the_weightiest_first()
    {
        var reading = Scorer.Explain("The food was good, but the service was TERRIBLE :(");

        Assert.Equal(["TERRIBLE", ":(", "good"], reading.Words.Select(word => word.Text));
        Assert.All(reading.Words.Take(2), word => Assert.True(word.Weight < 0));
        Assert.InRange(reading.Score, -1, -0.5);
    }

    [Fact]
    public void Explanation_and_score_are_one() =>
        Assert.All(JudgedTexts.All, text => Assert.Equal(Scorer.Score(text.Text), Scorer.Explain(text.Text).Score));

    /// <summary>The texts and their ratings are our own, so this says that nothing got worse, not how good it is.</summary>
    [Fact]
    public void Scores_agree_with_the_judged_texts()
    {
        var agreement = JudgedTexts.Correlation(Scorer.Score);

        Assert.True(agreement > 0.9, $"correlation {agreement}");
    }

    [Fact]
    public void Any_text_has_a_score_between_minus_one_and_one()
    {
        var random = new Random(7);
        string[] pieces =
        [
            "good", "not", "BAD", "!", "?", " ", " ", ":)", "👍", "\ud83d", "\udc4d", "\0", "'", "n't", "but", "so", "\n", "<3", "é", "ß",
            "ሴ", "@", "http://", "very", "never", "ist", "nicht", "gut"
        ];
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));

            Assert.InRange(Scorer.Explain(text).Score, -1, 1);
        }
    }

    [Theory]
    [InlineData("good ")]
    [InlineData("ß")]
    [InlineData("👍")]
    [InlineData("Ö'")]
    [InlineData("a!")]
    public void A_text_without_end_is_read_to_its_bound(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000));

        Assert.Equal(Scorer.Score(text.AsSpan(0, SentimentScorer.MaximumCharacters)), Scorer.Score(text));
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        const string Text = "I have been on hold for an HOUR, not happy! 😡 But the agent was sooo nice :)";
        _ = Scorer.Score(Text);

        // a collection that another test causes may take the pooled buffer away, which is then made once more
        Assert.Contains(0, Enumerable.Range(0, 100).Select(_ => Allocated()));

        static long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                _ = Scorer.Score(Text);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
