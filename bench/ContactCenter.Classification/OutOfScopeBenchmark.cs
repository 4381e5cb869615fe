using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Classification;

/// <summary>
/// Keeps whole topics of a training file from the training and asks for them as texts out of scope, beside a fifth of the texts of the
/// other topics. The test file is not touched.
/// </summary>
internal sealed class OutOfScopeBenchmark(IReadOnlyList<TrainingExample> training, TrainingOptions options, TextWriter log)
{
    private const double UnknownShare = 0.25;
    private const int HeldOutPart = 5;
    private const double RefusedShare = 0.05;
    private const int Examples = 100;

    // The packaged texts out of scope that were written first. More were added to them; a figure stays comparable on the same texts.
    private const int GeneralTexts = 100;

    /// <summary>Runs a number of draws.</summary>
    public (IReadOnlyList<OutOfScopeResult> Signals, IReadOnlyList<OutOfScopeDefault> Defaults) Run(int draws)
    {
        var signals = new List<OutOfScopeResult>();
        var defaults = new List<OutOfScopeDefault>();
        for (var draw = 0; draw < draws; draw++)
        {
            log.WriteLine($"out of scope: draw {draw + 1} of {draws} ...");
            Draw(draw, signals, defaults);
        }

        return (
            [.. signals.GroupBy(static r => r.Name).Select(static g => new OutOfScopeResult(
                g.Key, g.Average(static r => r.UnknownTopics), g.Average(static r => r.General),
                g.Average(static r => r.UnknownTopicsRecall), g.Average(static r => r.GeneralRecall)))],
            [.. defaults.GroupBy(static r => r.Examples).Select(static g => new OutOfScopeDefault(
                g.Key,
                g.Average(static r => r.AccuracyWithoutRefusals),
                g.Average(static r => r.Accuracy),
                g.Average(static r => r.UnknownTopicsRecall),
                g.Average(static r => r.GeneralRecall),
                g.Average(static r => r.UnknownTopicsNotActedOn),
                g.Average(static r => r.CalibrationError)))]);
    }

    private void Draw(int draw, List<OutOfScopeResult> signals, List<OutOfScopeDefault> defaults)
    {
        var random = new Random(draw);
        var topics = training.Where(static e => !e.IsOutOfScope)
            .Select(static e => e.Topic)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        random.Shuffle(topics);
        var unknown = topics[..(int)Math.Round(UnknownShare * topics.Length)];
        var shuffled = training.Where(static e => !e.IsOutOfScope).ToArray();
        random.Shuffle(shuffled);
        var known = shuffled.Where(e => !unknown.Contains(e.Topic))
            .GroupBy(static e => e.Topic)
            .Select(static topic => topic.ToArray())
            .ToArray();
        TrainingExample[] learned = [.. known.SelectMany(static topic => topic[(topic.Length / HeldOutPart)..])];
        TrainingExample[] inScope = [.. known.SelectMany(static topic => topic[..(topic.Length / HeldOutPart)])];
        string[] strangers = [.. shuffled.Where(e => unknown.Contains(e.Topic)).Select(static e => e.Text)];
        string[] general = [.. PackagedTexts.All.Where(static e => e.IsOutOfScope).Take(GeneralTexts).Select(static e => e.Text)];

        var classifier = ContactClassifier.Read(ClassifierTrainer.Train(learned, options).Model);
        var linear = new LinearBaseline(learned);
        signals.Add(Compare("plain linear, strongest score", linear.Strongest));
        var sharpness = linear.Sharpness(inScope);
        signals.Add(Compare("plain linear, highest probability", text => linear.HighestProbability(text, sharpness)));
        signals.Add(Compare("classifier, highest probability", text => classifier.Classify(text).Confidence));
        signals.Add(Compare("classifier, scope score", text => classifier.Classify(text).ScopeScore));
        if (options.Encoder is { } encoder)
        {
            var heard = new Dictionary<string, ContactClassification>(StringComparer.Ordinal);
            ContactClassification Hear(string text) => heard.TryGetValue(text, out var known) ? known
                : heard[text] = classifier.Classify(text, encoder: encoder);
            signals.Add(Compare("with encoder, highest probability", text => Hear(text).Confidence));
            signals.Add(Compare("with encoder, scope score", text => Hear(text).ScopeScore));
            defaults.Add(Default("none, with encoder", classifier, inScope, strangers, general, encoder));
        }

        defaults.Add(Default("none", classifier, inScope, strangers, general));

        // Examples of a half of the unknown topics; the other half stays unknown.
        var shown = unknown[..(unknown.Length / 2)];
        var examples = shuffled.Where(e => shown.Contains(e.Topic))
            .Take(Examples)
            .Select(static e => e with { Topic = TrainingExample.OutOfScope });
        var taught = ContactClassifier.Read(ClassifierTrainer.Train([.. learned, .. examples], options with { Encoder = null }).Model);
        string[] others = [.. shuffled.Where(e => unknown.Contains(e.Topic) && !shown.Contains(e.Topic)).Select(static e => e.Text)];
        defaults.Add(Default($"{Examples} texts of other topics", taught, inScope, others, general));

        OutOfScopeResult Compare(string name, Func<string, double> score)
        {
            var known = inScope.Select(e => score(e.Text)).Order().ToArray();
            var (a, b) = (strangers.Select(score).ToArray(), general.Select(score).ToArray());
            var cut = known[(int)(RefusedShare * known.Length)];
            return new OutOfScopeResult(name, Area(known, a), Area(known, b), Below(a, cut), Below(b, cut));
        }
    }

    private static OutOfScopeDefault Default(
        string name, ContactClassifier classifier, TrainingExample[] inScope, string[] strangers, string[] general,
        SentenceEncoder? encoder = null)
    {
        var quality = ClassifierEvaluator.Evaluate(classifier, inScope, encoder).Quality;
        return new OutOfScopeDefault(
            name,
            quality.Accuracy,
            quality.OutOfScope.AccuracyInScope,
            Share(strangers, static verdict => verdict == ContactVerdict.OutOfScope),
            Share(general, static verdict => verdict == ContactVerdict.OutOfScope),
            Share(strangers, static verdict => verdict != ContactVerdict.Sure),
            quality.CalibrationError);

        double Share(string[] texts, Func<ContactVerdict, bool> counts) =>
            (double)texts.Count(text => counts(classifier.Classify(text, encoder: encoder).Verdict)) / texts.Length;
    }

    private static double Below(double[] scores, double cut) => (double)scores.Count(score => score < cut) / scores.Length;

    // Probability that a text in scope scores higher than one that is not; equal scores count half.
    private static double Area(double[] ordered, double[] others) =>
        others.Average(other => (ordered.Count(score => score > other) + (0.5 * ordered.Count(score => score == other))) / ordered.Length);
}
