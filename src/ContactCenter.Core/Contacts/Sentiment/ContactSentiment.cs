using System.Text.Json.Serialization;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>How one contact has sounded so far. It holds numbers only, nothing that was said.</summary>
/// <param name="Trend">Of the contact itself.</param>
/// <param name="Queue">The queue it is in, by name, or null while that is not known.</param>
/// <param name="QueueAt">When it was seen there.</param>
/// <param name="Waiting">Scores that no queue has got yet, with a queue's half-life.</param>
/// <param name="Given">Scores that queues have got.</param>
public sealed record ContactSentiment(SentimentTrend Trend, string? Queue, DateTimeOffset QueueAt, SentimentTrend Waiting, int Given)
{
    /// <summary>Half of what counts in a contact is not older than this.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(2);

    /// <summary>Scores of one contact that count for its queue, so that one long quarrel does not speak for everybody.</summary>
    public const int MaximumForQueue = 20;

    /// <summary>How the call has gone so far; null while no turn of it was heard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Conversation? Conversation { get; init; }

    /// <summary>A contact of which nothing was heard yet.</summary>
    public static ContactSentiment New { get; } = new(SentimentTrend.None, null, DateTimeOffset.MinValue, SentimentTrend.None, 0);
}

/// <summary>What is known after a signal.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Queue">Its queue's sentiment, when the queue is known.</param>
/// <param name="HasQueueChanged">True when this signal gave the queue scores, those included that had waited on the contact.</param>
public sealed record RecordedSentiment(ContactSentiment Contact, QueueSentiment? Queue, bool HasQueueChanged)
{
    /// <summary>True when it was this signal from which on the call is worse.</summary>
    public bool HasTurnedWorse { get; init; }

    /// <summary>What a store knows after it has kept a signal.</summary>
    /// <param name="before">Contact and queue before it.</param>
    /// <param name="after">Contact and queue after it.</param>
    /// <param name="isQueueKnown">Whether the contact has a queue.</param>
    public static RecordedSentiment Of(
        (ContactSentiment Contact, QueueSentiment Queue) before,
        (ContactSentiment Contact, QueueSentiment Queue) after,
        bool isQueueKnown) =>
        new(after.Contact, isQueueKnown ? after.Queue : null, after.Queue != before.Queue)
        {
            HasTurnedWorse = after.Contact.Conversation?.WorseAt is not null && before.Contact.Conversation?.WorseAt is null,
        };
}

/// <summary>How the customers of a queue have sounded lately.</summary>
/// <param name="Trend">Of all their scores.</param>
/// <param name="Contacts">One score for each contact: how many of them the trend rests on.</param>
public sealed record QueueSentiment(SentimentTrend Trend, SentimentTrend Contacts)
{
    /// <summary>Half of what counts in a queue is not older than this.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(30);

    /// <summary>Fewer fresh contacts say nothing about a queue: one angry customer at night is no trend.</summary>
    public const double MinimumContacts = 5;

    /// <summary>A queue of which nothing was heard yet.</summary>
    public static QueueSentiment New { get; } = new(SentimentTrend.None, SentimentTrend.None);

    /// <summary>Whether enough contacts were heard lately for the average to mean something.</summary>
    public bool IsKnown(DateTimeOffset now) => Contacts.WeightAt(now, HalfLife) >= MinimumContacts;
}

/// <summary>Keeps sentiment of contacts and queues.</summary>
public interface ISentimentStore
{
    /// <summary>Puts a signal to what is known, in one step; one that came before changes nothing.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="queue">Name of its queue, or null when that is not known or not watched.</param>
    /// <param name="now">The time from which records are kept.</param>
    /// <param name="cancellationToken">Ends the attempt; then nothing is kept.</param>
    /// <returns>What is known now; null for a signal that came before.</returns>
    ValueTask<RecordedSentiment?> RecordAsync(ContactSignal signal, string? queue, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What is known of a contact; null when nothing is.</summary>
    /// <param name="contact">Id of the contact.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    ValueTask<ContactSentiment?> FindAsync(string contact, CancellationToken cancellationToken);

    /// <summary>Notes that a supervisor has the task of a call that got worse.</summary>
    /// <param name="contact">Id of the contact.</param>
    /// <param name="now">The time from which the record is kept.</param>
    /// <param name="cancellationToken">Ends the attempt; then nothing is noted.</param>
    ValueTask ToldAsync(string contact, DateTimeOffset now, CancellationToken cancellationToken);
}
