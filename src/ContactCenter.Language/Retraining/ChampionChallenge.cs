using System.Globalization;

namespace ContactCenter.Language.Retraining;

/// <summary>Decides between the model in service and a new one by the answers of both to the same texts.</summary>
public static class ChampionChallenge
{
    /// <summary>
    /// The new model wins when it is better beyond chance on all texts, not worse on the newest corrections, and not worse on any
    /// important topic.
    /// </summary>
    public static PromotionDecision Decide(IReadOnlyList<PairedOutcome> outcomes, PromotionRules rules)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(rules);
        var lost = outcomes.Count(static o => o.ChampionIsRight && !o.ChallengerIsRight);
        var won = outcomes.Count(static o => o.ChallengerIsRight && !o.ChampionIsRight);
        var correctionsLost = outcomes.Count(static o => o.IsCorrection && o.ChampionIsRight && !o.ChallengerIsRight);
        var correctionsWon = outcomes.Count(static o => o.IsCorrection && o.ChallengerIsRight && !o.ChampionIsRight);
        var pValue = ChanceOfAtLeast(won, won + lost);
        var worse = WorseTopics(outcomes, rules);
        var figures = string.Create(CultureInfo.InvariantCulture, $"{won} texts won, {lost} lost, p = {pValue:0.####}");
        var (promote, reason) = true switch
        {
            _ when outcomes.Count < rules.MinimumTexts =>
                (false, $"Only {outcomes.Count} texts to compare on; {rules.MinimumTexts} are needed."),
            _ when worse.Length > 0 => (false, $"The new model is worse on {string.Join(", ", worse)} ({figures})."),
            _ when correctionsLost > correctionsWon =>
                (false, $"The new model loses {correctionsLost} of the newest corrections and wins {correctionsWon}."),
            _ when pValue > rules.SignificanceLevel => (false, $"The new model is not better beyond chance ({figures})."),
            _ => (true, $"The new model is better beyond chance ({figures})."),
        };
        return new PromotionDecision(
            promote, reason, Share(outcomes, static o => o.ChampionIsRight), Share(outcomes, static o => o.ChallengerIsRight));
    }

    /// <summary>
    /// Probability of at least <paramref name="successes"/> heads in <paramref name="trials"/> throws of a fair coin: the one-sided exact
    /// McNemar test on the texts that only one of the two models answers (McNemar, Psychometrika 1947).
    /// </summary>
    public static double ChanceOfAtLeast(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, successes);
        var logarithm = -trials * Math.Log(2);
        var sum = successes == 0 ? Math.Exp(logarithm) : 0;
        for (var k = 1; k <= trials; k++)
        {
            logarithm += Math.Log(trials - k + 1) - Math.Log(k);
            sum += k >= successes ? Math.Exp(logarithm) : 0;
        }

        return Math.Min(1, sum);
    }

    private static string[] WorseTopics(IReadOnlyList<PairedOutcome> outcomes, PromotionRules rules) =>
        [.. rules.ImportantTopics.Where(topic =>
        {
            PairedOutcome[] ofTopic = [.. outcomes.Where(o => o.Topic == topic)];
            return Share(ofTopic, static o => o.ChallengerIsRight) < Share(ofTopic, static o => o.ChampionIsRight)
                - rules.ToleratedRecallLoss;
        })];

    private static double Share(IReadOnlyCollection<PairedOutcome> outcomes, Func<PairedOutcome, bool> condition) =>
        outcomes.Count == 0 ? 0 : (double)outcomes.Count(condition) / outcomes.Count;
}

/// <summary>One text that neither model was trained on, answered by both.</summary>
/// <param name="Topic">The right topic.</param>
/// <param name="ChampionIsRight">Whether the model in service answered it.</param>
/// <param name="ChallengerIsRight">Whether the new model answered it.</param>
/// <param name="IsCorrection">Whether it is one of the newest corrections by agents, and not of the held-back set.</param>
public readonly record struct PairedOutcome(string Topic, bool ChampionIsRight, bool ChallengerIsRight, bool IsCorrection);

/// <summary>Whether a new model replaces the one in service, and why.</summary>
/// <param name="Promote">True when it does.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="ChampionAccuracy">Accuracy of the model in service, 0 to 1.</param>
/// <param name="ChallengerAccuracy">Accuracy of the new model on the same texts, 0 to 1.</param>
public sealed record PromotionDecision(bool Promote, string Reason, double ChampionAccuracy, double ChallengerAccuracy);

/// <summary>When a new model replaces the one in service.</summary>
public sealed record PromotionRules
{
    /// <summary>Largest probability that the new model is only luckier: one-sided exact McNemar test; above 0, below 1.</summary>
    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>Topics on which the new model must not be worse.</summary>
    public IReadOnlyList<string> ImportantTopics { get; init; } = [];

    /// <summary>By how much recall of an important topic may fall before the new model counts as worse on it, 0 to 1.</summary>
    public double ToleratedRecallLoss { get; init; } = 0.02;

    /// <summary>Fewest texts for a decision.</summary>
    public int MinimumTexts { get; init; } = 100;
}
