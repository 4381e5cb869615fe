using System.ComponentModel;
using ContactCenter.Core.Remediation;

namespace ContactCenter.Core.Configuration;

/// <summary>How far automated repairs may go.</summary>
public sealed record RemediationSettings
{
    /// <summary>Whether repairs are made, only told, or switched off.</summary>
    [Description("act: repairs are made. dryRun: they are planned and told, nothing is changed. off: nothing is planned.")]
    public HealingMode Mode { get; set; } = HealingMode.Act;

    /// <summary>Functions whose event sources are enabled again when they were disabled.</summary>
    [Description("Functions whose event sources (streams and queues) are enabled again when they were disabled.")]
    public IReadOnlyList<EventSourceSettings> EventSources { get; set; } = [];
}
