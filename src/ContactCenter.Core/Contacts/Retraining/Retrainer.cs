using ContactCenter.Core.Contacts.Classification;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Core.Contacts.Retraining;

/// <summary>One retraining from beginning to end: gather texts, train a challenger, compare, promote, report.</summary>
public sealed class Retrainer(
    IModelStore models,
    ITrainingTexts basis,
    ICorrectionStore corrections,
    IAnswerStore answers,
    IRetrainingReports reports,
    PromotionRules rules,
    TrainingOptions options,
    RetrainingLimits limits)
{
    /// <summary>Days over which drift is measured: a whole week, because weekends differ.</summary>
    public const int DriftDays = 7;

    /// <summary>Retrains once.</summary>
    /// <exception cref="ModelFileException">The model in service cannot be read, so nothing can be compared with it.</exception>
    /// <exception cref="OperationCanceledException">The time is over; nothing has changed.</exception>
    public async Task<RetrainingReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var history = (await models.HistoryAsync(cancellationToken)).History;
        var champion = history.Current is { } current
            ? ServedModel.Read(current.Id, await models.LoadAsync(current.Id, cancellationToken))
            : ServedModel.Packaged;
        var texts = RetrainingTexts.Choose(
            await basis.ReadAsync(cancellationToken) ?? PackagedTexts.All,
            await corrections.AllAsync(cancellationToken),
            history.Current?.PromotedAt,
            limits);
        var counts = await answers.SinceAsync(champion.Id, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DriftDays), cancellationToken);
        var challenge = await Task.Run(() => Challenge.Run(texts, champion, rules, options, cancellationToken), cancellationToken);
        var report = new RetrainingReport
        {
            At = now,
            Champion = champion.Id,
            Texts = texts,
            Decision = challenge.Decision,
            Outcomes = challenge.Outcomes,
            Answers = counts.Total,
            Hold = history.Hold,
            Drift = counts.Total < limits.FewestAnswersForDrift ? null : TopicDrift.Measure(champion.Classifier.Card, counts),
        };
        report = await PromoteAsync(report, challenge, cancellationToken);
        await reports.WriteAsync(now, report.ToText(), cancellationToken);
        return report;
    }

    private async Task<RetrainingReport> PromoteAsync(RetrainingReport report, Challenge challenge, CancellationToken cancellationToken)
    {
        var decision = challenge.Decision;
        if (!decision.Promote)
        {
            return report;
        }

        if (report.Hold is { } hold)
        {
            return report with { Decision = decision with { Promote = false, Reason = $"Promotion is held since {hold.Model} was rolled back. {decision.Reason}" } };
        }

        var promoted = await new ModelRegister(models).TryPromoteAsync(
            challenge.Model, report.Champion, id => new ModelVersion(id, report.At, decision.Reason, decision.ChallengerAccuracy), cancellationToken);
        return promoted
            ? report with { Promoted = ModelId.Of(challenge.Model.Span) }
            : report with { Decision = decision with { Promote = false, Reason = $"Another model has come into service meanwhile. {decision.Reason}" } };
    }
}
