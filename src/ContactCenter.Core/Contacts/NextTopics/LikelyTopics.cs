using ContactCenter.Language.Sequences;

namespace ContactCenter.Core.Contacts.NextTopics;

/// <summary>
/// What customers of this center are likely to be in touch about next, as it was learned once; nothing where what came before does not beat
/// the most frequent topic on customers of whom nothing was learned. It holds topics alone.
/// </summary>
/// <param name="At">When it was learned.</param>
/// <param name="Steps">Contacts that were guessed to judge it.</param>
/// <param name="RightByFrequency">How many of them the most frequent topic told.</param>
/// <param name="RightByHistory">How many what came before told.</param>
/// <param name="After">The likeliest topic by the one or two before it, see <see cref="Key"/>; empty: it is not worth being shown.</param>
public sealed record LikelyTopics(
    DateTimeOffset At, int Steps, int RightByFrequency, int RightByHistory, IReadOnlyDictionary<string, TopicGuess> After)
{
    /// <summary>What was seen less often before says too little to be shown.</summary>
    public const int MinimumSeen = 5;

    /// <summary>Contexts that are kept, those first that are seen most often: all of it is one item of a table.</summary>
    public const int MaximumContexts = 1500;

    /// <summary>Older than this it says nothing any more: nobody has learned for days.</summary>
    public static readonly TimeSpan Useful = TimeSpan.FromDays(4);

    private const char Between = '\n';

    /// <summary>Learns from histories, each the topics of one customer in their order.</summary>
    /// <param name="histories">The histories; every fifth judges.</param>
    /// <param name="now">The time.</param>
    public static LikelyTopics Learn(IReadOnlyList<IReadOnlyList<string>> histories, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var judged = NextTopicJudgement.Of(histories);
        var after = new Dictionary<string, TopicGuess>(StringComparer.Ordinal);
        if (judged.IsBetter)
        {
            var model = NextTopic.Learn(histories);
            foreach (var before in Contexts(histories))
            {
                after[Key(before)] = model.After(before)!;
            }
        }

        return new LikelyTopics(now, judged.Steps, judged.RightByFrequency, judged.RightByHistory, after);
    }

    /// <summary>The likeliest topic after those of a customer, the last one last; null: nothing is to be shown.</summary>
    public TopicGuess? Next(IReadOnlyList<string> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        for (var order = Math.Min(NextTopic.MaximumOrder, topics.Count); order > 0; order--)
        {
            if (After.TryGetValue(Key(topics.TakeLast(order)), out var guess))
            {
                return guess;
            }
        }

        return null;
    }

    private static string Key(IEnumerable<string> topics) => string.Join(Between, topics);

    private static IEnumerable<IReadOnlyList<string>> Contexts(IReadOnlyList<IReadOnlyList<string>> histories)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var history in histories)
        {
            for (var i = 1; i < history.Count; i++)
            {
                for (var order = 1; order <= Math.Min(NextTopic.MaximumOrder, i); order++)
                {
                    var key = Key(history.Skip(i - order).Take(order));
                    seen[key] = seen.GetValueOrDefault(key) + 1;
                }
            }
        }

        return seen.Where(static one => one.Value >= MinimumSeen)
            .OrderByDescending(static one => one.Value)
            .ThenBy(static one => one.Key, StringComparer.Ordinal)
            .Take(MaximumContexts)
            .Select(static one => one.Key.Split(Between));
    }
}

/// <summary>That a customer was in touch about a topic.</summary>
/// <param name="At">When the flow looked the customer up.</param>
/// <param name="ContactId">The contact that it began as.</param>
/// <param name="Topic">The topic.</param>
public sealed record TopicVisit(DateTimeOffset At, string ContactId, string Topic);

/// <summary>
/// Keeps what customers were in touch about, in its order: topics and ids of contacts under a key that means nothing elsewhere, see
/// <see cref="Customers.CallerKey"/>; and what was learned of it.
/// </summary>
public interface ITopicHistories
{
    /// <summary>The topics of a customer that are looked at, the latest of them.</summary>
    const int MaximumTopics = 24;

    /// <summary>Customers of whom it is learned: as many as tell rare topics too, in memory that a function has.</summary>
    const int MaximumCustomers = 50_000;

    /// <summary>How long the topics of a customer are kept after the last one: what follows from what takes months.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    /// <summary>Adds the topic of a contact; of a contact that is there already the first topic counts.</summary>
    /// <returns>The customer's topics in their order, this one included.</returns>
    ValueTask<IReadOnlyList<string>> AddAsync(
        string caller, string contactId, string topic, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The topics of customers, of <see cref="MaximumCustomers"/> at most, by the order of their keys, which is that of chance.
    /// </summary>
    ValueTask<IReadOnlyList<IReadOnlyList<string>>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The same with times and contacts, all that are kept.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<TopicVisit>>> VisitsAsync(CancellationToken cancellationToken);

    /// <summary>The topics of a history that are looked at.</summary>
    static IReadOnlyList<string> TopicsOf(IReadOnlyList<TopicVisit> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return [.. history.Select(static visit => visit.Topic).TakeLast(MaximumTopics)];
    }

    /// <summary>What was learned last, or null.</summary>
    ValueTask<LikelyTopics?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what was learned.</summary>
    ValueTask WriteAsync(LikelyTopics likely, CancellationToken cancellationToken);
}
