namespace ContactCenter.Language.Classification.Learning;

/// <summary>
/// What a text is about, as far as the learners are told: one topic that a person has named, none, or how likely each is by somebody who
/// is not sure (Hinton, Vinyals, Dean, "Distilling the knowledge in a neural network", 2015).
/// </summary>
internal sealed class TopicTarget
{
    // A tenth of the belief is spread over all topics: labels given by people are wrong now and then.
    private const float Smoothing = 0.1f;

    // Less likely topics are among those over which the rest is spread: what is kept of a text stays small, however many topics there are.
    private const float MinimumShare = 0.01f;

    private readonly int[] _topics;
    private readonly float[] _shares;
    private readonly bool _isNamed;

    private TopicTarget(int[] topics, float[] shares, float spread, bool isNamed)
    {
        _topics = topics;
        _shares = shares;
        Spread = spread;
        _isNamed = isNamed;
    }

    /// <summary>The topics that are more likely than all others, the likeliest first.</summary>
    public ReadOnlySpan<int> Topics => _topics;

    /// <summary>How likely each of <see cref="Topics"/> is.</summary>
    public ReadOnlySpan<float> Shares => _shares;

    /// <summary>What is spread evenly over all topics.</summary>
    public float Spread { get; }

    /// <summary>The likeliest topic; negative for none.</summary>
    public int Likeliest => _topics.Length == 0 ? -1 : _topics[0];

    /// <summary>What a person has said.</summary>
    /// <param name="topic">The topic; negative for a text that belongs to none.</param>
    public static TopicTarget Named(int topic) => topic < 0
        ? new TopicTarget([], [], 1, isNamed: true)
        : new TopicTarget([topic], [1 - Smoothing], Smoothing, isNamed: true);

    /// <summary>What is only likely.</summary>
    /// <param name="probabilities">How likely each topic is.</param>
    public static TopicTarget Likely(ReadOnlySpan<float> probabilities)
    {
        var order = new List<(float Share, int Topic)>();
        for (var topic = 0; topic < probabilities.Length; topic++)
        {
            if (probabilities[topic] >= MinimumShare)
            {
                order.Add((probabilities[topic], topic));
            }
        }

        order.Sort(static (a, b) => b.Share.CompareTo(a.Share));
        return new TopicTarget(
            [.. order.Select(static one => one.Topic)], [.. order.Select(static one => one.Share)],
            Math.Max(0, 1 - order.Sum(static one => one.Share)), isNamed: false);
    }

    /// <summary>How much the text counts for or against a topic where only one can be told; 1 for what a person has said.</summary>
    public float CountsFor(int topic)
    {
        if (_isNamed)
        {
            return 1;
        }

        var at = Array.IndexOf(_topics, topic);
        return at switch { < 0 => 1, 0 => _shares[0], _ => 1 - _shares[at] };
    }
}
