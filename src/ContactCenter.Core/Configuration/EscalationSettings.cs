using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>Who is told when, for one severity.</summary>
public sealed record EscalationSettings
{
    /// <summary>The steps, in order of their delay.</summary>
    [Description("Steps, in order of their delay.")]
    public IReadOnlyList<EscalationStepSettings> Steps { get; set; } = [];

    /// <summary>After the last step all begin again after this time; absent: they do not.</summary>
    [Description("After the last step, begin again after this time, such as 30m. Absent: do not.")]
    public TimeSpan? RepeatEvery { get; set; }

    /// <summary>How often they begin again.</summary>
    [Description("How often to begin again.")]
    [Range(0, 100)]
    public int RepeatTimes { get; set; }

    /// <summary>After this time an acknowledgement without a resolution counts no longer.</summary>
    [Description("After this time an acknowledgement without a resolution counts no longer, such as 1h.")]
    public TimeSpan AcknowledgementExpires { get; set; } = TimeSpan.FromHours(1);
}
