using ContactCenter.Core.Contacts.Sentiment;

namespace ContactCenter.Simulation.Stores;

/// <summary>Sentiment in memory.</summary>
public sealed class InMemorySentiment : ISentimentStore
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactSentiment> _contacts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueueSentiment> _queues = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<RecordedSentiment?> RecordAsync(
        ContactSignal signal, string? queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        lock (_gate)
        {
            if (!_seen.Add(signal.Id))
            {
                return new ValueTask<RecordedSentiment?>((RecordedSentiment?)null);
            }

            var contact = signal.ContactId is { } id ? _contacts.GetValueOrDefault(id, ContactSentiment.New) : ContactSentiment.New;
            var target = SentimentFold.QueueOf(contact, signal, queue);
            var before = target is null ? QueueSentiment.New : _queues.GetValueOrDefault(target, QueueSentiment.New);
            var (after, sentiment) = SentimentFold.Apply(contact, before, signal, queue);
            if (signal.ContactId is { } known)
            {
                _contacts[known] = after;
            }

            if (target is not null)
            {
                _queues[target] = sentiment;
            }

            return new ValueTask<RecordedSentiment?>(
                RecordedSentiment.Of((contact, before), (after, sentiment), isQueueKnown: target is not null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<ContactSentiment?> FindAsync(string contact, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new ValueTask<ContactSentiment?>(_contacts.GetValueOrDefault(contact));
        }
    }

    /// <inheritdoc/>
    public ValueTask ToldAsync(string contact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_contacts.GetValueOrDefault(contact) is { Conversation: { } conversation } known)
            {
                _contacts[contact] = known with { Conversation = conversation with { IsTold = true } };
            }

            return ValueTask.CompletedTask;
        }
    }
}
