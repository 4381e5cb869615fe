namespace ContactCenter.Language.Classification.Scope;

/// <summary>
/// Plays topics that nobody has thought of: some topics are kept from the learners and their texts asked about as if out of scope. What is
/// out of scope in service is mostly of this kind, the hardest one: said in the words of the known topics, but about none of them.
/// </summary>
internal sealed class UnknownTopics
{
    // A quarter of the topics is unknown at a time, so the learners still know most of what they will know.
    private const int MaximumParts = 4;

    // From so many texts on two turns ask about thousands of texts, and two more would cost a quarter of the training's time for nothing.
    private const int ManyTexts = 10_000;
    private const int TurnsOfManyTexts = 2;

    // With two topics, one unknown leaves nothing to tell apart.
    private const int MinimumTopics = 3;

    private readonly int[] _topics;
    private readonly int[] _fold;
    private readonly int[] _groupOf;
    private readonly int _folds;

    /// <summary>Deals the topics to groups that are unknown in turn.</summary>
    /// <param name="topics">Topic of each text; negative when out of scope.</param>
    /// <param name="fold">Part of each text in the cross-validation.</param>
    /// <param name="topicCount">Number of topics.</param>
    /// <param name="seed">Seed of the dealing.</param>
    public UnknownTopics(int[] topics, int[] fold, int topicCount, int seed)
    {
        _topics = topics;
        _fold = fold;
        _folds = fold.Max() + 1;
        var parts = Math.Min(topicCount, MaximumParts);
        Groups = topicCount < MinimumTopics ? 0 : topics.Length >= ManyTexts ? Math.Min(parts, TurnsOfManyTexts) : parts;
        var order = Enumerable.Range(0, topicCount).ToArray();
        new Random(seed).Shuffle(order);
        _groupOf = new int[topicCount];
        for (var i = 0; i < topicCount; i++)
        {
            _groupOf[order[i]] = i % parts;
        }
    }

    /// <summary>Number of groups that have a turn; zero when there are too few topics to keep any back.</summary>
    public int Groups { get; }

    /// <summary>The texts that are learned from while a group is unknown: those of the other topics, without one part.</summary>
    public int[] LearnedWithout(int group) => Rows(row => !IsHeldOut(row, group) && !IsUnknown(row, group));

    /// <summary>
    /// The texts that are asked about while a group is unknown: all of the group, and of the others those not learned from.
    /// </summary>
    public int[] AskedAbout(int group) => Rows(row => IsHeldOut(row, group) || IsUnknown(row, group));

    /// <summary>True for a text of a topic of the group.</summary>
    public bool IsUnknown(int row, int group) => _topics[row] >= 0 && _groupOf[_topics[row]] == group;

    /// <summary>What was found when a text was asked about while a group was unknown.</summary>
    public ScopeProbe Probe(int group, int row, bool isOutOfScope, float[] signals) => new(
        group,
        isOutOfScope ? ScopeProbeKind.OutOfScope : IsUnknown(row, group) ? ScopeProbeKind.UnknownTopic : ScopeProbeKind.InScope,
        signals);

    private bool IsHeldOut(int row, int group) => _fold[row] == group % _folds;

    private int[] Rows(Func<int, bool> include) => [.. Enumerable.Range(0, _topics.Length).Where(include)];
}
