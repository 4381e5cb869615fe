using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>One step: after a time without an acknowledgement an audience is told.</summary>
public sealed record EscalationStepSettings
{
    /// <summary>Time since the escalation began.</summary>
    [Description("Time since the incident opened, such as 0m or 15m.")]
    public required TimeSpan After { get; set; }

    /// <summary>Name of the audience.</summary>
    [Description("Name of the audience.")]
    public required string Audience { get; set; }
}
