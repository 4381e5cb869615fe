using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Measures a model on labelled texts.</summary>
public static class ClassifierEvaluator
{
    /// <summary>
    /// Classifies every text and compares with its label. Texts labelled <see cref="TrainingExample.OutOfScope"/> count only for the
    /// treatment of texts out of scope.
    /// </summary>
    public static EvaluationResult Evaluate(ContactClassifier classifier, IReadOnlyList<TrainingExample> examples, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(examples);
        var numbers = classifier.Topics.Select(static (topic, number) => (topic, number)).ToDictionary(static t => t.topic, static t => t.number, StringComparer.Ordinal);
        var predictions = new Prediction[examples.Count];
        var levels = 0;
        var rightLevels = 0;
        for (var i = 0; i < predictions.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var example = examples[i];
            var answer = classifier.Classify(example.Text);
            predictions[i] = new Prediction(
                example.IsOutOfScope ? Prediction.OutOfScope : numbers.GetValueOrDefault(example.Topic, Prediction.UnknownTopic),
                numbers[answer.Topic],
                answer.Confidence,
                answer.Verdict);
            if (example.Urgency is { } level && answer.Urgency is { } answered)
            {
                levels++;
                rightLevels += level == answered.Topic ? 1 : 0;
            }
        }

        string[] unknown = [.. examples.Where(e => !e.IsOutOfScope && !numbers.ContainsKey(e.Topic)).Select(static e => e.Topic).Distinct().Order(StringComparer.Ordinal)];
        return new EvaluationResult(
            ClassificationQuality.Measure(predictions, classifier.Topics),
            TopicConfusion.Find(examples, predictions, classifier.Topics),
            unknown,
            levels == 0 ? null : (double)rightLevels / levels);
    }
}
