namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>Keeps moods of contacts and queues.</summary>
public interface ISentimentStore
{
    /// <summary>Puts a signal to what is known, in one step; one that came before changes nothing.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="queue">Name of its queue, or null when that is not known or not watched.</param>
    /// <param name="now">The time from which records are kept.</param>
    /// <param name="cancellationToken">Ends the attempt; then nothing is kept.</param>
    /// <returns>What is known now; null for a signal that came before.</returns>
    ValueTask<RecordedMood?> RecordAsync(ContactSignal signal, string? queue, DateTimeOffset now, CancellationToken cancellationToken);
}
