using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Complexity;
using ContactCenter.Core.Settings;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Once a day: learns from the corrections, and puts the new model into service when it is better beyond chance. Measures drift.
/// </summary>
public sealed class RetrainClassifierFunction(
    Retrainer retrainer, SettingsView settings, MetricLine metrics, FunctionEnvironment environment, TimeProvider clock,
    Func<ITopicHistories>? topics = null, Func<IContactOutcomes>? outcomes = null)
{
    /// <summary>Retrains once; what the schedule sends does not matter, so it is not read.</summary>
    /// <exception cref="TimeoutException">The function's time was not enough; nothing has changed.</exception>
    [LambdaFunction]
    public async Task<RetrainReply> RetrainClassifier(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        var frozen = (await settings.GetAsync()).Freeze(now);
        await LearnNextAsync(now, frozen is null, context.Logger, limit.Token);
        if (frozen is { } freeze)
        {
            var why = $"{freeze.Author} keeps the classifier as it is until {freeze.Until:u}: {freeze.Reason}";
            context.Logger.LogInformation("{Report}", why);
            return new RetrainReply(null, null, true, why, why);
        }

        RetrainingReport report;
        try
        {
            using var patience = PatienceOf(context);
            report = await retrainer.RunAsync(now, limit.Token, patience.Token);
        }
        catch (OperationCanceledException over) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException(
                "The time was over before the training; nothing has changed. Give the function more memory, and with it more processors.",
                over);
        }

        var text = report.ToText();
        context.Logger.LogInformation("{Report}", text);
        var instance = environment.Configuration.Instance.Id;
        metrics.Tell(
            now,
            [("InstanceId", instance)],
            ("ChampionAccuracy", "None", report.Decision.ChampionAccuracy),
            ("ChallengerAccuracy", "None", report.Decision.ChallengerAccuracy),
            ("ModelPromotions", "Count", report.Promoted is null ? 0 : 1));
        if (report.Drift is { } drift)
        {
            metrics.Tell(
                now, [("InstanceId", instance)], ("TopicDrift", "None", drift.Topics), ("ConfidenceDrift", "None", drift.Confidence));
        }

        return new RetrainReply(report.Champion, report.Promoted, report.Hold is not null, report.Decision.Reason, text);
    }

    /// <summary>A minute before the function must end: by then what it has is compared and written.</summary>
    private static CancellationTokenSource PatienceOf(ILambdaContext context) =>
        context.RemainingTime is var left && left > TimeSpan.FromMinutes(2)
            ? new CancellationTokenSource(left - TimeSpan.FromMinutes(1))
            : new CancellationTokenSource();

    /// <summary>
    /// What customers are likely to need next, and how contacts ended that are a week old; where it cannot be learned, what was learned
    /// before counts.
    /// </summary>
    private async Task LearnNextAsync(DateTimeOffset now, bool isFree, ILambdaLogger logger, CancellationToken stop)
    {
        if (!environment.Configuration.Topics.Next || topics is null)
        {
            return;
        }

        try
        {
            var visits = await topics().VisitsAsync(stop);
            var likely = LikelyTopics.Learn([.. visits.Select(ITopicHistories.TopicsOf)], now);
            await topics().WriteAsync(likely, stop);
            logger.LogInformation(
                "Next topics: {Right} of {Steps} told by what came before, {Frequent} by the most frequent topic; {Shown} shown",
                likely.RightByHistory, likely.Steps, likely.RightByFrequency, likely.After.Count);
            if (environment.Configuration.Routing.LearnsRoutes && outcomes is not null)
            {
                logger.LogInformation(
                    "Routes: {Contacts} contacts counted", await OutcomeDay.CountAsync(outcomes(), visits, now, stop));
                if (environment.Configuration.Routing.LearnsComplexity && isFree)
                {
                    await LearnComplexityAsync(outcomes(), now, logger, stop);
                }
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            logger.LogError("Next topics or routes could not be learned: {Failure}", failure.GetType().Name);
        }
    }

    /// <summary>How difficult contacts are; also what is no better than the rule is kept, because then the rule counts again.</summary>
    private static async Task LearnComplexityAsync(
        IContactOutcomes outcomes, DateTimeOffset now, ILambdaLogger logger, CancellationToken stop)
    {
        var days = await outcomes.SinceAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-ComplexityLearner.Days), stop);
        if (ComplexityLearner.Learn(days, now) is not { } learned)
        {
            logger.LogInformation("Complexity: too few weeks or contacts; what was learned before counts on, else the rule");
            return;
        }

        await outcomes.WriteComplexityAsync(learned, stop);
        logger.LogInformation(
            "Complexity: squared error {Learned} instead of {Rule} by rule on {Contacts} contacts; {Counts} counts",
            learned.Judged.LearnedError, learned.Judged.RuleError, learned.Judged.Contacts,
            learned.Judged.IsBetter ? "history" : "the rule");
    }
}

/// <summary>What a retraining did, for whoever invokes the function by hand.</summary>
/// <param name="Champion">The model that served before; null when nothing was looked at, because training is frozen.</param>
/// <param name="Promoted">The new model; null when the other stays.</param>
/// <param name="Held">True when no model is promoted since a rollback, until somebody resumes, or while training is frozen.</param>
/// <param name="Reason">Why.</param>
/// <param name="Report">The whole report, in Markdown.</param>
public sealed record RetrainReply(
    [property: JsonPropertyName("champion")] string? Champion,
    [property: JsonPropertyName("promoted")] string? Promoted,
    [property: JsonPropertyName("held")] bool Held,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("report")] string Report);
