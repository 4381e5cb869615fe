using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// The minute's look of the clock. The heartbeat is told only when the audit passed; its absence is an alarm that does not go through
/// this system.
/// </summary>
public sealed class AdvanceEscalationsFunction(EscalationClock escalations, HeartbeatMetric heartbeat, TimeProvider clock)
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
            heartbeat.Tell(now, AlarmPlan.Clock);
        }

        context.Logger.LogInformation(
            "{Active} incidents are active, {Handled} were due, {Deliveries} effects had been left behind; passed: {Passed}",
            report.Active,
            report.Handled,
            report.Deliveries.Count,
            report.Passed);
        return new ClockReply(report.Passed, report.Active, report.Handled, report.Deliveries.Count, report.Repaired, report.Problems);
    }
}
