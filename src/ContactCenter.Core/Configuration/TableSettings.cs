using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A DynamoDB table to watch and to heal.</summary>
public sealed record TableSettings
{
    /// <summary>Name of the table.</summary>
    [Description("Name of the table.")]
    [RegularExpression("^[A-Za-z0-9_.-]{3,255}$")]
    public required string Name { get; set; }

    /// <summary>Names of its global secondary indexes.</summary>
    [Description("Names of its global secondary indexes.")]
    public IReadOnlyList<string> Indexes { get; set; } = [];

    /// <summary>Limits of read capacity; absent: watched, never changed.</summary>
    [Description("Limits within which read capacity may be changed. Absent: watched, never changed.")]
    public CapacityLimits? Read { get; set; }

    /// <summary>Limits of write capacity; absent: watched, never changed.</summary>
    [Description("Limits within which write capacity may be changed. Absent: watched, never changed.")]
    public CapacityLimits? Write { get; set; }

    /// <summary>The most that repairs may add to the bill in a calendar month, in US dollars.</summary>
    [Description("The most that repairs may add to the bill in a calendar month, in US dollars.")]
    [Range(0, 1_000_000)]
    public double MonthlyCeiling { get; set; } = 100;
}
