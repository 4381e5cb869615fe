using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Tests.Classification;

public class ClassifierEvaluatorTests
{
    [Fact]
    public void Texts_of_the_training_are_evaluated_by_topic_urgency_and_scope()
    {
        var result = Evaluate(TinyModel.Examples());
        Assert.True(result.Quality.Accuracy > 0.95);
        Assert.True(result.UrgencyAccuracy > 0.95);
        Assert.Equal(24, result.Quality.OutOfScope.Texts);
        Assert.Empty(result.UnknownTopics);
    }

    [Fact]
    public void Topic_that_the_model_does_not_know_is_named_and_counts_as_wrong()
    {
        var result = Evaluate([new("my invoice is wrong", "billing"), new("my invoice is wrong", "weather")]);
        Assert.Equal(["weather"], result.UnknownTopics);
        Assert.Equal(0.5, result.Quality.Accuracy);
    }

    [Fact]
    public void Label_out_of_scope_is_recognised_in_any_case()
    {
        var result = Evaluate([new("penguins", "OOS")]);
        Assert.Equal(1, result.Quality.OutOfScope.Texts);
    }

    private static EvaluationResult Evaluate(IReadOnlyList<TrainingExample> examples) =>
        ClassifierEvaluator.Evaluate(TinyModel.Classifier, examples, cancellation: TestContext.Current.CancellationToken);
}
