using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>Somebody who takes turns on call.</summary>
public sealed record OnCallParticipant
{
    /// <summary>The name, as overrides say it.</summary>
    [Description("The name, as overrides say it.")]
    [RegularExpression("^[^\\p{C}]{1,80}$")]
    public required string Name { get; set; }

    /// <summary>Where this person is told.</summary>
    [Description("Where this person is told.")]
    public required IReadOnlyList<Endpoint> Endpoints { get; set; }
}
