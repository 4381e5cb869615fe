using ContactCenter.Core.Api.Status;
using ContactCenter.Core.Notifications.Status;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.StatusPage;

/// <summary>What the room of the status page shows.</summary>
public sealed record StatusPageModel
{
    /// <summary>What the page tells; null: none is configured.</summary>
    public StatusView? View { get; init; }

    /// <summary>Words about an incident; null: none were asked for.</summary>
    public DraftList? Draft { get; init; }

    /// <summary>The incident that is drafted.</summary>
    public string? Incident { get; init; }

    /// <summary>How far one is with it.</summary>
    public NoticePhase Phase { get; init; }

    /// <summary>What somebody has filled in and what was not published; it stays in its form.</summary>
    public Filled? Filled { get; init; }

    /// <summary>Why it was not published, or not drafted.</summary>
    public Problem? Problem { get; init; }

    /// <summary>A state in the language of the reader.</summary>
    public static string Name(ComponentState state) => state switch
    {
        ComponentState.Operational => Say.StateOperational,
        ComponentState.Degraded => Say.StateDegraded,
        ComponentState.PartialOutage => Say.StatePartial,
        ComponentState.MajorOutage => Say.StateMajor,
        _ => Say.StateMaintenance,
    };

    /// <summary>A phase in the language of the reader.</summary>
    public static string Name(NoticePhase phase) => phase switch
    {
        NoticePhase.Investigating => Say.PhaseInvestigating,
        NoticePhase.Identified => Say.PhaseIdentified,
        NoticePhase.Monitoring => Say.PhaseMonitoring,
        _ => Say.PhaseOver,
    };

    /// <summary>What a service is called for the reader: in their language, else in the first of the page.</summary>
    public static string Name(ComponentView component) =>
        component.Name.GetValueOrDefault(Spoken.Now.Language) ?? component.Name.Values.FirstOrDefault() ?? component.Id;
}
