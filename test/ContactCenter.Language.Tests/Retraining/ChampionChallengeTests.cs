using ContactCenter.Language.Retraining;

namespace ContactCenter.Language.Tests.Retraining;

public class ChampionChallengeTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1.0 / 32)]
    [InlineData(8, 10, 56.0 / 1024)]
    [InlineData(0, 10, 1)]
    public void Chance_is_that_of_a_fair_coin(int successes, int trials, double chance) =>
        Assert.Equal(chance, ChampionChallenge.ChanceOfAtLeast(successes, trials), 10);

    [Fact]
    public void Clearly_better_model_is_promoted()
    {
        var decision = ChampionChallenge.Decide(Outcomes(both: 180, won: 15, lost: 3), new PromotionRules());
        Assert.True(decision.Promote, decision.Reason);
        Assert.Equal(195.0 / 198, decision.ChallengerAccuracy, 10);
    }

    [Fact]
    public void Model_that_is_better_by_luck_is_not_promoted()
    {
        var decision = ChampionChallenge.Decide(Outcomes(both: 190, won: 6, lost: 4), new PromotionRules());
        Assert.False(decision.Promote);
        Assert.Contains("not better beyond chance", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Better_model_that_is_worse_on_an_important_topic_is_not_promoted()
    {
        PairedOutcome[] outcomes =
        [
            .. Outcomes(both: 180, won: 30, lost: 0),
            new("fraud", true, false, false),
            new("fraud", true, true, false)
        ];
        var decision = ChampionChallenge.Decide(outcomes, new PromotionRules { ImportantTopics = ["fraud"] });
        Assert.False(decision.Promote);
        Assert.Contains("worse on fraud (", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Better_model_that_loses_newest_corrections_is_not_promoted()
    {
        PairedOutcome[] outcomes = [.. Outcomes(both: 180, won: 30, lost: 0), new("billing", true, false, true)];
        Assert.False(ChampionChallenge.Decide(outcomes, new PromotionRules()).Promote);
    }

    [Fact]
    public void Few_texts_decide_nothing() =>
        Assert.False(ChampionChallenge.Decide(Outcomes(both: 0, won: 20, lost: 0), new PromotionRules()).Promote);

    [Fact]
    public void Chance_stays_a_probability_for_many_texts() => Assert.InRange(ChampionChallenge.ChanceOfAtLeast(5200, 10_000), 1e-6, 1e-3);

    private static PairedOutcome[] Outcomes(int both, int won, int lost) =>
    [
        .. Enumerable.Repeat(new PairedOutcome("billing", true, true, false), both),
        .. Enumerable.Repeat(new PairedOutcome("billing", false, true, false), won),
        .. Enumerable.Repeat(new PairedOutcome("billing", true, false, false), lost),
    ];
}
