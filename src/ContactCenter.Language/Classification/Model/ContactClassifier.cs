using System.Text.Json;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Model;

/// <summary>
/// Says what a contact is about. Immutable and safe for any number of threads; scoring allocates nothing but the result. The memory of the
/// model must stay valid for as long as the classifier is used.
/// </summary>
public sealed class ContactClassifier
{
    /// <summary>Topics in an answer.</summary>
    public const int TopicsInAnswer = 3;

    /// <summary>Characters of a text that are read; what follows is passed over.</summary>
    public const int MaximumCharacters = EncodedText.MaxCharacters;

    private const string Trial = "Hello, I have a question: please help me with 2 things today, bitte?";

    private readonly TopicScorer _scorer;
    private readonly LinearModel _urgency;
    private readonly float[] _stackWeights;
    private readonly float[] _scopeWeights;
    private readonly string[] _topics;
    private readonly WordMending? _mending;

    private ContactClassifier(ModelCard card, TopicScorer scorer, LinearModel urgency, WordMending? mending)
    {
        _mending = mending;
        Card = card;
        _scorer = scorer;
        _urgency = urgency;
        _stackWeights = [.. card.StackWeights];
        _scopeWeights = [.. card.ScopeWeights];
        _topics = [.. card.Topics];
    }

    /// <summary>What the model knows about itself.</summary>
    public ModelCard Card { get; }

    /// <summary>The topics; a topic's place is its number.</summary>
    public IReadOnlyList<string> Topics => _topics;

    internal TopicScorer Scorer => _scorer;

    /// <summary>Reads a model without copying it.</summary>
    /// <param name="model">The file.</param>
    /// <param name="isVerified">True: its digest need not be computed, because whoever brought it has verified it.</param>
    /// <exception cref="ModelFileException">The model is foreign, of another version, or damaged.</exception>
    public static ContactClassifier Read(ReadOnlyMemory<byte> model, bool isVerified = false)
    {
        var sections = ModelFile.Read(model, isVerified);
        try
        {
            var card = JsonSerializer.Deserialize(sections[0].Span, ModelCardJson.Default.ModelCard)
                ?? throw new ModelFileException(Problems.ModelSilent);
            var (scorer, urgency) = ModelSections.Unpack(sections, card);
            return Tried(new ContactClassifier(card, scorer, urgency, ModelSections.Mending(sections)));
        }
        catch (JsonException error)
        {
            throw new ModelFileException(Problems.ModelUnclear, error);
        }
    }

    /// <summary>
    /// Asks a model once, as a contact would: what is wrong with its numbers is found when it is loaded, while another one can serve, and
    /// not at every contact.
    /// </summary>
    private static ContactClassifier Tried(ContactClassifier classifier)
    {
        try
        {
            var answer = classifier.ClassifyWords(Trial);
            return float.IsFinite(answer.ScopeScore) && answer.Topics.All(static topic => topic.Probability is >= 0 and <= 1)
                ? classifier
                : throw new ModelFileException(Problems.ModelNoNumber);
        }
        catch (Exception wrong) when (wrong is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new ModelFileException(Problems.ModelCannotClassify, wrong);
        }
    }

    /// <summary>
    /// Classifies a text by its words alone. What a person hears besides is heard by <c>ContactHearing</c>.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="encoder">Knows what English words mean; null, or another one than the model was trained with: nobody does.</param>
    internal ContactClassification ClassifyWords(ReadOnlySpan<char> text, SentenceEncoder? encoder = null)
    {
        var buffers = ScoringBuffers.Current;
        var probabilities = buffers.Probabilities(_topics.Length);
        var scopeScore = Score(text, probabilities);
        var (outside, unsure) = (Card.OutOfScopeBelow, Card.UnsureBelow);
        if (encoder is not null && Card.Encoder is { } card && card.Id == encoder.Id && float.IsFinite(scopeScore)
            && scopeScore > float.MinValue && EncodedMeaning.Speaks(_mending!, encoder.Words, text))
        {
            EncodedMeaning.Read(encoder, _mending!, text, buffers.Meaning);
            scopeScore = ScoreMeaning(buffers, card, probabilities);
            (outside, unsure) = (card.OutOfScopeBelow, card.UnsureBelow);
        }

        var topics = new TopicProbability[Math.Min(TopicsInAnswer, _topics.Length)];
        for (var rank = 0; rank < topics.Length; rank++)
        {
            var best = VectorMath.IndexOfLargest(probabilities);
            topics[rank] = new TopicProbability(_topics[best], probabilities[best]);
            probabilities[best] = -1;
        }

        return new ContactClassification
        {
            Verdict = Decide(scopeScore, topics[0].Probability, outside, unsure),
            Topics = topics,
            ScopeScore = MathF.Max(scopeScore, float.MinValue),
            Urgency = Card.UrgencyLevels.Count == 0 ? null : Urgency(),
        };
    }

