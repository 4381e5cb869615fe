using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>Somebody takes over for a while, half-open: from <see cref="From"/> until just before <see cref="To"/>.</summary>
public sealed record OnCallOverride
{
    /// <summary>Begin, with offset.</summary>
    [Description("Begin, with offset, such as 2026-05-02T18:00:00+02:00.")]
    public required DateTimeOffset From { get; set; }

    /// <summary>End, with offset.</summary>
    [Description("End, with offset.")]
    public required DateTimeOffset To { get; set; }

    /// <summary>Name of the participant who takes over.</summary>
    [Description("Name of the participant who takes over.")]
    [RegularExpression("^[^\\p{C}]{1,80}$")]
    public required string Participant { get; set; }
}
