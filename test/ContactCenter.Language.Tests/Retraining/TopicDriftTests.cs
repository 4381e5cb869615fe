using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;

namespace ContactCenter.Language.Tests.Retraining;

public class TopicDriftTests
{
    private static readonly ModelCard Card = TinyModel.Classifier.Card;

    [Fact]
    public void Answers_like_the_training_texts_show_no_drift()
    {
        var answers = Card.Topics.SelectMany(topic => Enumerable.Repeat(topic, 300)).Zip(
            Confidences(), (topic, confidence) => new TopicProbability(topic, confidence));
        var drift = Measure(answers);
        Assert.InRange(drift.Topics, 0, 0.01);
        Assert.InRange(drift.Confidence, 0, 0.05);
    }

    [Fact]
    public void One_topic_that_takes_over_is_clear_drift() =>
        Assert.True(Measure(Enumerable.Repeat(new TopicProbability("fraud", 0.95f), 500)).Topics > TopicDrift.Clear);

    [Fact]
    public void Confidence_that_collapses_is_clear_drift() =>
        Assert.True(
            Measure(Card.Topics.SelectMany(topic => Enumerable.Repeat(new TopicProbability(topic, 0.15f), 200))).Confidence
                > TopicDrift.Clear);

    [Fact]
    public void Answers_with_the_encoder_are_measured_against_what_is_expected_with_it()
    {
        var helped = Card with
        {
            Encoder = new EncoderCard
            {
                Id = "id",
                StackWeights = [],
                ScopeWeights = [],
                OutOfScopeBelow = 0,
                UnsureBelow = 0,
                Texts = 0,
                HeldOutAccuracy = 0,
                HeldOutAccuracyWithout = 0,
                HeldOutCalibrationError = 0,
                ConfidenceShares = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
            },
        };
        var answers = AnswerCounts.Of([.. Enumerable.Repeat(new TopicProbability("fraud", 0.55f), 500)]);

        Assert.InRange(TopicDrift.Measure(helped, answers, "id").Confidence, 0, 0.05);
        Assert.True(TopicDrift.Measure(helped, answers, "another").Confidence > TopicDrift.Clear);
    }

    [Fact]
    public void No_answers_are_no_drift() => Assert.Equal(new TopicDrift(0, 0), Measure([]));

    private static TopicDrift Measure(IEnumerable<TopicProbability> answers) => TopicDrift.Measure(Card, AnswerCounts.Of([.. answers]));

    // 900 values that are distributed over the tenths as the card expects.
    private static IEnumerable<float> Confidences() =>
        Card.ConfidenceShares.SelectMany((share, bin) =>
            Enumerable.Repeat((bin + 0.5f) / ConfidenceHistogram.Bins, (int)Math.Round(share * 900)))
            .Concat(Enumerable.Repeat(0.95f, 9))
            .Take(900);
}