    /// <summary>Writes the probability of every topic, without any allocation.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="probabilities">One element per topic.</param>
    /// <returns>The scope score; negative infinity for a text without a word, lowest where no feature is known.</returns>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> has another length than there are topics.</exception>
    public float Score(ReadOnlySpan<char> text, Span<float> probabilities)
    {
        if (probabilities.Length != _topics.Length)
        {
            throw new ArgumentException(
                $"Room for {_topics.Length} probabilities is needed; found {probabilities.Length}.", nameof(probabilities));
        }

        var buffers = ScoringBuffers.Current;
        TextEncoder.Encode(text, buffers.Text);
        return ScoreEncoded(buffers, probabilities);
    }

    /// <summary>
    /// The verdict for a scope score and the probability of the best topic. A text of which no feature is known is out of scope also under
    /// a model that refuses nothing else.
    /// </summary>
    public ContactVerdict Decide(float scopeScore, float confidence) =>
        Decide(scopeScore, confidence, Card.OutOfScopeBelow, Card.UnsureBelow);

    private static ContactVerdict Decide(float scopeScore, float confidence, float outOfScopeBelow, float unsureBelow) =>
        float.IsNegativeInfinity(scopeScore) ? ContactVerdict.NoText
        : scopeScore <= float.MinValue || scopeScore < outOfScopeBelow ? ContactVerdict.OutOfScope
        : confidence < unsureBelow ? ContactVerdict.Unsure
        : ContactVerdict.Sure;

    private float ScoreMeaning(ScoringBuffers buffers, EncoderCard card, Span<float> probabilities)
    {
        _scorer.ScoreMeaning(buffers);
        Span<float> weights = stackalloc float[ScoringBuffers.LearnersWithEncoder];
        Copy(card.StackWeights, weights);
        ScoreStack.Combine(buffers, weights, probabilities);
        Span<float> signals = stackalloc float[ScopeSignals.CountWithEncoder];
        ScopeSignals.Read(buffers, _scorer.Space, _scorer.Meaning!.Space, probabilities, signals);
        Span<float> scope = stackalloc float[ScopeSignals.CountWithEncoder + 1];
        Copy(card.ScopeWeights, scope);
        return ScopeSignals.Combine(signals, scope);

        static void Copy(IReadOnlyList<float> from, Span<float> to)
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[i];
            }
        }
    }

    internal float ScoreEncoded(ScoringBuffers buffers, Span<float> probabilities)
    {
        _scorer.ScoreEncoded(buffers);
        ScoreStack.Combine(buffers, _stackWeights, probabilities);
        if (!buffers.Text.SaysSomething)
        {
            return float.NegativeInfinity;
        }

        if (buffers.Bag.Count == 0)
        {
            return float.MinValue;
        }

        Span<float> signals = stackalloc float[ScopeSignals.Count];
        ScopeSignals.Read(buffers, _scorer.Space, meanings: null, probabilities, signals);
        return ScopeSignals.Combine(signals, _scopeWeights);
    }

    // The bag of the text that was scored last on this thread is still in the buffers.
    private TopicProbability Urgency()
    {
        var buffers = ScoringBuffers.Current;
        var levels = Card.UrgencyLevels.Count;
        var scores = buffers.Scores(0, Math.Max(levels, _topics.Length))[..levels];
        _urgency.Score(buffers.Bag.Buckets.AsSpan(0, buffers.Bag.Count), buffers.Bag.Values.AsSpan(0, buffers.Bag.Count), scores);
        VectorMath.Scale(scores, Card.UrgencyScale);
        VectorMath.SoftMax(scores);
        var best = VectorMath.IndexOfLargest(scores);
        return new TopicProbability(Card.UrgencyLevels[best], scores[best]);
    }
}
