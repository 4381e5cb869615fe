namespace ContactCenter.Language.Sequences;

/// <summary>
/// What a customer will be in touch about next, from what came before: counts after the last two topics, after the last one, and of all,
/// each leaning on the next shorter the less it has seen (Witten and Bell, 1991).
/// </summary>
public sealed class NextTopic
{
    /// <summary>The most topics before the next one that are looked at.</summary>
    public const int MaximumOrder = 2;

    /// <summary>Between the topics of a context; no topic has it.</summary>
    private const char Separator = '\u001f';

    private readonly Dictionary<string, Counts> _contexts = new(StringComparer.Ordinal);

    private NextTopic()
    {
    }

    /// <summary>The topic that follows most often, whatever came before; null: nothing was learned.</summary>
    public string? Frequent => _contexts.GetValueOrDefault("")?.Best;

    /// <summary>Learns from histories, each the topics of one customer in their order.</summary>
    public static NextTopic Learn(IEnumerable<IReadOnlyList<string>> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var model = new NextTopic();
        foreach (var history in histories)
        {
            for (var i = 1; i < history.Count; i++)
            {
                for (var order = 0; order <= Math.Min(MaximumOrder, i); order++)
                {
                    model.Count(Context(history, i, order), history[i]);
                }
            }
        }

        return model;
    }

    /// <summary>The likeliest topic after others, with its probability; null: nothing was learned.</summary>
    /// <param name="before">The topics before it, the last one last.</param>
    public TopicGuess? After(IReadOnlyList<string> before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (!_contexts.TryGetValue("", out var all))
        {
            return null;
        }

        return all.Topics
            .Select(topic => new TopicGuess(topic, Probability(before, topic, Math.Min(MaximumOrder, before.Count))))
            .OrderByDescending(static guess => guess.Probability)
            .ThenBy(static guess => guess.Topic, StringComparer.Ordinal)
            .First();
    }

    private double Probability(IReadOnlyList<string> before, string topic, int order)
    {
        var shorter = order == 0 ? 1.0 / _contexts[""].Topics.Count : Probability(before, topic, order - 1);
        if (!_contexts.TryGetValue(Context(before, before.Count, order), out var seen))
        {
            return shorter;
        }

        // as much weight goes to the shorter context as kinds of topics have followed
        double kinds = seen.Topics.Count;
        return (seen.Of(topic) + (kinds * shorter)) / (seen.Total + kinds);
    }

    private void Count(string context, string topic)
    {
        if (!_contexts.TryGetValue(context, out var counts))
        {
            _contexts.Add(context, counts = new Counts());
        }

        counts.Add(topic);
    }

    private static string Context(IReadOnlyList<string> history, int end, int order) =>
        order == 0 ? "" : string.Join(Separator, Enumerable.Range(end - order, order).Select(i => history[i]));

    private sealed class Counts
    {
        private readonly Dictionary<string, int> _topics = new(StringComparer.Ordinal);

        public int Total { get; private set; }

        public Dictionary<string, int>.KeyCollection Topics => _topics.Keys;

        public string Best => _topics.OrderByDescending(static topic => topic.Value)
            .ThenBy(static topic => topic.Key, StringComparer.Ordinal)
            .First().Key;

        public int Of(string topic) => _topics.GetValueOrDefault(topic);

        public void Add(string topic)
        {
            _topics[topic] = Of(topic) + 1;
            Total++;
        }
    }
}

/// <summary>A topic that may come next.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Probability">How likely it is, 0 to 1.</param>
public sealed record TopicGuess(string Topic, double Probability);
