using ContactCenter.Language.Sentiment;

namespace ContactCenter.Language.Tests.Sentiment;

public sealed class SentimentPhrasesTests
{
    private static readonly SentimentScorer Scorer = SentimentScorer.Default;

    [Theory]
    [InlineData("without doubt great")]
    [InlineData("no doubt the best service")]
    [InlineData("not to mention the great support")]
    [InlineData("no wonder people love it")]
    [InlineData("not only good but also cheap")]
    [InlineData("isn't it great")]
    [InlineData("Aren't they lovely?")]
    [InlineData("who wouldn't love this")]
    [InlineData("couldn't agree more")]
    [InlineData("never stops amazing me")]
    [InlineData("couldn't help but smile")]
    [InlineData("not lol")]
    [InlineData("I can't haha")]
    [InlineData("a stress-free move")]
    [InlineData("bug-free")]
    [InlineData("hassle-free returns")]
    [InlineData("life-changing")]
    [InlineData("Kein Wunder, dass es alle lieben")]
    [InlineData("Nicht nur gut, sondern auch schnell")]
    public void A_phrase_that_holds_a_negation_without_denying_leaves_praise_alone(string text) =>
        Assert.True(Scorer.Score(text) > 0.05, $"{Scorer.Explain(text)}");

    [Theory]
    [InlineData("less than great")]
    [InlineData("no longer good")]
    [InlineData("not exactly helpful")]
    [InlineData("no one was friendly")]
    [InlineData("why isn't it good")]
    [InlineData("why isn't it working")]
    [InlineData("the agent could not help me")]
    [InlineData("not necessarily good")]
    [InlineData("does not work well")]
    public void A_phrase_that_denies_turns_praise_to_blame(string text) =>
        Assert.True(Scorer.Score(text) < -0.05, $"{Scorer.Explain(text)}");

    [Theory]
    [InlineData("(:", 1)]
    [InlineData("thanks (-:", 1)]
    [InlineData("D:", -1)]
    [InlineData("oh D: that", -1)]
    [InlineData("😴", -1)]
    [InlineData("it is in D:\\logs", 0)]
    [InlineData("see C:\\temp", 0)]
    [InlineData("drive D:5", 0)]
    public void A_face_is_read_where_it_is_one(string text, int sign) => Assert.Equal(sign, Math.Sign(Scorer.Score(text)));
}
