using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>Texts of one topic that were taken for another.</summary>
/// <param name="Actual">The right topic.</param>
/// <param name="Predicted">The topic that was answered.</param>
/// <param name="Texts">How many texts.</param>
/// <param name="Examples">Some of them, personal data masked, the most confidently wrong first.</param>
public sealed record TopicConfusion(string Actual, string Predicted, int Texts, IReadOnlyList<string> Examples)
{
    private const int MaximumPairs = 20;
    private const int MaximumExamples = 3;

    /// <summary>The most frequent confusions, the largest first.</summary>
    /// <param name="examples">The texts.</param>
    /// <param name="predictions">The answer to each text.</param>
    /// <param name="topics">The topics by number.</param>
    public static IReadOnlyList<TopicConfusion> Find(
        IReadOnlyList<TrainingExample> examples, IReadOnlyList<Prediction> predictions, IReadOnlyList<string> topics)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(topics);
        return [.. Enumerable.Range(0, predictions.Count)
            .Where(i => predictions[i].Actual >= 0 && !predictions[i].IsRight)
            .GroupBy(i => (predictions[i].Actual, predictions[i].Predicted))
            .OrderByDescending(static pair => pair.Count())
            .ThenBy(static pair => pair.Key)
            .Take(MaximumPairs)
            .Select(pair =>
                new TopicConfusion(
                    topics[pair.Key.Actual], topics[pair.Key.Predicted], pair.Count(), Masked(pair, examples, predictions)))];
    }

    private static string[] Masked(IEnumerable<int> rows, IReadOnlyList<TrainingExample> examples, IReadOnlyList<Prediction> predictions) =>
        [
            .. rows.OrderByDescending(row => predictions[row].Confidence)
                .Take(MaximumExamples)
                .Select(row => PersonalDataMask.Mask(examples[row].Text))
        ];
}
