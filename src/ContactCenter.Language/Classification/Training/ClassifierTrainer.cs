using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Training;

/// <summary>
/// Trains a classifier: cross-validation gives every text scores from learners that have not seen it; from those come the weights of the
/// stack, the calibration, the thresholds and the report; then the learners are trained on all texts.
/// </summary>
public static class ClassifierTrainer
{
    private const int MinimumTexts = 4;

    // The format numbers topics with 16 bits; a model with more than some hundred topics is of no use to route by anyway.
    private const int MaximumTopics = 4096;

    /// <summary>Trains a classifier and reports its quality on held-out texts.</summary>
    /// <param name="examples">Labelled texts; at least two topics.</param>
    /// <param name="options">How to train.</param>
    /// <param name="progress">Told after each learner; may be called from several threads.</param>
    /// <param name="cancellation">Ends the training early.</param>
    /// <exception cref="ArgumentException">The texts are too few or have fewer than two topics.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static TrainingResult Train(
        IReadOnlyList<TrainingExample> examples, TrainingOptions options, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        string[] topicNames =
        [
            .. examples.Where(static e => !e.IsOutOfScope).Select(static e => e.Topic).Distinct().Order(StringComparer.Ordinal)
        ];
        string[] levels = [.. examples.Select(static e => e.Urgency).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        Check(examples, topicNames, levels);

        var topics = examples.Select(e => e.IsOutOfScope ? -1 : Array.BinarySearch(topicNames, e.Topic, StringComparer.Ordinal)).ToArray();
        var urgencies = examples.Select(e =>
            e.Urgency is null ? -1 : Array.BinarySearch(levels, e.Urgency, StringComparer.Ordinal)).ToArray();
        var texts = SparseText.ReadAll([.. examples.Select(static e => e.Text)]);
        var folds = Math.Min(options.Folds, examples.Count / 2);
        var fold = StratifiedFolds.Deal(topics, folds, options.Seed);
        var unknown = new UnknownTopics(topics, fold, topicNames.Length, options.Seed);
        int[][] parts =
        [
            .. Enumerable.Range(0, folds).Select(f => Rows(fold, row => row != f)),
            .. Enumerable.Range(0, unknown.Groups).Select(unknown.LearnedWithout),
            Rows(fold, static _ => true),
        ];
        var encoding = EncoderTraining.Begin(examples, topicNames, options, cancellation);
        var unlabelled = Unlabelled(encoding, examples, options, cancellation);
        var trained = new TrainingJob(
            texts, encoding, unlabelled, topics, urgencies, topicNames.Length, levels.Length, options, progress, cancellation)
            .Run(parts, fold);

        var heldOut = HeldOutScores.Compute(
            examples, encoding?.Meanings, fold, trained, topicNames.Length, levels.Length, options.Parallelism);
        var weights = ScoreStack.Fit(heldOut.Topics[..ScoringBuffers.Learners], topics, topicNames.Length);
        var answers = HeldOutAnswer.Ask(
            [.. examples.Select(static e => e.Text)], row => trained[fold[row]].Scorer, weights, options.Parallelism);
        var probes = Enumerable.Range(
            0, unknown.Groups).SelectMany(group => Probe(examples, unknown, group, trained[folds + group].Scorer, weights, options));
        var scope = ScopeCalibration.Fit(topics, answers, [.. probes], options);
        Prediction?[] encoded = [];
        var card = Describe(topics, topicNames, levels, weights, scope, answers, options, out var predictions) with
        {
            UnlabelledTexts = unlabelled?.Texts.Length ?? 0,
            Encoder = encoding?.Fit(topics, topicNames, fold, trained, unknown, heldOut.Topics, answers, out encoded),
            UrgencyScale = levels.Length == 0 ? 1 : ScoreStack.Fit([heldOut.Urgency], urgencies, levels.Length)[0],
        };
        var model = ModelFile.Write(ModelSections.Pack(card, trained[^1].Scorer, trained[^1].Urgency, encoding?.Mending));
        return new TrainingResult(model, TrainingReport.Create(examples, predictions, card, heldOut.UrgencyAccuracy(urgencies)))
        {
            Unseen =
            [
                .. examples.Select((example, row) => new UnseenAnswer(example, predictions[row].IsAsItShould)
                {
                    IsForeign = EncodedMeaning.IsForeign(example.Text),
                }),
                .. examples.Zip(encoded).Where(static one => one.Second is not null).Select(static one =>
                    new UnseenAnswer(one.First, one.Second!.Value.IsAsItShould) { IsEncoded = true }),
            ],
        };
    }

