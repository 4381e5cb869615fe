using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Notifications.HandOver;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// The minute's look of the clock. The heartbeat is told only when the audit passed; its absence is an alarm that does not go through
/// this system. After that thresholds are kept, the exercise that is under way is played, and hand-overs are told.
/// </summary>
public sealed class AdvanceEscalationsFunction(
    EscalationClock escalations,
    ThresholdKeeper thresholds,
    ExercisePlayer exercises,
    HandOverDesk handOvers,
    HeartbeatMetric heartbeat,
    DeliveryMetric metric,
    TimeProvider clock)
{
    /// <summary>Looks once; what the schedule sends does not matter, so it is not read.</summary>
    [LambdaFunction]
    public async Task<ClockReply> AdvanceEscalations(ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var now = clock.GetUtcNow();
        var report = await escalations.LookAsync(now, limit.Token);
        foreach (var outcome in report.Deliveries)
        {
            context.Logger.Report(outcome);
            metric.Tell(now, outcome);
        }

        foreach (var problem in report.Problems)
        {
            context.Logger.LogError("The clock could not attend to {Problem}", problem);
        }

        if (report.Repaired.Count > 0)
        {
            context.Logger.LogWarning("Deadlines were missing or late and are repaired: {Incidents}", string.Join(", ", report.Repaired));
        }

        if (report.Passed)
        {
            heartbeat.Tell(now, HeartbeatComponents.Clock);
        }

        await LastAsync("Thresholds could not be kept", () => KeepThresholdsAsync(now, context, limit.Token), context);
        await LastAsync("The exercise could not be played", () => PlayAsync(now, context, limit.Token), context);
        await LastAsync("A hand-over could not be sent", () => HandOverAsync(now, context, limit.Token), context);
        context.Logger.LogInformation(
            "{Active} incidents are active, {Handled} were due, {Deliveries} effects had been left behind; passed: {Passed}",
            report.Active,
            report.Handled,
            report.Deliveries.Count,
            report.Passed);
        return new ClockReply(report.Passed, report.Active, report.Handled, report.Deliveries.Count, report.Repaired, report.Problems);
    }

    /// <summary>
    /// It comes last and fails alone: people must be told whatever becomes of it, and the next minute tries again.
    /// </summary>
    private static async Task LastAsync(string failure, Func<Task> act, ILambdaContext context)
    {
        try
        {
            await act();
        }
#pragma warning disable CA1031 // whatever it is, the clock has done its part
        catch (Exception problem) when (problem is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            context.Logger.LogError("{Failure}: {Problem}", failure, problem.GetType().Name);
        }
    }

    private async Task KeepThresholdsAsync(DateTimeOffset now, ILambdaContext context, CancellationToken stop)
    {
        foreach (var alarm in await thresholds.KeepAsync(now, stop))
        {
            context.Logger.LogInformation("{Alarm} has the threshold again that holds now", alarm);
        }
    }

    /// <summary>Notes at the end of turns on call.</summary>
    private async Task HandOverAsync(DateTimeOffset now, ILambdaContext context, CancellationToken stop)
    {
        foreach (var sent in await handOvers.SendDueAsync(now, stop))
        {
            context.Logger.LogInformation(
                "The hand-over of {Schedule} was sent by {Channel}: {Outcome}", sent.Schedule, sent.Channel, sent.Answer.Outcome);
        }
    }

    private async Task PlayAsync(DateTimeOffset now, ILambdaContext context, CancellationToken stop)
    {
        if (await exercises.LookAsync(now, stop) is { } minute)
        {
            context.Logger.LogInformation(
                "Exercise {Exercise}: {Played} events were played; ended: {End}", minute.Exercise, minute.Played, $"{minute.End}");
        }
    }
}

/// <summary>What one look of the clock found, for whoever invokes the function by hand.</summary>
/// <param name="Passed">Whether the audit passed, and so the heartbeat was told.</param>
/// <param name="Active">Active incidents.</param>
/// <param name="Handled">Incidents that were due.</param>
/// <param name="Delivered">Effects that had been left behind.</param>
/// <param name="Repaired">Incidents whose deadline was repaired.</param>
/// <param name="Problems">What went wrong.</param>
public sealed record ClockReply(
    [property: JsonPropertyName("passed")] bool Passed,
    [property: JsonPropertyName("active")] int Active,
    [property: JsonPropertyName("handled")] int Handled,
    [property: JsonPropertyName("delivered")] int Delivered,
    [property: JsonPropertyName("repaired")] IReadOnlyList<string> Repaired,
    [property: JsonPropertyName("problems")] IReadOnlyList<string> Problems);
