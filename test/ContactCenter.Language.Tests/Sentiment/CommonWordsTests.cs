using ContactCenter.Language.Sentiment;

namespace ContactCenter.Language.Tests.Sentiment;

public sealed class CommonWordsTests
{
    [Theory]
    [InlineData(
        "issue issues outage unavailable offline downtime timeout expired suspended defect defects difficulty difficulties intermittent inconsistent")]
    [InlineData(
        "incomplete discontinued unsupported unauthorized unreadable impossible overdrawn blackout snag hiccup nonexistent sluggish tinny muffled")]
    [InlineData(
        "scratchy creaky squeaky rattling wobbly shaky flicker flickering distorted bricked stained warped worn cramped cumbersome glitching subpar")]
    [InlineData(
        "bummed bummer fuming peeved gutted mortified disheartening disillusioned heartbreaking baffled aggravating resent contempt pitiful plagued")]
    [InlineData(
        "shocking cringe blah conned harass harassed ghosted goddamn rant chaotic sunburn fever hungover h8 appallingly stinksauer")]
    public void Each_of_these_words_blames(string words) =>
        Assert.All(words.Split(' '), static word => Assert.True(SentimentScorer.Default.Score(word) < -0.05, word));

    [Theory]
    [InlineData(
        "relieved passed graduated hired effortless effortlessly straightforward invaluable respectful timely satisfactory swift snappy slick")]
    [InlineData("spacious tidy super precious magical appealing surprised keeper legend foolproof goat bestie")]
    public void Each_of_these_words_praises(string words) =>
        Assert.All(words.Split(' '), static word => Assert.True(SentimentScorer.Default.Score(word) > 0.05, word));

    [Theory]
    [InlineData("can't sleep")]
    [InlineData("it took ages")]
    [InlineData("Delivery took forever")]
    [InlineData("they never answered")]
    [InlineData("nobody picks up")]
    [InlineData("charged for nothing")]
    [InlineData("Das geht gar nicht")]
    [InlineData("Warum dauert das so lange, es dauert so lange")]
    [InlineData("Die App stürzt ab")]
    [InlineData("not appealing")]
    public void Each_of_these_phrases_blames(string text) =>
        Assert.True(SentimentScorer.Default.Score(text) < -0.05, $"{SentimentScorer.Default.Explain(text)}");

    [Fact]
    public void A_game_changer_is_praise() => Assert.True(SentimentScorer.Default.Score("a real game-changer") > 0.05);
}
