using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>How one contact has sounded so far. It holds numbers only, nothing that was said.</summary>
/// <param name="Trend">Of the contact itself.</param>
/// <param name="Queue">The queue it is in, by name, or null while that is not known.</param>
/// <param name="QueueAt">When it was seen there.</param>
/// <param name="Waiting">Scores that no queue has got yet, with a queue's half-life.</param>
/// <param name="Given">Scores that queues have got.</param>
public sealed record ContactMood(SentimentTrend Trend, string? Queue, DateTimeOffset QueueAt, SentimentTrend Waiting, int Given)
{
    /// <summary>Half of what counts in a contact is not older than this.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(2);

    /// <summary>Scores of one contact that count for its queue, so that one long quarrel does not speak for everybody.</summary>
    public const int MostForQueue = 20;

    /// <summary>A contact of which nothing was heard yet.</summary>
    public static ContactMood New { get; } = new(SentimentTrend.None, null, DateTimeOffset.MinValue, SentimentTrend.None, 0);
}
