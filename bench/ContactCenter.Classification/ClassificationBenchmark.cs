using System.Diagnostics;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Classification;

/// <summary>Measures the classifier and the baselines on one training and one test file.</summary>
internal sealed class ClassificationBenchmark(
    IReadOnlyList<TrainingExample> training, IReadOnlyList<TrainingExample> test, TrainingOptions options, TextWriter log)
{
    /// <summary>How often texts are drawn for a learning curve, unless another number is asked for.</summary>
    public const int Draws = 5;

    private const int WarmUpRounds = 3;

    // An encoder takes a hundred times as long as all the rest.
    private const int TextsTimedWithEncoder = 300;

    private static readonly int[] TextsPerTopic = [5, 10, 30];
    private static readonly double[] ErrorShares = [0.1, 0.2, 0.4];

    /// <summary>Runs everything; without the learning curves when <paramref name="quick"/>.</summary>
    public BenchmarkResult Run(bool quick)
    {
        log.WriteLine("training the classifier ...");
        var watch = Stopwatch.StartNew();
        var trained = ClassifierTrainer.Train(training, options);
        var trainingSeconds = watch.Elapsed.TotalSeconds;
        var (classifier, loadMilliseconds) = Load(trained.Model);
        log.WriteLine($"stack weights: {string.Join(", ", classifier.Card.StackWeights)}");
        var evaluation = ClassifierEvaluator.Evaluate(classifier, test);
        var predictor = new ClassifierPredictor(classifier);

        log.WriteLine("training the baselines ...");
        var linear = new LinearBaseline(training);
        var encoded = options.Encoder is { } encoder
            ? ClassifierEvaluator.Evaluate(classifier, test, encoder).Quality
            : null;
        log.WriteLine($"with encoder: {string.Join(", ", classifier.Card.Encoder?.StackWeights ?? [])}");
        NamedAccuracy[] accuracy =
        [
            new("majority", Accuracy(new MajorityBaseline(training))),
            new("multinomial naive Bayes", Accuracy(new NaiveBayesBaseline(training))),
            new("plain linear", Accuracy(linear)),
            new("classifier", evaluation.Quality.Accuracy),
            .. encoded is null ? [] : new NamedAccuracy[] { new("classifier with encoder", encoded.Accuracy) },
        ];
        var (median, p99) = Latency(classifier, encoder: null);
        var (encodedMedian, encoded99) = options.Encoder is null ? (0, 0) : Latency(classifier, options.Encoder);
        return new BenchmarkResult
        {
            TrainingTexts = training.Count,
            TestTexts = test.Count,
            Topics = classifier.Topics.Count,
            Accuracy = accuracy,
            MacroF1 = evaluation.Quality.MacroF1,
            CalibrationError = evaluation.Quality.CalibrationError,
            Coverage = evaluation.Quality.Coverage,
            HeldOutAccuracy = trained.Report.HeldOut.Accuracy,
            TrainingSeconds = trainingSeconds,
            ModelMegabytes = trained.Model.Length / 1e6,
            LoadMilliseconds = loadMilliseconds,
            EncodedCalibrationError = encoded?.CalibrationError,
            EncodedHeldOutAccuracy = classifier.Card.Encoder?.HeldOutAccuracy,
            EncodedMicrosecondsMedian = encodedMedian,
            EncodedMicroseconds99 = encoded99,
            MicrosecondsMedian = median,
            Microseconds99 = p99,
            BytesPerScore = Allocations(classifier, classify: false),
            BytesPerClassification = Allocations(classifier, classify: true),
            TypingErrors =
            [
                .. ErrorShares.SelectMany(share =>
                    UnderErrors(share, predictor, linear, new ClassifierPredictor(classifier, options.Encoder))),
            ],
            LearningCurve = quick ? [] : [.. TextsPerTopic.SelectMany(perTopic => LearningCurve(perTopic, Draws))],
        };
    }

    private static (ContactClassifier Classifier, double Milliseconds) Load(ReadOnlyMemory<byte> model)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            {
                file.Write(model.Span);
            }

            var times = new List<double>();
            for (var i = 0; i < 9; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var mapped = MappedModel.Open(path);
                _ = mapped.Classifier.Topics;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return (ContactClassifier.Read(model), times.Order().ElementAt(times.Count / 2));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private double Accuracy(ITopicPredictor predictor) =>
        (double)test.Count(example => predictor.Predict(example.Text) == example.Topic) / test.Count;

    private IEnumerable<NamedAccuracy> UnderErrors(
        double share, ITopicPredictor classifier, ITopicPredictor linear, ITopicPredictor encoded)
    {
        var random = new Random(1);
        var spoiled = test.Select(example => example with { Text = TypingErrors.Spoil(example.Text, share, random) }).ToArray();
        var benchmark = new ClassificationBenchmark(training, spoiled, options, log);
        yield return new NamedAccuracy($"plain linear, errors in {share:P0} of words", benchmark.Accuracy(linear));
        yield return new NamedAccuracy($"classifier, errors in {share:P0} of words", benchmark.Accuracy(classifier));
        if (options.Encoder is not null)
        {
            yield return new NamedAccuracy($"classifier with encoder, errors in {share:P0} of words", benchmark.Accuracy(encoded));
        }
    }

    /// <summary>Accuracy after learning a few texts of each topic.</summary>
    /// <param name="perTopic">How many.</param>
    /// <param name="draws">How often they are drawn.</param>
    /// <param name="unlabelled">Whether the other training texts are learned from without their topic, too.</param>
    public IEnumerable<NamedAccuracy> LearningCurve(int perTopic, int draws, bool unlabelled = false)
    {
        var ours = 0d;
        var fed = (Alone: 0d, Encoded: 0d, Error: 0d, EncodedError: 0d);
        var encoded = 0d;
        var plain = 0d;
        for (var draw = 0; draw < draws; draw++)
        {
            log.WriteLine($"{perTopic} texts per topic, draw {draw + 1} of {draws} ...");
            var random = new Random(draw);
            var shuffled = training.ToArray();
            random.Shuffle(shuffled);
            var few = shuffled.GroupBy(static e => e.Topic).SelectMany(topic => topic.Take(perTopic)).ToArray();
            var classifier = ContactClassifier.Read(ClassifierTrainer.Train(few, options).Model);
            ours += Accuracy(new ClassifierPredictor(classifier)) / draws;
            encoded += options.Encoder is null ? 0 : Accuracy(new ClassifierPredictor(classifier, options.Encoder)) / draws;
            plain += Accuracy(new LinearBaseline(few)) / draws;
            if (unlabelled)
            {
                string[] rest = [.. training.Except(few).Select(static e => e.Text)];
                var taught = ContactClassifier.Read(ClassifierTrainer.Train(few, options with { Unlabelled = rest }).Model);
                var (alone, beside) = (ClassifierEvaluator.Evaluate(taught, test).Quality,
                    ClassifierEvaluator.Evaluate(taught, test, options.Encoder).Quality);
                fed = (fed.Alone + (alone.Accuracy / draws), fed.Encoded + (beside.Accuracy / draws),
                    fed.Error + (alone.CalibrationError / draws), fed.EncodedError + (beside.CalibrationError / draws));
                log.WriteLine(
                    $"{taught.Card.UnlabelledTexts} unlabelled texts, {alone.Accuracy:P2} without and {beside.Accuracy:P2} with encoder");
            }
        }

        yield return new NamedAccuracy($"plain linear, {perTopic} texts per topic", plain);
        yield return new NamedAccuracy($"classifier, {perTopic} texts per topic", ours);
        if (options.Encoder is not null)
        {
            yield return new NamedAccuracy($"classifier with encoder, {perTopic} texts per topic", encoded);
        }

        if (unlabelled)
        {
            yield return new NamedAccuracy("classifier, and the others unlabelled", fed.Alone);
            yield return new NamedAccuracy("  its calibration error", fed.Error);
            yield return new NamedAccuracy("classifier with encoder, and the others unlabelled", fed.Encoded);
            yield return new NamedAccuracy("  its calibration error", fed.EncodedError);
        }
    }

    private (double Median, double P99) Latency(ContactClassifier classifier, SentenceEncoder? encoder)
    {
        var asked = encoder is null ? test : [.. test.Take(TextsTimedWithEncoder)];
        var times = new List<double>(asked.Count);
        for (var round = 0; round <= WarmUpRounds; round++)
        {
            times.Clear();
            foreach (var example in asked)
            {
                var start = Stopwatch.GetTimestamp();
                _ = classifier.Classify(example.Text, encoder: encoder);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        times.Sort();
        return (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    private double Allocations(ContactClassifier classifier, bool classify)
    {
        var probabilities = new float[classifier.Topics.Count];
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var example in test)
        {
            if (classify)
            {
                _ = classifier.Classify(example.Text);
            }
            else
            {
                _ = classifier.Score(example.Text, probabilities);
            }
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / test.Count;
    }
}
