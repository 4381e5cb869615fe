using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Scope;

namespace ContactCenter.Language.Classification.Training;

/// <summary>What a stack of learners answers to a text that they have not seen.</summary>
/// <param name="Topic">Number of the most probable topic.</param>
/// <param name="Confidence">Its probability.</param>
/// <param name="Signals">What speaks for the text being about any of the topics.</param>
internal readonly record struct HeldOutAnswer(int Topic, float Confidence, float[] Signals)
{
    /// <summary>Asks learners about texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="scorer">The learners to ask about each text.</param>
    /// <param name="stackWeights">Weights of the stack.</param>
    /// <param name="parallelism">Threads.</param>
    public static HeldOutAnswer[] Ask(IReadOnlyList<string> texts, Func<int, TopicScorer> scorer, float[] stackWeights, int parallelism)
    {
        var answers = new HeldOutAnswer[texts.Count];
        _ = Parallel.For(0, texts.Count, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, i =>
        {
            var buffers = ScoringBuffers.Current;
            var learners = scorer(i);
            learners.Score(texts[i], buffers);
            var probabilities = buffers.Probabilities(learners.Linear.TopicCount);
            ScoreStack.Combine(buffers, stackWeights, probabilities);
            var signals = new float[ScopeSignals.Count];
            ScopeSignals.Read(buffers, learners.Space, probabilities, signals);
            var best = VectorMath.IndexOfLargest(probabilities);
            answers[i] = new HeldOutAnswer(best, probabilities[best], signals);
        });
        return answers;
    }
}