    private static void Check(IReadOnlyList<TrainingExample> examples, string[] topics, string[] levels)
    {
        if (topics.Length < 2 || examples.Count < MinimumTexts)
        {
            throw new ArgumentException(Problems.TooFewTexts($"{MinimumTexts}", $"{topics.Length}", $"{examples.Count}"));
        }

        if (topics.Length > MaximumTopics || levels.Length > MaximumTopics)
        {
            throw new ArgumentException(Problems.TooManyTopics($"{MaximumTopics}", $"{topics.Length}"));
        }
    }

    private static UnlabelledTexts? Unlabelled(
        EncoderTraining? encoding, IReadOnlyList<TrainingExample> examples, TrainingOptions options, CancellationToken cancellation) =>
        options.Unlabelled.Count == 0
            ? null
            : encoding is null
                ? throw new ArgumentException(
                    options.Encoder is null ? Problems.UnlabelledAlone : Problems.UnlabelledTooFew($"{EncoderTraining.MinimumTexts}"))
                : UnlabelledTexts.Read(encoding, examples, options, cancellation);

    private static int[] Rows(int[] fold, Func<int, bool> include) =>
        [.. Enumerable.Range(0, fold.Length).Where(row => include(fold[row]))];

    private static IEnumerable<ScopeProbe> Probe(
        IReadOnlyList<TrainingExample> examples, UnknownTopics unknown, int group, TopicScorer scorer, float[] weights,
        TrainingOptions options)
    {
        var rows = unknown.AskedAbout(group);
        var answers = HeldOutAnswer.Ask([.. rows.Select(row => examples[row].Text)], _ => scorer, weights, options.Parallelism);
        return rows.Select((row, i) => unknown.Probe(group, row, examples[row].IsOutOfScope, answers[i].Signals));
    }

    private static ModelCard Describe(
        int[] topics, string[] topicNames, string[] levels, float[] weights, ScopeCalibration scope, HeldOutAnswer[] answers,
        TrainingOptions options,
        out Prediction[] predictions)
    {
        var inScope = Enumerable.Range(0, topics.Length).Where(i => topics[i] >= 0).ToArray();
        var scores = Array.ConvertAll(answers, answer => ScopeSignals.Combine(answer.Signals, scope.Weights));
        var accepted = inScope.Where(i => scores[i] >= scope.OutOfScopeBelow);
        var unsureBelow = UnsureThreshold.Of(
            [.. accepted.Select(i => (answers[i].Confidence, answers[i].Topic == topics[i]))], options.CostOfWrongTopic,
            options.CostOfAskingBack);
        predictions = [.. answers.Select((answer, i) => new Prediction(
            topics[i] < 0 ? Prediction.OutOfScope : topics[i],
            answer.Topic,
            answer.Confidence,
            scores[i] < scope.OutOfScopeBelow
                ? ContactVerdict.OutOfScope
                : answer.Confidence < unsureBelow ? ContactVerdict.Unsure : ContactVerdict.Sure))];
        var quality = ClassificationQuality.Measure(predictions, topicNames);
        return new ModelCard
        {
            Topics = topicNames,
            UrgencyLevels = levels,
            StackWeights = weights,
            ScopeWeights = scope.Weights,
            OutOfScopeBelow = scope.OutOfScopeBelow,
            UnsureBelow = unsureBelow,
            TrainingTexts = inScope.Length,
            OutOfScopeTexts = topics.Length - inScope.Length,
            Seed = options.Seed,
            HeldOutAccuracy = quality.Accuracy,
            HeldOutCalibrationError = quality.CalibrationError,
            TopicShares = [.. quality.Topics.Select(topic => (double)topic.Texts / inScope.Length)],
            ConfidenceShares = ConfidenceHistogram.Shares(inScope.Select(i => answers[i].Confidence)),
        };
    }
}
