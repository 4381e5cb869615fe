using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Training;

/// <summary>
/// Texts of which nobody has said what they are about: the learner over the encoder says how likely each topic is, and the fast learners
/// learn that, so that they know words which no labelled text has. What it says to a set of learners, it has learned from their texts
/// alone: held-out texts stay unseen.
/// </summary>
internal sealed class UnlabelledTexts
{
    private readonly float[][] _meanings;

    private UnlabelledTexts(SparseText[] texts, float[][] meanings)
    {
        Texts = texts;
        _meanings = meanings;
    }

    /// <summary>What the fast learners read.</summary>
    public SparseText[] Texts { get; }

    /// <summary>
    /// Reads the texts in the encoder's language, each once, without those that have a topic or are tested on. Of more than are allowed
    /// so many are drawn.
    /// </summary>
    public static UnlabelledTexts Read(
        EncoderTraining encoding, IReadOnlyList<TrainingExample> examples, TrainingOptions options, CancellationToken cancellation)
    {
        var others = examples.Concat(options.Tested).Select(static example => example.Text.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] texts = [.. options.Unlabelled.Select(static text => text.Trim())
            .Where(text => text.Length > 0 && !others.Contains(text)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (texts.Length > TrainingOptions.MaximumUnlabelled)
        {
            new Random(options.Seed).Shuffle(texts);
            texts = texts[..TrainingOptions.MaximumUnlabelled];
        }

        var meanings = encoding.Encode(texts, cancellation);
        int[] known = [.. Enumerable.Range(0, texts.Length).Where(row => meanings[row] is not null)];
        return new UnlabelledTexts(
            SparseText.ReadAll(Array.ConvertAll(known, row => texts[row])), Array.ConvertAll(known, row => meanings[row]!));
    }

    /// <summary>
    /// How sharp the scores of the learner over the encoder must be for its probabilities to hold, found on labelled texts that it has not
    /// seen.
    /// </summary>
    /// <param name="encoding">What the encoder makes of the labelled texts.</param>
    /// <param name="topics">Topic of each.</param>
    /// <param name="fold">Part of each in the cross-validation.</param>
    /// <param name="probes">The learner of each part.</param>
    /// <param name="topicCount">Number of topics.</param>
    public static float Sharpness(EncoderTraining encoding, int[] topics, int[] fold, MeaningProbe[] probes, int topicCount)
    {
        int[] rows = [.. Enumerable.Range(0, topics.Length).Where(row => topics[row] >= 0 && encoding.Meanings[row] is not null)];
        var scores = new float[rows.Length * topicCount];
        for (var i = 0; i < rows.Length; i++)
        {
            probes[fold[rows[i]]].Score(encoding.Meanings[rows[i]], scores.AsSpan(i * topicCount, topicCount));
        }

        return ScoreStack.Fit([scores], Array.ConvertAll(rows, row => topics[row]), topicCount)[0];
    }

    /// <summary>What a learner over the encoder takes each text for.</summary>
    public TopicTarget[] Guess(MeaningProbe probe, float sharpness, int topicCount)
    {
        var probabilities = new float[topicCount];
        return Array.ConvertAll(_meanings, meaning =>
        {
            probe.Score(meaning, probabilities);
            VectorMath.Scale(probabilities, sharpness);
            VectorMath.SoftMax(probabilities);
            return TopicTarget.Likely(probabilities);
        });
    }
}
