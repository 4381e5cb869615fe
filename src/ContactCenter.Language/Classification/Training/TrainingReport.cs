using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Classification.Training;

/// <summary>What the people who train a classifier want to know about it.</summary>
public sealed record TrainingReport
{
    /// <summary>The model's description of itself.</summary>
    public required ModelCard Card { get; init; }

    /// <summary>Quality on texts held out in cross-validation.</summary>
    public required ClassificationQuality HeldOut { get; init; }

    /// <summary>The pairs of topics that are most often taken for each other.</summary>
    public required IReadOnlyList<TopicConfusion> Confusions { get; init; }

    /// <summary>Held-out texts by right topic (row) and answered topic (column), in the order of the card's topics.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> ConfusionCounts { get; init; }

    /// <summary>Share of held-out texts with the right level of urgency, 0 to 1; nothing when no text has one.</summary>
    public double? UrgencyAccuracy { get; init; }

    /// <summary>
    /// What is suspicious about the training texts, where somebody has reviewed them (<see cref="DatasetReview"/>); training itself does
    /// not.
    /// </summary>
    public IReadOnlyList<DatasetWarning> Warnings { get; init; } = [];

    /// <summary>What became of texts without a topic, where some were tried (<see cref="UnlabelledTrial"/>).</summary>
    public UnlabelledOutcome? Unlabelled { get; init; }

    internal static TrainingReport Create(
        IReadOnlyList<TrainingExample> examples, Prediction[] predictions, ModelCard card, double? urgencyAccuracy)
    {
        var counts = new int[card.Topics.Count][];
        for (var k = 0; k < counts.Length; k++)
        {
            counts[k] = new int[counts.Length];
        }

        foreach (var prediction in predictions.Where(static p => p.Actual >= 0))
        {
            counts[prediction.Actual][prediction.Predicted]++;
        }

        return new TrainingReport
        {
            Card = card,
            HeldOut = ClassificationQuality.Measure(predictions, card.Topics),
            Confusions = TopicConfusion.Find(examples, predictions, card.Topics),
            ConfusionCounts = counts,
            UrgencyAccuracy = urgencyAccuracy,
        };
    }
}

/// <summary>A trained model and what is known about it.</summary>
/// <param name="Model">The model in the <c>.ccm</c> format, ready to be stored.</param>
/// <param name="Report">Quality on texts held out in cross-validation, and warnings about the texts.</param>
public sealed record TrainingResult(ReadOnlyMemory<byte> Model, TrainingReport Report)
{
    /// <summary>
    /// The held-out answers, of each text without the encoder, and after these with it, of the texts in its language. The same texts and
    /// seed give the same order.
    /// </summary>
    public IReadOnlyList<UnseenAnswer> Unseen { get; init; } = [];
}

/// <summary>How far a training is.</summary>
/// <param name="Done">Learners trained.</param>
/// <param name="Total">Learners to train.</param>
/// <param name="Step">What was finished last, in words.</param>
public sealed record TrainingProgress(int Done, int Total, string Step);
