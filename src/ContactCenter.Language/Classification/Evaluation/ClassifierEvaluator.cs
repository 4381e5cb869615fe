using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Measures a model on labelled texts.</summary>
public static class ClassifierEvaluator
{
    /// <summary>
    /// Classifies every text and compares with its label. Texts labelled <see cref="TrainingExample.OutOfScope"/> count only for the
    /// treatment of texts out of scope.
    /// </summary>
    public static EvaluationResult Evaluate(
        ContactClassifier classifier, IReadOnlyList<TrainingExample> examples, SentenceEncoder? encoder = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(examples);
        var numbers = classifier.Topics.Select(static (topic, number) => (topic, number)).ToDictionary(
            static t => t.topic, static t => t.number, StringComparer.Ordinal);
        var predictions = new Prediction[examples.Count];
        var levels = 0;
        var rightLevels = 0;
        for (var i = 0; i < predictions.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var example = examples[i];
            var answer = classifier.Classify(example.Text, encoder: encoder);
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

        string[] unknown =
        [
            .. examples.Where(e => !e.IsOutOfScope && !numbers.ContainsKey(e.Topic))
                .Select(static e => e.Topic)
                .Distinct()
                .Order(StringComparer.Ordinal)
        ];
        return new EvaluationResult(
            ClassificationQuality.Measure(predictions, classifier.Topics),
            TopicConfusion.Find(examples, predictions, classifier.Topics),
            unknown,
            levels == 0 ? null : (double)rightLevels / levels);
    }
}

/// <summary>How a model does on labelled texts.</summary>
/// <param name="Quality">Accuracy, calibration, coverage and treatment of texts out of scope.</param>
/// <param name="Confusions">The pairs of topics that are most often taken for each other.</param>
/// <param name="UnknownTopics">Topics of the texts that the model does not know; their texts count as wrong.</param>
/// <param name="UrgencyAccuracy">Share of right levels of urgency, 0 to 1; nothing when model or texts have none.</param>
public sealed record EvaluationResult(
    ClassificationQuality Quality, IReadOnlyList<TopicConfusion> Confusions, IReadOnlyList<string> UnknownTopics, double? UrgencyAccuracy);

/// <summary>One answer beside the right one.</summary>
/// <param name="Actual">Number of the right topic; -1 when the text is out of scope, -2 for a topic that the model does not know.</param>
/// <param name="Predicted">Number of the most probable topic.</param>
/// <param name="Confidence">Probability of the most probable topic, 0 to 1.</param>
/// <param name="Verdict">What the classifier makes of it.</param>
public readonly record struct Prediction(int Actual, int Predicted, float Confidence, ContactVerdict Verdict)
{
    /// <summary>The right answer of a text that is out of scope.</summary>
    public const int OutOfScope = -1;

    /// <summary>The right answer of a text whose topic the model does not know.</summary>
    public const int UnknownTopic = -2;

    /// <summary>True when the most probable topic is the right one.</summary>
    public bool IsRight => Actual == Predicted;

    /// <summary>True when the topic is the right one, or a text out of scope is refused.</summary>
    public bool IsAsItShould => IsInScope ? IsRight : IsRefused;

    /// <summary>True when no topic is answered at all.</summary>
    public bool IsRefused => Verdict is ContactVerdict.OutOfScope or ContactVerdict.NoText;

    /// <summary>True for a text that is about one of the topics of the data, known to the model or not.</summary>
    public bool IsInScope => Actual != OutOfScope;
}
