using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>How the customers of a queue have sounded lately.</summary>
/// <param name="Trend">Of all their scores.</param>
/// <param name="Contacts">One score for each contact: how many of them the trend rests on.</param>
public sealed record QueueMood(SentimentTrend Trend, SentimentTrend Contacts)
{
    /// <summary>Half of what counts in a queue is not older than this.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(30);

    /// <summary>Fewer fresh contacts say nothing about a queue: one angry customer at night is no trend.</summary>
    public const double FewestContacts = 5;

    /// <summary>A queue of which nothing was heard yet.</summary>
    public static QueueMood New { get; } = new(SentimentTrend.None, SentimentTrend.None);

    /// <summary>Whether enough contacts were heard lately for the average to mean something.</summary>
    public bool IsKnown(DateTimeOffset now) => Contacts.WeightAt(now, HalfLife) >= FewestContacts;
}
