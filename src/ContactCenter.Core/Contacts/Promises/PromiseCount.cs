using System.Collections.Immutable;

namespace ContactCenter.Core.Contacts.Promises;

/// <summary>How often a promise was kept.</summary>
/// <param name="Contacts">Contacts that had it and are over.</param>
/// <param name="AnsweredOf">Those of which it is known whether an agent had them in time.</param>
/// <param name="Answered">Those that an agent had in time.</param>
/// <param name="ResolvedOf">Those that an agent had and that were to be over in time.</param>
/// <param name="Resolved">Those that were over in time.</param>
/// <param name="Told">Those of which somebody was told.</param>
/// <param name="Lost">Those of which nobody told the end.</param>
/// <param name="Ratings">Surveys with a rating.</param>
/// <param name="RatingSum">Sum of these ratings.</param>
public sealed record PromiseCount(
    long Contacts, long AnsweredOf, long Answered, long ResolvedOf, long Resolved, long Told, long Lost, long Ratings, long RatingSum)
{
    /// <summary>Nothing.</summary>
    public static PromiseCount None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public PromiseCount Plus(PromiseCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PromiseCount(
            Contacts + other.Contacts,
            AnsweredOf + other.AnsweredOf,
            Answered + other.Answered,
            ResolvedOf + other.ResolvedOf,
            Resolved + other.Resolved,
            Told + other.Told,
            Lost + other.Lost,
            Ratings + other.Ratings,
            RatingSum + other.RatingSum);
    }
}

/// <summary>How promises were kept by contacts that ended, and surveys that came, on a day.</summary>
/// <param name="Day">The day, by the clock of the center.</param>
/// <param name="Promises">By the name of the promise.</param>
public sealed record PromiseDay(DateOnly Day, ImmutableSortedDictionary<string, PromiseCount> Promises);
