using ContactCenter.Core.Contacts.Complexity;
namespace ContactCenter.Core.Contacts.Outcomes;

/// <summary>
/// How contacts of one kind ended: those of whose customer it is known whether they came again. Sums and sums of squares, so that what is
/// learned of days put together is the same as of their contacts.
/// </summary>
/// <param name="Topic">What they were about.</param>
/// <param name="Traits">What else was known when they were routed.</param>
/// <param name="Rule">How difficult the rule calls them, see <see cref="ContactComplexity"/>.</param>
public sealed record KindCount(string Topic, ContactTraits Traits, string Rule)
{
    /// <summary>Kinds of a day that are kept, those first that are most frequent: all of it is one item of a table.</summary>
    public const int MaximumKinds = 1000;

    /// <summary>A contact counts no more seconds: what takes longer has lain, and nobody has worked on it all the time.</summary>
    public const long MaximumSeconds = 3600;

    /// <summary>Contacts.</summary>
    public long Contacts { get; init; }

    /// <summary>Seconds from an agent to the end, together.</summary>
    public long Seconds { get; init; }

    /// <summary>Those seconds squared, together.</summary>
    public long Squares { get; init; }

    /// <summary>Those that were transferred.</summary>
    public long Transferred { get; init; }

    /// <summary>Those after which the customer came again about the same topic.</summary>
    public long Again { get; init; }

    /// <summary>Those with both.</summary>
    public long Both { get; init; }

    /// <summary>Seconds of those that were transferred.</summary>
    public long TransferredSeconds { get; init; }

    /// <summary>Seconds of those after which the customer came again.</summary>
    public long AgainSeconds { get; init; }

    /// <summary>One contact; null: nothing is known of its kind.</summary>
    internal static KindCount? Of(ContactOutcome outcome, bool cameAgain)
    {
        if (outcome is not { Traits: { } traits, Rule: { } rule })
        {
            return null;
        }

        var seconds = Math.Clamp(outcome.Seconds, 0, MaximumSeconds);
        return new KindCount(outcome.Topic, traits, rule)
        {
            Contacts = 1,
            Seconds = seconds,
            Squares = seconds * seconds,
            Transferred = outcome.IsTransferred ? 1 : 0,
            Again = cameAgain ? 1 : 0,
            Both = outcome.IsTransferred && cameAgain ? 1 : 0,
            TransferredSeconds = outcome.IsTransferred ? seconds : 0,
            AgainSeconds = cameAgain ? seconds : 0,
        };
    }

    /// <summary>These and others of the same kind.</summary>
    public KindCount Plus(KindCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Contacts = Contacts + other.Contacts,
            Seconds = Seconds + other.Seconds,
            Squares = Squares + other.Squares,
            Transferred = Transferred + other.Transferred,
            Again = Again + other.Again,
            Both = Both + other.Both,
            TransferredSeconds = TransferredSeconds + other.TransferredSeconds,
            AgainSeconds = AgainSeconds + other.AgainSeconds,
        };
    }

    /// <summary>Counts put together by kind, the most frequent first.</summary>
    public static IEnumerable<KindCount> Sum(IEnumerable<KindCount> counts) => counts
        .GroupBy(static one => (one.Topic, one.Traits, one.Rule))
        .Select(static group => group.Aggregate(static (sum, one) => sum.Plus(one)))
        .OrderByDescending(static one => one.Contacts)
        .ThenBy(static one => one.Topic, StringComparer.Ordinal)
        .ThenBy(static one => one.Traits.ToString(), StringComparer.Ordinal)
        .ThenBy(static one => one.Rule, StringComparer.Ordinal);
}
