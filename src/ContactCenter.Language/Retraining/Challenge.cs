using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Retraining;

/// <summary>A challenger that was trained and compared with the champion.</summary>
/// <param name="Model">File of the challenger.</param>
/// <param name="Outcomes">The answers of both to the texts that were held back.</param>
/// <param name="Decision">Which of them serves.</param>
public sealed record Challenge(ReadOnlyMemory<byte> Model, IReadOnlyList<PairedOutcome> Outcomes, PromotionDecision Decision)
{
    /// <summary>What became of texts without a topic; null: there were none, or nobody wants to learn from them.</summary>
    public UnlabelledOutcome? Unlabelled { get; init; }

    /// <summary>
    /// Trains a challenger and compares it. Where there are texts without a topic, a second one learns from those too, and takes the place
    /// of the first where it is nowhere worse.
    /// </summary>
    /// <param name="texts">What to learn from and to compare on.</param>
    /// <param name="champion">The model in service.</param>
    /// <param name="rules">When the challenger wins.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <param name="patience">Ends the training of the second one alone; the first counts then.</param>
    /// <exception cref="ArgumentException">The texts are too few to learn from.</exception>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public static Challenge Run(
        RetrainingTexts texts, ServedModel champion, PromotionRules rules, TrainingOptions options, CancellationToken cancellation,
        CancellationToken patience = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(champion);
        ArgumentNullException.ThrowIfNull(options);
        var trained = ClassifierTrainer.Train(texts.Training, options, progress: null, cancellation);
        var unseeing = new Lazy<ContactClassifier>(() => WithoutHeldBack(options, cancellation));
        (TrainingExample Text, bool ChampionIsRight, bool IsCorrection)[] asked =
        [
            .. texts.HeldBack.Select(example => (
                example,
                IsRight(example, Ask(example, SeenByPackaged(example, champion) ? unseeing.Value : champion.Classifier, options)), false)),
            .. texts.HeldBackCorrections.Select(example => (example, IsRight(example, Ask(example, champion.Classifier, options)), true)),
        ];
        cancellation.ThrowIfCancellationRequested();
        var first = Judged(trained.Model, cancellation);
        if (texts.Unlabelled.Count == 0)
        {
            return first;
        }

        Challenge? second = null;
        var (fed, outcome) = UnlabelledTrial.Run(
            texts.Training,
            options with { Unlabelled = texts.Unlabelled, Tested = [.. texts.HeldBack, .. texts.HeldBackCorrections] },
            Unseen(first),
            (model, end) => Unseen(second = Judged(model.Model, end)),
            rules.ImportantTopics, progress: null, cancellation, patience);
        return (fed is null ? first : second!) with { Unlabelled = outcome };

        Challenge Judged(ReadOnlyMemory<byte> model, CancellationToken end)
        {
            var challenger = ContactClassifier.Read(model);
            PairedOutcome[] outcomes =
            [
                .. asked.TakeWhile(_ => !end.IsCancellationRequested).Select(one => new PairedOutcome(
                    one.Text.Topic, one.ChampionIsRight, IsRight(one.Text, Ask(one.Text, challenger, options)), one.IsCorrection)),
            ];
            end.ThrowIfCancellationRequested();
            return new Challenge(model, outcomes, ChampionChallenge.Decide(outcomes, rules));
        }

        UnseenAnswer[] Unseen(Challenge judged) =>
        [
            .. asked.Zip(judged.Outcomes, (one, outcome) => new UnseenAnswer(one.Text, outcome.ChallengerIsRight)
            {
                IsCorrection = one.IsCorrection,
                IsForeign = EncodedMeaning.IsForeign(one.Text.Text),
            }),
        ];
    }

    /// <summary>Whether a model answers a text as it should: with its topic, or, for a text out of scope, by refusing it.</summary>
    public static bool IsRight(TrainingExample example, ContactClassification answer)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(answer);
        return example.IsOutOfScope ? answer.Verdict is ContactVerdict.OutOfScope or ContactVerdict.NoText : answer.Topic == example.Topic;
    }

    private static ContactClassification Ask(TrainingExample example, ContactClassifier classifier, TrainingOptions options) =>
        classifier.Classify(example.Text, encoder: options.Encoder);

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

/// <summary>Texts of contacts of which nobody has said what they were about, where a center wants to learn from those.</summary>
public interface IUnlabelledTexts
{
    /// <summary>The texts, the newest first.</summary>
    /// <exception cref="FormatException">The texts are there and cannot be read; the message names the line.</exception>
    ValueTask<IReadOnlyList<string>> UnlabelledAsync(CancellationToken cancellationToken);
}
