using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Training;

/// <summary>
/// Whether texts without a topic are learned from: only where no answer to a text that nobody learned from gets worse by it, as those in
/// another language than the encoder's may.
/// </summary>
public static class UnlabelledTrial
{
    /// <summary>
    /// Trains without the texts and with them, and gives the model with them only where nothing that was held out in the training is
    /// answered worse; the report says what became of them.
    /// </summary>
    /// <inheritdoc cref="ClassifierTrainer.Train"/>
    public static TrainingResult Train(
        IReadOnlyList<TrainingExample> examples, TrainingOptions options, IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var first = ClassifierTrainer.Train(examples, options with { Unlabelled = [] }, progress, cancellation);
        var (fed, outcome) = Run(
            examples, options, first.Unseen, static (model, _) => model.Unseen, importantTopics: [], progress, cancellation);
        var counts = fed ?? first;
        return counts with { Report = counts.Report with { Unlabelled = outcome } };
    }

    /// <summary>Trains once more, with the texts, and says whether that counts.</summary>
    /// <param name="examples">The labelled texts.</param>
    /// <param name="options">How to train; with the texts that have no topic.</param>
    /// <param name="without">The answers of the model that was trained without them.</param>
    /// <param name="ask">Asks a model about the same texts, in the same order.</param>
    /// <param name="importantTopics">Topics on which it must not be worse either.</param>
    /// <param name="progress">Told after each learner.</param>
    /// <param name="cancellation">Ends everything.</param>
    /// <param name="patience">Ends the trial alone: the model without them counts then.</param>
    /// <returns>The model with them, where it counts; what became of them.</returns>
    /// <exception cref="OperationCanceledException">Everything was ended.</exception>
    public static (TrainingResult? Fed, UnlabelledOutcome Outcome) Run(
        IReadOnlyList<TrainingExample> examples, TrainingOptions options, IReadOnlyList<UnseenAnswer> without,
        Func<TrainingResult, CancellationToken, IReadOnlyList<UnseenAnswer>> ask, IReadOnlyList<string> importantTopics,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default, CancellationToken patience = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(importantTopics);
        if (options.Encoder is null)
        {
            return Left(Problems.UnlabelledNoEncoder);
        }

        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience);
            var fed = ClassifierTrainer.Train(examples, options, progress, both.Token);
            return Worse(without, ask(fed, both.Token), importantTopics) is { } worse
                ? Left(worse)
                : (fed, new UnlabelledOutcome(options.Unlabelled.Count, fed.Report.Card.UnlabelledTexts, null));
        }
        catch (ArgumentException)
        {
            return Left(Problems.UnlabelledFewLabels);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Left(Problems.UnlabelledNoTime);
        }

        (TrainingResult?, UnlabelledOutcome) Left(string why) => (null, new UnlabelledOutcome(options.Unlabelled.Count, 0, why));
    }

    /// <summary>On what a model is worse than the one without, in words; null: on nothing.</summary>
    private static string? Worse(
        IReadOnlyList<UnseenAnswer> without, IReadOnlyList<UnseenAnswer> with, IReadOnlyList<string> importantTopics)
    {
        (Func<string, string, string, string> Say, Func<UnseenAnswer, bool> Counts)[] parts =
        [
            (Problems.UnlabelledWorseCorrections, static one => one.IsCorrection),
            (Problems.UnlabelledWorseForeign, static one => one.IsForeign),
            .. importantTopics.Select(topic => (
                new Func<string, string, string, string>((now, before, texts) => Problems.UnlabelledWorseTopic(now, before, texts, topic)),
                new Func<UnseenAnswer, bool>(one => !one.IsEncoded && one.Text.Topic == topic))),
            (Problems.UnlabelledWorseEncoded, static one => one.IsEncoded),
            (Problems.UnlabelledWorse, static one => !one.IsEncoded),
        ];
        foreach (var (say, counts) in parts)
        {
            int[] rows = [.. Enumerable.Range(0, without.Count).Where(row => counts(without[row]))];
            var (before, now) = (rows.Count(row => without[row].IsRight), rows.Count(row => with[row].IsRight));
            if (now < before)
            {
                return say($"{now}", $"{before}", $"{rows.Length}");
            }
        }

        return null;
    }
}

/// <summary>What a model answers to a labelled text that it has not learned from.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsRight">Whether the answer is its topic, or, for a text out of scope, none.</param>
public readonly record struct UnseenAnswer(TrainingExample Text, bool IsRight)
{
    /// <summary>Whether the text says that it is in a language that the encoder does not know.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether a person said, when the model had answered another one, what the text is about.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Whether the encoder helped with a text that is there without its help, too.</summary>
    public bool IsEncoded { get; init; }
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
