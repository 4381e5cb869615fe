namespace ContactCenter.Core.Contacts.Complexity;

/// <summary>
/// What contacts of a topic, or with a trait, ask of agents: in contacts of the average length, of which a transfer and another contact
/// about the same are one more each.
/// </summary>
/// <param name="Value">The effort of a topic; of a trait how much it changes that of its topic.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Contacts">On how many contacts it rests.</param>
public sealed record LearnedEffort(double Value, double Error, long Contacts)
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Normal = 1.959964;

    /// <summary>Between what it lies, 95 times of 100.</summary>
    public (double Low, double High) Interval => (Value - (Normal * Error), Value + (Normal * Error));

    /// <summary>Both together, as of things that have nothing to do with each other.</summary>
    public LearnedEffort Plus(LearnedEffort other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Value = Value + other.Value, Error = Math.Sqrt((Error * Error) + (other.Error * other.Error)) };
    }
}

/// <summary>How well levels told the effort of contacts of the last weeks, from which nothing was learned.</summary>
/// <param name="Contacts">Contacts.</param>
/// <param name="RuleError">Mean squared error of the effort where the level of the rule is all that is known.</param>
/// <param name="LearnedError">The same with the levels that were learned.</param>
/// <param name="GainLow">What is gained at least, 95 times of 100, with days as what varies; null: there are too few days to say.</param>
/// <param name="GainHigh">What is gained at most.</param>
public sealed record ComplexityJudgement(long Contacts, double RuleError, double LearnedError, double? GainLow, double? GainHigh)
{
    /// <summary>Whether what was learned tells more than the rule, beyond chance.</summary>
    public bool IsBetter => GainLow > 0;
}

/// <summary>
/// How difficult contacts are, as the history of the center has it: the effort of topics, what traits change of it, and the two cuts
/// between simple, usual and difficult. Learned of earlier weeks and judged on the last ones.
/// </summary>
/// <param name="At">When it was learned.</param>
/// <param name="Average">The effort of all contacts.</param>
/// <param name="SimpleBelow">Efforts below are simple.</param>
/// <param name="DifficultFrom">Efforts from here on are difficult.</param>
/// <param name="Topics">Topics with enough contacts.</param>
/// <param name="Traits">Traits that change the effort beyond chance, by their names (<see cref="ContactTraits.Names"/>).</param>
/// <param name="Judged">How it did on weeks that it had not seen.</param>
public sealed record LearnedComplexity(
    DateTimeOffset At, double Average, double SimpleBelow, double DifficultFrom, IReadOnlyDictionary<string, LearnedEffort> Topics,
    IReadOnlyDictionary<string, LearnedEffort> Traits, ComplexityJudgement Judged)
{
    /// <summary>The effort of contacts of a kind; null: the topic has too few.</summary>
    public LearnedEffort? Effort(string topic, ContactTraits traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        return Topics.TryGetValue(topic, out var effort)
            ? traits.Names().Aggregate(effort, (sum, name) => Traits.TryGetValue(name, out var change) ? sum.Plus(change) : sum)
            : null;
    }

    /// <summary>
    /// The level, one of those of <see cref="ContactComplexity"/>; null: the rule says it, because the topic has too few contacts or what
    /// was learned does not tell more than the rule.
    /// </summary>
    public string? Level(string topic, ContactTraits traits) =>
        Judged.IsBetter && Effort(topic, traits) is { } effort ? LevelOf(effort) : null;

    /// <summary>Beyond a cut, and beyond the average by more than chance: what is not sure is usual.</summary>
    public string LevelOf(LearnedEffort effort)
    {
        ArgumentNullException.ThrowIfNull(effort);
        return effort.Value >= DifficultFrom && effort.Interval.Low > Average ? ContactComplexity.Difficult
            : effort.Value < SimpleBelow && effort.Interval.High < Average ? ContactComplexity.Simple
            : ContactComplexity.Usual;
    }
}
