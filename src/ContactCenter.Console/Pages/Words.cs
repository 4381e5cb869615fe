using ContactCenter.Core.Incidents;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Pages;

/// <summary>Values as people call them.</summary>
internal static class Words
{
    /// <summary>Where an incident stands.</summary>
    public static string Of(IncidentState state) => state switch
    {
        IncidentState.Open => Say.StateOpen,
        IncidentState.Acknowledged => Say.StateAcknowledged,
        IncidentState.Mitigated => Say.StateMitigated,
        _ => Say.StateResolved,
    };

    /// <summary>What an incident was.</summary>
    public static string Of(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Real => Say.VerdictReal,
        VerdictKind.Noise => Say.VerdictNoise,
        VerdictKind.Expected => Say.VerdictExpected,
        _ => Say.VerdictDrill,
    };

    /// <summary>What a line of a timeline is about.</summary>
    public static string Of(TimelineKind kind) => kind switch
    {
        TimelineKind.Opened => Say.KindOpened,
        TimelineKind.Alarm => Say.KindAlarm,
        TimelineKind.Raised => Say.KindRaised,
        TimelineKind.Notified => Say.KindNotified,
        TimelineKind.Held => Say.KindHeld,
        TimelineKind.Person => Say.KindPerson,
        TimelineKind.Expired => Say.KindExpired,
        TimelineKind.SlaMissed => Say.KindMissed,
        TimelineKind.Remediation => Say.KindRepair,
        TimelineKind.Flapping => Say.KindFlapping,
        TimelineKind.Mitigated => Say.KindMitigated,
        TimelineKind.Reopened => Say.KindReopened,
        TimelineKind.Resolved => Say.KindResolved,
        _ => Say.KindContext,
    };

    /// <summary>What somebody does in an incident.</summary>
    public static string Of(IncidentRole role) => role switch
    {
        IncidentRole.Commander => Say.RoleCommander,
        IncidentRole.Communications => Say.RoleCommunications,
        _ => Say.RoleScribe,
    };

    /// <summary>What somebody should look at before they save.</summary>
    public static string Of(PreviewWarning warning) => warning switch
    {
        PreviewWarning.NoEffect => Say.WarningNoEffect,
        PreviewWarning.Gap => Say.WarningGap,
        PreviewWarning.Nobody => Say.WarningNobody,
        _ => Say.WarningHidesGrave,
    };
}
