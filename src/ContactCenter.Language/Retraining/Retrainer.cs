using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Retraining;

/// <summary>One retraining from beginning to end: gather texts, train a challenger, compare, promote, report.</summary>
public sealed class Retrainer(
    IModelStore models,
    ITrainingTexts basis,
    ICorrectionStore corrections,
    IAnswerStore answers,
    IRetrainingReports reports,
    PromotionRules rules,
    TrainingOptions options,
    RetrainingLimits limits,
    IUnlabelledTexts? unlabelled = null)
{
    /// <summary>Days over which drift is measured: a whole week, because weekends differ.</summary>
    public const int DriftDays = 7;

    /// <summary>Retrains once.</summary>
    /// <exception cref="ModelFileException">The history of the models cannot be read, so nobody knows which one is in service.</exception>
    /// <exception cref="OperationCanceledException">The time is over; nothing has changed.</exception>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="patience">Ends learning from texts without a topic, and nothing else.</param>
    public async Task<RetrainingReport> RunAsync(
        DateTimeOffset now, CancellationToken cancellationToken, CancellationToken patience = default)
    {
        var history = (await models.HistoryAsync(cancellationToken)).History;
        var (champion, unreadable) = await ChampionAsync(history, cancellationToken);
        var texts = RetrainingTexts.Choose(
            await basis.ReadAsync(cancellationToken) ?? PackagedTexts.All,
            await corrections.AllAsync(cancellationToken),
            champion.Id == ServedModel.PackagedId ? null : history.Current?.PromotedAt,
            limits);
        var (more, unread) = await UnlabelledAsync(cancellationToken);
        texts = texts.With(more, limits);
        var counts = await answers.SinceAsync(champion.Id, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DriftDays), cancellationToken);
        var challenge = await Task.Run(
            () => Challenge.Run(texts, champion, rules, options, cancellationToken, patience), cancellationToken);
        var report = new RetrainingReport
        {
            At = now,
            Champion = champion.Id,
            Unreadable = unreadable,
            Texts = texts,
            Decision = challenge.Decision,
            Unlabelled = unread ?? challenge.Unlabelled,
            Outcomes = challenge.Outcomes,
            Answers = counts.Total,
            Hold = history.Hold,
            Drift = counts.Total < limits.MinimumAnswersForDrift
                ? null
                : TopicDrift.Measure(champion.Classifier.Card, counts, options.Encoder?.Id),
        };
        report = await PromoteAsync(report, challenge, history.Current?.Id ?? ServedModel.PackagedId, cancellationToken);
        await reports.WriteAsync(now, report.ToText(), cancellationToken);
        return report;
    }

    // They may help, and what is wrong with them must not keep corrections from being learned. What they say is in no message.
    private async Task<(IReadOnlyList<string> Texts, UnlabelledOutcome? Unread)> UnlabelledAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (unlabelled is null ? [] : await unlabelled.UnlabelledAsync(cancellationToken), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return ([], new UnlabelledOutcome(0, 0, $"they could not be read ({failure.GetType().Name})"));
        }
    }

    // A promoted model that this program cannot read (written by another version of it, damaged, gone) serves nobody: processes that start
    // answer with the packaged one. So that one is to be beaten, or retraining would stand still until somebody acts.
    private async Task<(ServedModel Champion, string? Unreadable)> ChampionAsync(ModelHistory history, CancellationToken cancellationToken)
    {
        if (history.Current is not { } current)
        {
            return (ServedModel.Packaged, null);
        }

        try
        {
            return (ServedModel.Read(current.Id, await models.LoadAsync(current.Id, cancellationToken)), null);
        }
        catch (ModelFileException failure)
        {
            return (ServedModel.Packaged,
                $"Model {current.Id} cannot be read, so the packaged one serves and is compared with: {failure.Message}");
        }
    }

    private async Task<RetrainingReport> PromoteAsync(
        RetrainingReport report, Challenge challenge, string inHistory, CancellationToken cancellationToken)
    {
        var decision = challenge.Decision;
        if (!decision.Promote)
        {
            return report;
        }

        if (report.Hold is { } hold)
        {
            return report with
            {
                Decision = decision with
                {
                    Promote = false,
                    Reason = $"Promotion is held since {hold.Model} was rolled back. {decision.Reason}"
                }
            };
        }

        var promoted = await new ModelRegister(models).TryPromoteAsync(
            challenge.Model, inHistory, id => new ModelVersion(
                id, report.At, challenge.Unlabelled is { } texts ? $"{decision.Reason} {texts}" : decision.Reason,
                decision.ChallengerAccuracy),
            cancellationToken);
        return promoted
            ? report with { Promoted = ModelId.Of(challenge.Model.Span) }
            : report with
            {
                Decision = decision with { Promote = false, Reason = $"Another model has come into service meanwhile. {decision.Reason}" }
            };
    }
}

/// <summary>What one retraining may take.</summary>
public sealed record RetrainingLimits
{
    /// <summary>Texts to learn from at most; 20,000 take a few minutes on two cores, and Lambda ends everything after fifteen.</summary>
    public int MaximumTexts { get; init; } = 20_000;

    /// <summary>
    /// Texts without a topic to learn from at most, within <see cref="MaximumTexts"/>: with those a second model is trained in the same
    /// time limit.
    /// </summary>
    public int MaximumUnlabelled { get; init; } = 5_000;

    /// <summary>Texts to compare the models on at most.</summary>
    public int MaximumHeldBack { get; init; } = 5_000;

    /// <summary>Corrections that a topic needs before it is learned as a new one: below, a slip of the pen would become a topic.</summary>
    public int MinimumOfNewTopic { get; init; } = 10;

    /// <summary>Answers that are needed before drift says anything.</summary>
    public int MinimumAnswersForDrift { get; init; } = 500;
}
