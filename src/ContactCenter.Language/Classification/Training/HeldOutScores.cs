using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Training;

/// <summary>Scores of training texts from learners that have not seen them.</summary>
/// <param name="Topics">Per learner: scores text by text, topic by topic.</param>
/// <param name="Urgency">Scores text by text, level by level.</param>
internal sealed record HeldOutScores(float[][] Topics, float[] Urgency)
{
    /// <summary>Scores each text by the learners of its part.</summary>
    public static HeldOutScores Compute(
        IReadOnlyList<TrainingExample> examples, float[]?[]? meanings, int[] fold, (TopicScorer Scorer, LinearModel Urgency)[] trained,
        int topicCount, int urgencyCount, int parallelism)
    {
        var topics = new float[meanings is null ? ScoringBuffers.Learners : ScoringBuffers.LearnersWithEncoder][];
        for (var learner = 0; learner < topics.Length; learner++)
        {
            topics[learner] = new float[examples.Count * topicCount];
        }

        var urgency = new float[examples.Count * urgencyCount];
        _ = Parallel.For(0, examples.Count, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, row =>
        {
            var buffers = ScoringBuffers.Current;
            var (scorer, levels) = trained[fold[row]];
            scorer.Score(examples[row].Text, buffers);
            buffers.Scores(ScoringBuffers.Learners, topicCount).Clear();
            if (meanings?[row] is { } meaning)
            {
                meaning.CopyTo(buffers.Meaning, 0);
                scorer.ScoreMeaning(buffers);
            }

            for (var learner = 0; learner < topics.Length; learner++)
            {
                buffers.Scores(learner, topicCount).CopyTo(topics[learner].AsSpan(row * topicCount, topicCount));
            }

            var bag = buffers.Bag;
            levels.Score(
                bag.Buckets.AsSpan(0, bag.Count), bag.Values.AsSpan(0, bag.Count), urgency.AsSpan(row * urgencyCount, urgencyCount));
        });
        return new HeldOutScores(topics, urgency);
    }

    /// <summary>Share of texts whose most probable level of urgency is right; nothing when no text has a level.</summary>
    public double? UrgencyAccuracy(int[] levels)
    {
        var known = Enumerable.Range(0, levels.Length).Where(row => levels[row] >= 0).ToArray();
        var count = Urgency.Length / levels.Length;
        return known.Length == 0
            ? null
            : (double)known.Count(row => VectorMath.IndexOfLargest(Urgency.AsSpan(row * count, count)) == levels[row]) / known.Length;
    }
}

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
    /// <param name="meanings">What the encoder makes of each text; asked where there are weights for it.</param>
    public static HeldOutAnswer[] Ask(
        IReadOnlyList<string> texts, Func<int, TopicScorer> scorer, float[] stackWeights, int parallelism, float[][]? meanings = null)
    {
        var answers = new HeldOutAnswer[texts.Count];
        _ = Parallel.For(0, texts.Count, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, i =>
        {
            var buffers = ScoringBuffers.Current;
            var learners = scorer(i);
            learners.Score(texts[i], buffers);
            if (meanings is not null)
            {
                meanings[i].CopyTo(buffers.Meaning, 0);
                learners.ScoreMeaning(buffers);
            }

            var probabilities = buffers.Probabilities(learners.Linear.TopicCount);
            ScoreStack.Combine(buffers, stackWeights, probabilities);
            var signals = new float[meanings is null ? ScopeSignals.Count : ScopeSignals.CountWithEncoder];
            ScopeSignals.Read(buffers, learners.Space, learners.Meaning?.Space, probabilities, signals);
            var best = VectorMath.IndexOfLargest(probabilities);
            answers[i] = new HeldOutAnswer(best, probabilities[best], signals);
        });
        return answers;
    }
}
