namespace ContactCenter.Language.Sequences;

/// <summary>How often the next topic is told rightly, of customers of whom nothing was learned.</summary>
/// <param name="Steps">Contacts that were guessed.</param>
/// <param name="RightByFrequency">How many of them the most frequent topic told.</param>
/// <param name="RightByHistory">How many what came before told.</param>
/// <param name="Chance">How likely so much more, or more, would be where what came before told nothing.</param>
public sealed record NextTopicJudgement(int Steps, int RightByFrequency, int RightByHistory, double Chance)
{
    /// <summary>From which chance on nothing is shown.</summary>
    public const double MaximumChance = 0.05;

    /// <summary>Fewer guesses than these say nothing.</summary>
    public const int MinimumSteps = 100;

    /// <summary>Contacts that what came before told and the most frequent topic did not.</summary>
    public int Gained { get; init; }

    /// <summary>Contacts that the most frequent topic told and what came before did not.</summary>
    public int Lost { get; init; }

    /// <summary>How much more often what came before is right, -1 to 1.</summary>
    public double Difference => Steps == 0 ? 0 : (double)(RightByHistory - RightByFrequency) / Steps;

    /// <summary>Between which shares that difference is, in 95 of 100 centers like it: the normal one of paired shares.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var half = Steps == 0 ? 0 : 1.96 * Math.Sqrt(Math.Max(Gained + Lost - (Difference * Difference * Steps), 0)) / Steps;
            return (Math.Max(Difference - half, -1), Math.Min(Difference + half, 1));
        }
    }

    /// <summary>Every fifth customer is held out.</summary>
    private const int HeldOut = 5;

    /// <summary>Whether what came before is worth being shown: it beats the most frequent topic, and not by chance.</summary>
    public bool IsBetter => Steps >= MinimumSteps && RightByHistory > RightByFrequency && Chance < MaximumChance;

    /// <summary>Learns from four of five customers, and guesses the topics of the fifth.</summary>
    /// <param name="histories">The topics of each customer in their order.</param>
    public static NextTopicJudgement Of(IReadOnlyList<IReadOnlyList<string>> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var model = NextTopic.Learn(histories.Where(static (_, i) => i % HeldOut != HeldOut - 1));
        var (steps, frequent, right, gained, lost) = (0, 0, 0, 0, 0);
        foreach (var history in histories.Where(static (_, i) => i % HeldOut == HeldOut - 1))
        {
            for (var i = 1; i < history.Count && model.Frequent is { } most; i++)
            {
                var isFrequent = history[i] == most;
                var isRight = model.After([.. history.Take(i)])!.Topic == history[i];
                (steps, frequent, right) = (steps + 1, frequent + (isFrequent ? 1 : 0), right + (isRight ? 1 : 0));
                (gained, lost) = (gained + (isRight && !isFrequent ? 1 : 0), lost + (isFrequent && !isRight ? 1 : 0));
            }
        }

        return new NextTopicJudgement(steps, frequent, right, AtLeast(gained, gained + lost)) { Gained = gained, Lost = lost };
    }

    /// <summary>How likely so many heads, or more, are of so many coins: the sign test of those in which the two differ.</summary>
    private static double AtLeast(int heads, int coins)
    {
        // the logarithm of the number of ways, from all heads down
        double sum = 0, ways = 0;
        for (var k = coins; k >= heads; k--)
        {
            sum += Math.Exp(ways - (coins * Math.Log(2)));
            ways += k > 0 ? Math.Log(k) - Math.Log(coins - k + 1) : 0;
        }

        return Math.Min(1, sum);
    }
}
