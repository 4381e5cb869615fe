using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Model;

/// <summary>The learners of a model, which score a text independently of each other.</summary>
/// <param name="Weights">Weights of the bag of features.</param>
/// <param name="Linear">Linear model.</param>
/// <param name="Bag">Network over the bag of features.</param>
/// <param name="Phrases">Network over the words in order.</param>
/// <param name="Space">Where the topics lie among the hidden values of the bag network.</param>
/// <param name="Meaning">What is learned over the encoder; null in a model that was trained without one.</param>
internal sealed record TopicScorer(
    BagWeights Weights, LinearModel Linear, BagNetwork Bag, PhraseNetwork Phrases, TopicSpace Space, MeaningScorer? Meaning)
{
    /// <summary>Scores a text; the scores are in the buffers afterwards. Also leaves the encoded text and its bag there.</summary>
    public void Score(ReadOnlySpan<char> text, ScoringBuffers buffers)
    {
        TextEncoder.Encode(text, buffers.Text);
        ScoreEncoded(buffers);
    }

    /// <summary>Scores the text that is encoded in the buffers.</summary>
    public void ScoreEncoded(ScoringBuffers buffers)
    {
        buffers.Bag.Fill(buffers.Text.Hashes, Weights);
        var buckets = buffers.Bag.Buckets.AsSpan(0, buffers.Bag.Count);
        var values = buffers.Bag.Values.AsSpan(0, buffers.Bag.Count);
        var topics = Linear.TopicCount;
        Linear.Score(buckets, values, buffers.Scores(0, topics));
        Bag.Score(buckets, values, buffers.BagHidden, buffers.Scores(1, topics));
        Phrases.Score(buffers.Text, buffers.Sequence, buffers.PhraseHidden, buffers.Scores(2, topics));
    }

    /// <summary>Scores the meaning that is in the buffers.</summary>
    public void ScoreMeaning(ScoringBuffers buffers) =>
        Meaning!.Probe.Score(buffers.Meaning, buffers.Scores(ScoringBuffers.Learners, Linear.TopicCount));
}

/// <summary>What is learned over the encoder.</summary>
/// <param name="Probe">Scores the topics.</param>
/// <param name="Space">Where the topics lie among what the encoder makes of texts.</param>
internal sealed record MeaningScorer(MeaningProbe Probe, TopicSpace Space);
