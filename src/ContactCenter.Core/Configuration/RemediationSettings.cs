using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>How far automated repairs may go.</summary>
public sealed record RemediationSettings
{
    /// <summary>Whether repairs are made, only told, or switched off.</summary>
    [Description("act: repairs are made. dryRun: they are planned and told, nothing is changed. off: nothing is planned.")]
    public RemediationMode Mode { get; set; } = RemediationMode.Act;

    /// <summary>
    /// Limits within which the reserved concurrency of this system's hooks may be lifted; null: they are watched, never changed.
    /// </summary>
    [Description(
        "Limits within which the reserved concurrency of this system's hooks may be lifted while they are throttled. Without them the hooks are watched, never changed.")]
    public ReservedConcurrencySettings? Hooks { get; set; }

    /// <summary>Functions whose event sources are enabled again when they were disabled.</summary>
    [Description(
        "Functions whose event sources (streams and queues) are enabled again when they were disabled, besides those of this system.")]
    public IReadOnlyList<EventSourceSettings> EventSources { get; set; } = [];
}

/// <summary>How far automated repairs may go.</summary>
public enum RemediationMode
{
    /// <summary>Plans are made and carried out.</summary>
    Act,

    /// <summary>Plans are made and told, nothing is changed.</summary>
    DryRun,

    /// <summary>The kill switch: nothing is planned.</summary>
    Off,
}
