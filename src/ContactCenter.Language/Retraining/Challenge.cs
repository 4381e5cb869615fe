using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Retraining;

/// <summary>A challenger that was trained and compared with the champion.</summary>
/// <param name="Model">File of the challenger.</param>
/// <param name="Outcomes">The answers of both to the texts that were held back.</param>
/// <param name="Decision">Which of them serves.</param>
public sealed record Challenge(ReadOnlyMemory<byte> Model, IReadOnlyList<PairedOutcome> Outcomes, PromotionDecision Decision)
{
    /// <summary>Trains a challenger and compares it.</summary>
    /// <param name="texts">What to learn from and to compare on.</param>
    /// <param name="champion">The model in service.</param>
    /// <param name="rules">When the challenger wins.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="ArgumentException">The texts are too few to learn from.</exception>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public static Challenge Run(
        RetrainingTexts texts, ServedModel champion, PromotionRules rules, TrainingOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(champion);
        var trained = ClassifierTrainer.Train(texts.Training, options, progress: null, cancellation);
        var challenger = ContactClassifier.Read(trained.Model);
        var unseeing = new Lazy<ContactClassifier>(() => WithoutHeldBack(options, cancellation));
        PairedOutcome[] outcomes =
        [
            .. texts.HeldBack.Select(example => Compare(
                example, SeenByPackaged(example, champion) ? unseeing.Value : champion.Classifier, challenger, options.Encoder,
                isCorrection: false)),
            .. texts.HeldBackCorrections.Select(example => Compare(
                example, champion.Classifier, challenger, options.Encoder, isCorrection: true)),
        ];
        cancellation.ThrowIfCancellationRequested();
        return new Challenge(trained.Model, outcomes, ChampionChallenge.Decide(outcomes, rules));
    }

    /// <summary>Whether a model answers a text as it should: with its topic, or, for a text out of scope, by refusing it.</summary>
    public static bool IsRight(TrainingExample example, ContactClassification answer)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(answer);
        return example.IsOutOfScope ? answer.Verdict is ContactVerdict.OutOfScope or ContactVerdict.NoText : answer.Topic == example.Topic;
    }

    private static PairedOutcome Compare(
        TrainingExample example, ContactClassifier champion, ContactClassifier challenger, SentenceEncoder? encoder, bool isCorrection) =>
        new(
            example.Topic, IsRight(example, champion.Classify(example.Text, encoder: encoder)),
            IsRight(example, challenger.Classify(example.Text, encoder: encoder)), isCorrection);

    // The packaged model has seen all packaged texts, those that are held back too: on them it would win against everybody. There a model
    // of the same recipe takes its place that has not seen them.
    private static bool SeenByPackaged(TrainingExample example, ServedModel champion) =>
        champion.Id == ServedModel.PackagedId && Packaged.Value.Contains(HeldBack.Key(example.Text));

    private static readonly Lazy<HashSet<string>> Packaged = new(static () =>
        [.. PackagedTexts.All.Select(static example => HeldBack.Key(example.Text))]);

    // The texts in the order of a retraining: another order alone makes another model.
    private static ContactClassifier WithoutHeldBack(TrainingOptions options, CancellationToken cancellation) => ContactClassifier.Read(
        ClassifierTrainer.Train(
            RetrainingTexts.Choose(PackagedTexts.All, [], null, new RetrainingLimits()).Training, options, progress: null,
            cancellation).Model);
}
