using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A window of planned work, half-open: it holds from <see cref="From"/> until just before <see cref="To"/>.</summary>
public sealed record MaintenanceSettings
{
    /// <summary>What is being done.</summary>
    [Description("What is being done.")]
    [RegularExpression("^[^\\p{C}]{1,120}$")]
    public required string Name { get; set; }

    /// <summary>Begin, with offset.</summary>
    [Description("Begin, with offset, such as 2026-05-02T22:00:00+02:00.")]
    public required DateTimeOffset From { get; set; }

    /// <summary>End, with offset.</summary>
    [Description("End, with offset.")]
    public required DateTimeOffset To { get; set; }

    /// <summary>Correlation groups that it touches; empty: all.</summary>
    [Description("Groups of alarms that it touches (see docs/alarms.md). Empty: all.")]
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>Resources that it touches, by name; empty: all.</summary>
    [Description("Resources that it touches, by name. Empty: all.")]
    public IReadOnlyList<string> Resources { get; set; } = [];
}
