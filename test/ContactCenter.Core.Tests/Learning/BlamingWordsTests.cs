using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Words that stand in the way of learning are pointed at, in English and German.</summary>
public sealed class BlamingWordsTests
{
    [Theory]
    [InlineData("Ann should have looked at the dashboard.", "should have")]
    [InlineData("They failed to tell anybody.", "failed to")]
    [InlineData("Bob h\u00e4tte den Alarm sehen m\u00fcssen.", "h\u00e4tte den Alarm sehen m\u00fcssen")]
    public void What_did_not_happen_is_pointed_at(string text, string word)
    {
        var found = Assert.Single(BlamingWords.In([text]));

        Assert.Equal((word, true), (found.Word, found.IsCounterfactual));
    }

    [Theory]
    [InlineData("It was human error.", "human error")]
    [InlineData("Das war menschliches Versagen.", "menschliches Versagen")]
    [InlineData("The fix was obvious.", "obvious")]
    public void What_judges_is_pointed_at(string text, string word)
    {
        var found = Assert.Single(BlamingWords.In([text]));

        Assert.Equal((word, false), (found.Word, found.IsCounterfactual));
    }

    [Fact]
    public void What_tells_what_was_seen_is_left_alone() => Assert.Empty(BlamingWords.In(
    [
        "Ann saw 40 calls waiting and read the runbook; the alarm for the table was muted by planned work.",
        "Der Alarm kam nach zwei Minuten, und die Reparatur half.",
    ]));
}
