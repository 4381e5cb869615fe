using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Classification.Training;

/// <summary>
/// What the encoder adds to a training: what it makes of the texts in its language, and weights and thresholds of their own for those, so
/// that the others, and all of them without the encoder, are answered as before.
/// </summary>
internal sealed class EncoderTraining
{
    /// <summary>From fewer texts weights of their own cannot be told from chance.</summary>
    internal const int MinimumTexts = 30;

    private readonly SentenceEncoder _encoder;
    private readonly IReadOnlyList<TrainingExample> _examples;
    private readonly TrainingOptions _options;
    private readonly int[] _rows;

    private EncoderTraining(
        SentenceEncoder encoder, IReadOnlyList<TrainingExample> examples, string[] topics, TrainingOptions options,
        CancellationToken cancellation)
    {
        _encoder = encoder;
        _examples = examples;
        _options = options;
        Mending = WordMending.Learn(examples.Select(static example => example.Text).Where(EncodedMeaning.IsEnglish), encoder.Words);
        Meanings = Encode([.. examples.Select(static example => example.Text)], cancellation);
        Names = Encode(Array.ConvertAll(topics, static topic => topic.Replace('_', ' ').Replace('-', ' ')), cancellation);
        _rows = [.. Enumerable.Range(0, examples.Count).Where(row => Meanings[row] is not null)];
    }

    /// <summary>Words by which typing errors are mended.</summary>
    public WordMending Mending { get; }

    /// <summary>What the encoder makes of each text; null for one in another language.</summary>
    public float[]?[] Meanings { get; }

    /// <summary>What the encoder makes of the name of each topic; null for one in another language.</summary>
    public float[]?[] Names { get; }

    /// <summary>Encodes the texts, where there is an encoder and there are enough texts in its language; else null.</summary>
    public static EncoderTraining? Begin(
        IReadOnlyList<TrainingExample> examples, string[] topics, TrainingOptions options, CancellationToken cancellation)
    {
        var training = options.Encoder is { } encoder ? new EncoderTraining(encoder, examples, topics, options, cancellation) : null;
        return training?._rows.Count(row => !examples[row].IsOutOfScope) >= MinimumTexts ? training : null;
    }

    /// <summary>Fits weights and thresholds on the texts in the encoder's language.</summary>
    /// <param name="topics">Topic of each text.</param>
    /// <param name="topicNames">The topics.</param>
    /// <param name="fold">Part of each text in the cross-validation.</param>
    /// <param name="trained">Learners of each part, then of each group of unknown topics.</param>
    /// <param name="unknown">Topics that were kept from learners.</param>
    /// <param name="heldOut">Scores of learners that have not seen the text.</param>
    /// <param name="without">What these answer without the encoder.</param>
    /// <param name="predictions">Of each text what they answer with it; null for one in another language.</param>
    public EncoderCard Fit(
        int[] topics, string[] topicNames, int[] fold, (TopicScorer Scorer, LinearModel Urgency)[] trained, UnknownTopics unknown,
        float[][] heldOut, HeldOutAnswer[] without, out Prediction?[] predictions)
    {
        var labels = Array.ConvertAll(_rows, row => topics[row]);
        int[] english = [.. topics.Select((topic, row) => Meanings[row] is null ? -1 : topic)];
        var weights = ScoreStack.Fit(heldOut, english, topicNames.Length);
        var answers = Ask(_rows, i => trained[fold[_rows[i]]].Scorer, weights);
        var folds = fold.Max() + 1;
        var probes = Enumerable.Range(0, unknown.Groups).SelectMany(group =>
        {
            int[] rows = [.. unknown.AskedAbout(group).Where(row => Meanings[row] is not null)];
            return Ask(rows, _ => trained[folds + group].Scorer, weights)
                .Select((answer, i) => unknown.Probe(group, rows[i], _examples[rows[i]].IsOutOfScope, answer.Signals));
        });
        var scope = ScopeCalibration.Fit(labels, answers, [.. probes], _options);
        var inScope = Enumerable.Range(0, labels.Length).Where(i => labels[i] >= 0).ToArray();
        Prediction[] judged =
        [
            .. labels.Select((label, i) => new Prediction(
                label < 0 ? Prediction.OutOfScope : label, answers[i].Topic, answers[i].Confidence,
                ScopeSignals.Combine(answers[i].Signals, scope.Weights) >= scope.OutOfScopeBelow
                    ? ContactVerdict.Sure
                    : ContactVerdict.OutOfScope)),
        ];
        predictions = new Prediction?[topics.Length];
        foreach (var (i, row) in _rows.Index())
        {
            predictions[row] = judged[i];
        }

        var accepted = inScope.Where(i => !judged[i].IsRefused);
        var quality = ClassificationQuality.Measure([.. inScope.Select(i => judged[i])], topicNames);
        return new EncoderCard
        {
            Id = _encoder.Id,
            StackWeights = weights,
            ScopeWeights = scope.Weights,
            OutOfScopeBelow = scope.OutOfScopeBelow,
            UnsureBelow = UnsureThreshold.Of(
                [.. accepted.Select(i => (answers[i].Confidence, answers[i].Topic == labels[i]))], _options.CostOfWrongTopic,
                _options.CostOfAskingBack),
            Texts = inScope.Length,
            HeldOutAccuracy = quality.Accuracy,
            HeldOutAccuracyWithout = inScope.Average(i => without[_rows[i]].Topic == labels[i] ? 1d : 0),
            HeldOutCalibrationError = quality.CalibrationError,
            ConfidenceShares = ConfidenceHistogram.Shares(Confidences(topics, answers, without)),
        };
    }

    /// <summary>Of each text in scope: with the encoder where it knows the language, else without.</summary>
    private IEnumerable<float> Confidences(int[] topics, HeldOutAnswer[] answers, HeldOutAnswer[] without)
    {
        var confidences = Array.ConvertAll(without, static answer => answer.Confidence);
        for (var i = 0; i < _rows.Length; i++)
        {
            confidences[_rows[i]] = answers[i].Confidence;
        }

        return confidences.Where((_, row) => topics[row] >= 0);
    }

    /// <summary>What the encoder makes of texts; null for one in another language.</summary>
    public float[]?[] Encode(string[] texts, CancellationToken cancellation)
    {
        var meanings = new float[]?[texts.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellation };
        _ = Parallel.For(0, texts.Length, parallel, at =>
        {
            if (EncodedMeaning.Speaks(Mending, _encoder.Words, texts[at]))
            {
                meanings[at] = new float[SentenceEncoder.Dimensions];
                EncodedMeaning.Read(_encoder, Mending, texts[at], meanings[at]);
            }
        });
        return meanings;
    }

    private HeldOutAnswer[] Ask(int[] rows, Func<int, TopicScorer> scorer, float[] weights) => HeldOutAnswer.Ask(
        [.. rows.Select(row => _examples[row].Text)], scorer, weights, _options.Parallelism,
        Array.ConvertAll(rows, row => Meanings[row]!));
}
