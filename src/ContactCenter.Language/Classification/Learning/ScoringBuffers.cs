using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>Room in which one text is scored; one per thread, grown when needed and then reused.</summary>
internal sealed class ScoringBuffers
{
    /// <summary>Number of learners whose scores there is room for.</summary>
    public const int Learners = 3;

    [ThreadStatic]
    private static ScoringBuffers? OfThread;

    private float[] _topics = [];
    private float[] _probabilities = [];

    /// <summary>The buffers of this thread.</summary>
    public static ScoringBuffers Current => OfThread ??= new ScoringBuffers();

    public EncodedText Text { get; } = new();

    public BagVector Bag { get; } = new();

    public float[] Sequence { get; } = new float[PhraseNetwork.SequenceLength(PhraseNetwork.MaxWords)];

    /// <summary>Hidden values of the bag network.</summary>
    public float[] BagHidden { get; } = new float[BagNetwork.Hidden];

    /// <summary>Strongest answer of each filter of the phrase network.</summary>
    public float[] PhraseHidden { get; } = new float[PhraseNetwork.Filters];

    /// <summary>Probabilities for a number of topics.</summary>
    public Span<float> Probabilities(int topics)
    {
        if (_probabilities.Length < topics)
        {
            _probabilities = new float[topics];
        }

        return _probabilities.AsSpan(0, topics);
    }

    /// <summary>Scores of one learner, 0 to 2, for a number of topics.</summary>
    public Span<float> Scores(int learner, int topics)
    {
        var needed = topics * Learners;
        if (_topics.Length < needed)
        {
            _topics = new float[needed];
        }

        return _topics.AsSpan(learner * topics, topics);
    }
}
