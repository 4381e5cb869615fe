using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>A DynamoDB table to watch and to repair.</summary>
public sealed record TableSettings
{
    [Description("Name of the table.")]
    [RegularExpression("^[A-Za-z0-9_.-]{3,255}$", ErrorMessage = Findings.FormTableName)]
    public required string Name { get; set; }

    /// <summary>True for a table whose capacity is paid by request; its limits are then caps of what it takes in a second.</summary>
    [Description(
        "true for a table on demand: read and write are then limits of its maximum throughput, and it has no alarms on provisioned capacity.")]
    public bool OnDemand { get; set; }

    [Description("Names of its global secondary indexes.")]
    public IReadOnlyList<string> Indexes { get; set; } = [];

    [Description(
        "Limits within which read capacity may be changed. Without limits of reads and of writes the table is watched, never changed.")]
    public CapacityRange? Read { get; set; }

    [Description("Limits within which write capacity may be changed.")]
    public CapacityRange? Write { get; set; }

    [Description("The most that the table with its indexes may cost in a calendar month, in US dollars; repairs stop there.")]
    [Range(0, 1_000_000)]
    public double MonthlyCeiling { get; set; } = 100;

    [Description("A change that adds more US dollars per hour than this waits until a person approves it. Without it none does.")]
    [Range(0, 1_000)]
    public double? ApprovalAbove { get; set; }

    [Description(
        "Gigabytes that the table with its indexes should not reach; with monitoring.growth the days until then are told. Without it none are.")]
    [Range(0.001, 10_000_000)]
    public double? MaximumGigabytes { get; set; }

    [Description(
        "true: capacity follows demand all the time, also down to the minimum. false: it is raised when it is short and goes back to what it was.")]
    public bool FollowDemand { get; set; }

    /// <summary>
    /// Against the price of a unit (<see cref="TablePriceSettings"/>) this decides how much room is kept above the demand.
    /// </summary>
    [Description(
        "What one request that is turned away costs you, in US dollars: as much room is kept as the last days were worth it. Without it room is kept that costs 0.6 cents an hour at most.")]
    [Range(0, 1_000)]
    public double? ThrottledRequestCosts { get; set; }

    /// <summary>
    /// True when it has limits of reads and of writes; else it is only watched. A method, because settings are serialised.
    /// </summary>
    public bool MayBeChanged() => Read is not null && Write is not null;
}

/// <summary>Limits of provisioned capacity, in capacity units.</summary>
public sealed record CapacityRange
{
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
    [Description(
        "Demand to be met within seconds when it comes, in units: the capacity is raised to it once, in a calm moment, and taken back. Without it the level is learned where capacity follows demand; the minimum means none.")]
    [Range(1, 40_000)]
    public int? ReadyFor { get; set; }
}
