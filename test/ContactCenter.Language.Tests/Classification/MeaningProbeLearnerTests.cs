using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Tests.Classification;

public class MeaningProbeLearnerTests
{
    private const int Topics = 5;

    [Fact]
    public void A_few_texts_tell_topics_apart()
    {
        var (texts, topics) = Texts(perTopic: 4, seed: 1);
        var (others, right) = Texts(perTopic: 40, seed: 2);

        var probe = MeaningProbeLearner.Learn(texts, topics, Topics, TestContext.Current.CancellationToken);

        Assert.True(others.Index().Count(text => VectorMath.IndexOfLargest(Scores(probe, text.Item)) == right[text.Index]) > 190);
    }

    [Fact]
    public void A_text_of_no_topic_is_equally_likely_of_all()
    {
        var (texts, topics) = Texts(perTopic: 4, seed: 1);
        float[][] strange = [.. Texts(perTopic: 4, seed: 7, shift: 50).Texts];

        var probe = MeaningProbeLearner.Learn(
            [.. texts, .. strange], [.. topics, .. strange.Select(static _ => -1)], Topics, TestContext.Current.CancellationToken);

        Assert.True(Sureness(probe, strange[0]) < Sureness(probe, texts[0]) / 2);
    }

    [Fact]
    public void Learning_ends_when_it_is_cancelled()
    {
        var (texts, topics) = Texts(perTopic: 4, seed: 1);

        _ = Assert.Throws<OperationCanceledException>(
            () => MeaningProbeLearner.Learn(texts, topics, Topics, new CancellationToken(canceled: true)));
    }

    private static float Sureness(MeaningProbe probe, float[] text)
    {
        var scores = Scores(probe, text);
        VectorMath.SoftMax(scores);
        return scores.Max();
    }

    private static float[] Scores(MeaningProbe probe, float[] text)
    {
        var scores = new float[Topics];
        probe.Score(text, scores);
        return scores;
    }

    // Each topic has numbers of its own that are larger; all are noisy, and of length one.
    private static (float[][] Texts, int[] Topics) Texts(int perTopic, int seed, int shift = 0)
    {
        var random = new Random(seed);
        int[] topics = [.. Enumerable.Range(0, Topics * perTopic).Select(static i => i % Topics)];
        return (Array.ConvertAll(topics, topic =>
        {
            float[] text = [.. Enumerable.Range(0, SentenceEncoder.Dimensions).Select(i =>
                random.NextSingle() - 0.5f + ((i - shift) / 10 == topic ? 1 : 0))];
            VectorMath.Scale(text, 1 / MathF.Sqrt(VectorMath.SquaredNorm(text)));
            return text;
        }), topics);
    }
}
