namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>Moods for the embedded system and for tests.</summary>
public sealed class InMemorySentiment : ISentimentStore
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactMood> _contacts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueueMood> _queues = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<RecordedMood?> RecordAsync(ContactSignal signal, string? queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        lock (_gate)
        {
            if (!_seen.Add(signal.Id))
            {
                return new ValueTask<RecordedMood?>((RecordedMood?)null);
            }

            var contact = signal.ContactId is { } id ? _contacts.GetValueOrDefault(id, ContactMood.New) : ContactMood.New;
            var target = MoodFold.QueueOf(contact, signal, queue);
            var before = target is null ? QueueMood.New : _queues.GetValueOrDefault(target, QueueMood.New);
            var (after, mood) = MoodFold.Apply(contact, before, signal, queue);
            if (signal.ContactId is { } known)
            {
                _contacts[known] = after;
            }

            if (target is not null)
            {
                _queues[target] = mood;
            }

            return new ValueTask<RecordedMood?>(new RecordedMood(after, target is null ? null : mood, mood != before));
        }
    }
}
