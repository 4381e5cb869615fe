using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>Limits of provisioned capacity, in capacity units.</summary>
public sealed record CapacityRange
{
    /// <summary>Smallest capacity, in units.</summary>
    [Description("Smallest capacity, in units.")]
    [Range(1, 40_000)]
    public required int Minimum { get; set; }

    /// <summary>Largest capacity, in units; 40,000 is the service's default quota for a table.</summary>
    [Description("Largest capacity, in units.")]
    [Range(1, 40_000)]
    public required int Maximum { get; set; }
}
