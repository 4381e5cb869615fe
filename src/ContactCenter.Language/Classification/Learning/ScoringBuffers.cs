using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Learning;

/// <summary>Room in which one text is scored; one per thread, grown when needed and then reused.</summary>
internal sealed class ScoringBuffers
{
    /// <summary>Number of learners that need no encoder.</summary>
    public const int Learners = 3;

    /// <summary>Number of learners with the one over what the encoder makes of a text, which is the last.</summary>
    public const int LearnersWithEncoder = 4;

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

    /// <summary>What the encoder makes of the text.</summary>
    public float[] Meaning { get; } = new float[SentenceEncoder.Dimensions];

    /// <summary>Probabilities for a number of topics.</summary>
    public Span<float> Probabilities(int topics)
    {
        if (_probabilities.Length < topics)
        {
            _probabilities = new float[topics];
        }

        return _probabilities.AsSpan(0, topics);
    }

    /// <summary>Scores of one learner, 0 to 3, for a number of topics.</summary>
    public Span<float> Scores(int learner, int topics)
    {
        var needed = topics * LearnersWithEncoder;
        if (_topics.Length < needed)
        {
            _topics = new float[needed];
        }

        return _topics.AsSpan(learner * topics, topics);
    }
}
