using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Language.Retraining;

/// <summary>The texts of one retraining.</summary>
/// <param name="Training">What the challenger learns from.</param>
/// <param name="HeldBack">Base texts to compare on, which nobody learns from.</param>
/// <param name="HeldBackCorrections">Corrections to compare on, which nobody learns from; only those newer than the champion.</param>
/// <param name="Corrections">How many corrections there are in all.</param>
/// <param name="TooNew">Topics that have too few corrections to be learned yet, with their numbers.</param>
public sealed record RetrainingTexts(
    IReadOnlyList<TrainingExample> Training,
    IReadOnlyList<TrainingExample> HeldBack,
    IReadOnlyList<TrainingExample> HeldBackCorrections,
    int Corrections,
    IReadOnlyList<KeyValuePair<string, int>> TooNew)
{
    /// <summary>Texts without a topic to learn from; none is held back.</summary>
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>With texts that have no topic: none that is held back, so that whatever is corrected later is new to the model.</summary>
    /// <param name="texts">The texts, the newest first.</param>
    /// <param name="limits">How many texts at most.</param>
    public RetrainingTexts With(IReadOnlyList<string> texts, RetrainingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(limits);
        return this with
        {
            Unlabelled =
            [
                .. texts.Where(static text => !Retraining.HeldBack.Contains(text))
                    .DistinctBy(Retraining.HeldBack.Key, StringComparer.Ordinal)
                    .Take(Math.Min(limits.MaximumUnlabelled, Math.Max(0, limits.MaximumTexts - Training.Count))),
            ],
        };
    }

    /// <summary>Chooses the texts. A correction counts before a base text of the same words, a newer one before an older one.</summary>
    /// <param name="basis">The center's labelled texts, or the packaged ones.</param>
    /// <param name="corrections">Corrections, the newest first.</param>
    /// <param name="championSince">When the champion was promoted; null for the packaged one, which is older than every correction.</param>
    /// <param name="limits">How many texts at most.</param>
    public static RetrainingTexts Choose(
        IReadOnlyList<TrainingExample> basis, IReadOnlyList<Correction> corrections, DateTimeOffset? championSince, RetrainingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(limits);
        var known = basis.Select(static example => example.Topic)
            .Append(TrainingExample.OutOfScope)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tooNew = corrections.CountBy(static correction => correction.Topic)
            .Where(topic => !known.Contains(topic.Key) && topic.Value < limits.MinimumOfNewTopic)
            .OrderBy(static topic => topic.Key, StringComparer.Ordinal)
            .ToArray();
        var left = tooNew.Select(static topic => topic.Key).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Correction[] usable =
        [
            .. corrections.Where(correction => !left.Contains(correction.Topic) && seen.Add(Retraining.HeldBack.Key(correction.Text)))
        ];
        TrainingExample[] old =
        [
            .. basis.Where(example => seen.Add(Retraining.HeldBack.Key(example.Text))).OrderBy(static example =>
                Retraining.HeldBack.Number(example.Text))
        ];

        var learned = usable.Where(static correction => !Retraining.HeldBack.Contains(correction.Text))
            .Take(limits.MaximumTexts / 2)
            .Select(Example)
            .ToArray();
        var newest = usable.Where(correction =>
            Retraining.HeldBack.Contains(correction.Text) && (championSince is null || correction.At > championSince));
        return new RetrainingTexts(
            [
                .. old.Where(static example => !Retraining.HeldBack.Contains(example.Text)).Take(limits.MaximumTexts - learned.Length),
                .. learned
            ],
            [.. old.Where(static example => Retraining.HeldBack.Contains(example.Text)).Take(limits.MaximumHeldBack)],
            [.. newest.Take(limits.MaximumHeldBack).Select(Example)],
            corrections.Count,
            tooNew);
    }

    private static TrainingExample Example(Correction correction) => new(correction.Text, correction.Topic);
}

/// <summary>The labelled texts that every training starts from.</summary>
public interface ITrainingTexts
{
    /// <summary>The center's own texts; null when it has none, and the packaged ones are taken.</summary>
    /// <exception cref="FormatException">The texts are there and cannot be read; the message names the line.</exception>
    ValueTask<IReadOnlyList<TrainingExample>?> ReadAsync(CancellationToken cancellationToken);
}
