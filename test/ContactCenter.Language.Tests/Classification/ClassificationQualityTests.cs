using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Tests.Classification;

public class ClassificationQualityTests
{
    private static readonly string[] Topics = ["a", "b"];

    [Fact]
    public void Accuracy_and_f1_are_those_of_the_counts()
    {
        var quality = ClassificationQuality.Measure([Sure(0, 0), Sure(0, 0), Sure(0, 1), Sure(1, 1)], Topics);
        Assert.Equal(0.75, quality.Accuracy);
        Assert.Equal(new TopicQuality("a", 3, 1, 2.0 / 3), quality.Topics[0]);
        Assert.Equal(new TopicQuality("b", 1, 0.5, 1), quality.Topics[1]);
        Assert.Equal((0.8 + (2.0 / 3)) / 2, quality.MacroF1, 10);
    }

    [Fact]
    public void Calibration_error_is_the_distance_of_confidence_and_accuracy()
    {
        Prediction[] predictions = [.. Enumerable.Range(0, 10).Select(i => new Prediction(0, i < 6 ? 0 : 1, 0.9f, ContactVerdict.Sure))];
        Assert.Equal(0.3, ClassificationQuality.Measure(predictions, Topics).CalibrationError, 5);
    }

    [Fact]
    public void Coverage_keeps_the_most_confident_answers()
    {
        Prediction[] predictions =
        [
            .. Enumerable.Range(0, 10).Select(i => new Prediction(0, i == 0 ? 1 : 0, 0.1f * i, ContactVerdict.Sure))
        ];
        Assert.Equal(
            [new CoveragePoint(0.8, 1), new CoveragePoint(0.9, 1)], ClassificationQuality.Measure(predictions, Topics).Coverage.Take(2));
    }

    [Fact]
    public void Texts_out_of_scope_count_only_for_their_refusal()
    {
        Prediction[] predictions =
        [
            Sure(0, 0), new(1, 1, 0.9f, ContactVerdict.OutOfScope),
            new(Prediction.OutOfScope, 0, 0.3f, ContactVerdict.OutOfScope), new(Prediction.OutOfScope, 0, 0.3f, ContactVerdict.Sure),
        ];
        var quality = ClassificationQuality.Measure(predictions, Topics);
        Assert.Equal(1, quality.Accuracy);
        Assert.Equal(new OutOfScopeQuality(2, 0.5, 0.5, 0.5), quality.OutOfScope);
    }

    [Fact]
    public void Topic_that_the_model_does_not_know_counts_as_wrong() =>
        Assert.Equal(0.5, ClassificationQuality.Measure([Sure(0, 0), Sure(Prediction.UnknownTopic, 0)], Topics).Accuracy);

    [Fact]
    public void Nothing_to_measure_gives_zeros() => Assert.Equal(0, ClassificationQuality.Measure([], Topics).Accuracy);

    private static Prediction Sure(int actual, int predicted) => new(actual, predicted, 0.9f, ContactVerdict.Sure);
}
