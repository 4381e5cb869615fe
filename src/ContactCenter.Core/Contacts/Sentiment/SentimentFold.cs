using ContactCenter.Language.Sentiment;

namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>
/// Puts a signal to what is known. Scores that come before the contact's queue is known wait on the contact, so events may come in any
/// order.
/// </summary>
public static class SentimentFold
{
    /// <summary>The queue that gets the scores of a contact after a signal, or null while it is not known.</summary>
    /// <param name="contact">The contact so far.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="queue">Name of the signal's queue, or null.</param>
    public static string? QueueOf(ContactSentiment contact, ContactSignal signal, string? queue)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(signal);
        return queue is not null && signal.At >= contact.QueueAt ? queue : contact.Queue ?? queue;
    }

    /// <summary>Contact and queue after a signal.</summary>
    /// <param name="contact">The contact so far.</param>
    /// <param name="queueSentiment">The sentiment so far of the queue that <see cref="QueueOf"/> names; not used without one.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="queue">Name of the signal's queue, or null.</param>
    public static (ContactSentiment Contact, QueueSentiment Queue) Apply(
        ContactSentiment contact, QueueSentiment queueSentiment, ContactSignal signal, string? queue)
    {
        ArgumentNullException.ThrowIfNull(queueSentiment);
        var target = QueueOf(contact, signal, queue);
        var (trend, waiting, given) = (contact.Trend, contact.Waiting, contact.Given);
        var (conversation, scores) = signal.Turns.Count > 0 || signal.Others.Count > 0
            ? (contact.Conversation ?? Conversation.New).Hear(signal.Turns, signal.At, signal.Others)
            : (contact.Conversation, signal.Scores);
        foreach (var score in scores)
        {
            trend = trend.Add(signal.At, score, ContactSentiment.HalfLife);
            if (given < ContactSentiment.MaximumForQueue)
            {
                waiting = waiting.Add(signal.At, score, QueueSentiment.HalfLife);
                given++;
            }
        }

        var known = contact with
        {
            Trend = trend,
            Waiting = waiting,
            Given = given,
            Conversation = conversation,
            Queue = target,
            QueueAt = queue is not null && signal.At > contact.QueueAt ? signal.At : contact.QueueAt,
        };
        if (target is null || waiting.Weight <= 0)
        {
            return (known, queueSentiment);
        }

        // a contact counts as one where it is first heard of
        var contacts = contact.Given == 0 || contact.Queue is null
            ? queueSentiment.Contacts.Add(waiting.At, 0, QueueSentiment.HalfLife)
            : queueSentiment.Contacts;
        return (
            known with { Waiting = SentimentTrend.None },
                new QueueSentiment(queueSentiment.Trend.Add(waiting, QueueSentiment.HalfLife), contacts));
    }
}
