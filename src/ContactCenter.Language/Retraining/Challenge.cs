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

        var (fed, left) = options.Encoder is null ? (null, "no encoder is at hand") : Fed();
        return fed ?? first with { Unlabelled = new UnlabelledOutcome(texts.Unlabelled.Count, 0, left) };

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

        (Challenge? Fed, string? Left) Fed()
        {
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience);
                var second = ClassifierTrainer.Train(
                    texts.Training,
                    options with { Unlabelled = texts.Unlabelled, Tested = [.. texts.HeldBack, .. texts.HeldBackCorrections] },
                    progress: null, both.Token);
                var judged = Judged(second.Model, both.Token);
                return Worse(first, judged, asked, rules) is { } worse ? (null, worse) : (judged with
                {
                    Unlabelled = new UnlabelledOutcome(texts.Unlabelled.Count, second.Report.Card.UnlabelledTexts, null),
                }, null);
            }
            catch (ArgumentException)
            {
                return (null, "too few labelled texts are in the language of the encoder");
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return (null, "the time was not enough");
            }
        }
    }

    /// <summary>
    /// On what a challenger is worse than the one without: on all texts, on corrections, on texts in languages that the encoder does not
    /// know, or on an important topic; null: on nothing.
    /// </summary>
    private static string? Worse(
        Challenge without, Challenge fed, (TrainingExample Text, bool ChampionIsRight, bool IsCorrection)[] asked, PromotionRules rules)
    {
        (string Name, Func<int, bool> Counts)[] parts =
        [
            ("corrections", i => asked[i].IsCorrection),
            ("texts in other languages than English", i => !EncodedMeaning.IsEnglish(asked[i].Text.Text)),
            .. rules.ImportantTopics.Select(topic => (topic, new Func<int, bool>(i => asked[i].Text.Topic == topic))),
            ("all texts", static _ => true),
        ];
        foreach (var (name, counts) in parts)
        {
            int[] rows = [.. Enumerable.Range(0, asked.Length).Where(counts)];
            var (before, now) = (
                rows.Count(row => without.Outcomes[row].ChallengerIsRight), rows.Count(row => fed.Outcomes[row].ChallengerIsRight));
            if (now < before)
            {
                return $"with them {now} instead of {before} of {rows.Length} are right: {name}";
            }
        }

        return null;
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

/// <summary>What became of texts without a topic.</summary>
/// <param name="Texts">Texts that there were.</param>
/// <param name="Learned">Texts that were learned from.</param>
/// <param name="Left">Why none was; null: they were.</param>
public sealed record UnlabelledOutcome(int Texts, int Learned, string? Left)
{
    /// <summary>In one sentence, for the report and for what stands with the model.</summary>
    public override string ToString() => Left is null
        ? $"Of {Texts} texts without a topic {Learned} were learned from."
        : $"{Texts} texts without a topic were left out: {Left}.";
}

/// <summary>Texts of contacts of which nobody has said what they were about, where a center wants to learn from those.</summary>
public interface IUnlabelledTexts
{
    /// <summary>The texts, the newest first.</summary>
    /// <exception cref="FormatException">The texts are there and cannot be read; the message names the line.</exception>
    ValueTask<IReadOnlyList<string>> UnlabelledAsync(CancellationToken cancellationToken);
}
