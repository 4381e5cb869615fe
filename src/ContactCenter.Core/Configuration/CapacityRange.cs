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

    /// <summary>
    /// Demand that shall be met within seconds when it comes, in units per second, between the minimum and the maximum; null: learned from
    /// the demand where capacity follows demand. The service takes minutes to grow to a capacity that was never there before.
    /// </summary>
    [Description("Demand to be met within seconds when it comes, in units: the capacity is raised to it once, in a calm moment, and taken back. Without it the level is learned where capacity follows demand; the minimum means none.")]
    [Range(1, 40_000)]
    public int? ReadyFor { get; set; }
}
