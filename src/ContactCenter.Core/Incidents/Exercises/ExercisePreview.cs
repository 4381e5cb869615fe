using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>Somebody would be told.</summary>
/// <param name="At">When.</param>
/// <param name="Audience">Name of the audience.</param>
/// <param name="Channel">How.</param>
/// <param name="To">Where.</param>
/// <param name="Occasion">Why.</param>
/// <param name="Severity">How bad it would be by then.</param>
/// <param name="IsNight">True when it would be night there, by the clock of whoever is told.</param>
public sealed record PreviewedMessage(
    DateTimeOffset At, string Audience, Channel Channel, string To, Occasion Occasion, Severity Severity, bool IsNight);

/// <summary>
/// Says whom an exercise would tell when, if nobody acted: the engine itself decides the whole of it, and nothing is stored or sent.
/// </summary>
internal static class ExercisePreview
{
    /// <summary>Enough for hours of reminders; it bounds what a request costs.</summary>
    private const int MaximumDecisions = 500;

    /// <summary>Whom it would tell when.</summary>
    public static ImmutableArray<PreviewedMessage> Of(
        Exercise exercise, AlarmTriage triage, IncidentPolicy policy, ContactCenterConfiguration configuration)
    {
        var events = new Queue<TriagedAlarm>(exercise.Events
            .Select(planned => ExercisePlan.Change(planned, exercise.StartedAt, configuration))
            .OfType<AlarmChange>()
            .Select(change => triage.Triage(new ExerciseAlarm(change, exercise.Id, exercise.EndsAt), change.At)));
        if (events.Count == 0)
        {
            return [];
        }

        var correlation = Correlation.Empty(events.Peek().Key);
        var messages = ImmutableArray.CreateBuilder<PreviewedMessage>();
        for (var i = 0; i < MaximumDecisions; i++)
        {
            var due = correlation.Incident?.NextDueAt;
            var planned = events.Count > 0 ? events.Peek().Moment.At : (DateTimeOffset?)null;
            if (correlation.Incident is { IsActive: false } || (due is null && planned is null))
            {
                break;
            }

            var isPlanned = !(due < planned) && planned is not null;
            var at = isPlanned ? planned!.Value : due!.Value;
            IncidentInput input = isPlanned ? new AlarmReceived(events.Dequeue()) : DeadlinePassed.Instance;
            var decision = IncidentEngine.Decide(correlation, input, policy, at);
            messages.AddRange(decision.Effects.OfType<NotifyEffect>().Select(effect => Message(effect, policy)));
            if (!isPlanned && decision.After.Incident?.NextDueAt <= at)
            {
                break;
            }

            correlation = decision.After;
        }

        return messages.ToImmutable();
    }

    private static PreviewedMessage Message(NotifyEffect effect, IncidentPolicy policy) => new(
        effect.At, effect.Audience, effect.Channel, effect.To, effect.Message.Occasion, effect.Message.Severity, IsNight(effect, policy));

    /// <summary>Programs do not sleep.</summary>
    private static bool IsNight(NotifyEffect effect, IncidentPolicy policy)
    {
        if (effect.Channel is Channel.Webhook or Channel.ServiceNow
            || policy.Endpoint(effect.Audience, effect.Channel, effect.To, effect.At) is not { } endpoint)
        {
            return false;
        }

        var zone = policy.ReaderOf(effect.Audience, endpoint, effect.At).Zone ?? TimeZoneInfo.Utc;
        return Night.Is(TimeZoneInfo.ConvertTime(effect.At, zone).TimeOfDay);
    }
}
