namespace ContactCenter.Language.Classification.Model;

/// <summary>What a contact is about.</summary>
public sealed record ContactClassification
{
    /// <summary>Whether to act on the topic, to ask back, or to treat the contact as out of scope.</summary>
    public required ContactVerdict Verdict { get; init; }

    /// <summary>The up to three most probable topics, the first one first; also given when unsure or out of scope.</summary>
    public required IReadOnlyList<TopicProbability> Topics { get; init; }

    /// <summary>How surely the text is about any of the topics, on the scale of the out-of-scope threshold; higher is surer.</summary>
    public required float ScopeScore { get; init; }

    /// <summary>The most probable level of urgency; nothing when the model has learned none.</summary>
    public TopicProbability? Urgency { get; init; }

    /// <summary>The most probable topic.</summary>
    public string Topic => Topics[0].Topic;

    /// <summary>Probability of <see cref="Topic"/>.</summary>
    public float Confidence => Topics[0].Probability;
}

/// <summary>How far an answer can be relied on.</summary>
public enum ContactVerdict
{
    /// <summary>The topic is probable enough to act on.</summary>
    Sure,

    /// <summary>One of the first three topics, but better ask back.</summary>
    Unsure,

    /// <summary>The text is about nothing that the model knows.</summary>
    OutOfScope,

    /// <summary>There is nothing to read: the text is empty or has only marks, such as "?!".</summary>
    NoText,
}

/// <summary>A topic with its probability.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Probability">Calibrated probability, 0 to 1.</param>
public readonly record struct TopicProbability(string Topic, float Probability);
