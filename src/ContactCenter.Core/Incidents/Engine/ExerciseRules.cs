using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// What an incident that is an exercise does not do, and how it ends. Everything else goes as it does when something is broken.
/// </summary>
internal static class ExerciseRules
{
    /// <summary>Whether people are told by a channel in an exercise: nobody outside works on what is not broken.</summary>
    public static bool MayTell(Channel channel, ExerciseSettings settings) => channel switch
    {
        Channel.Support => false,
        Channel.ServiceNow => settings.ServiceNow,
        _ => true,
    };

    /// <summary>Whether a real incident ends an exercise: people must act on it now.</summary>
    public static bool Ends(Incident real, DateTimeOffset now) =>
        real is { Exercise: null, State: IncidentState.Open or IncidentState.Acknowledged }
        && !(real.HeldUntil > now)
        && (real.Severity <= Common.Severity.P2 || real is { Severity: Common.Severity.P3, State: IncidentState.Open });

    /// <summary>An exercise is over before its alarms are; who was told of it is told why.</summary>
    public static IncidentAction End(IncidentDraft draft, ExerciseEnded ended) => draft is { IsActive: true, Active.Exercise: not null }
        ? Quiet.End(draft, by: null, note: null, ended.Why switch
        {
            ExerciseEnd.RealIncident => Sentences.ExerciseRealIncident(ended.By),
            ExerciseEnd.Stopped => Sentences.ExerciseStopped(ended.By),
            _ => Sentences.ExerciseTimeOver,
        })
        : IncidentAction.Ignored;

    /// <summary>Its time is over.</summary>
    public static IncidentAction End(IncidentDraft draft) => End(draft, new ExerciseEnded(ExerciseEnd.Limit, ""));
}
