using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Remediation.Concurrency;

namespace ContactCenter.Core.Configuration;

/// <summary>How far the reserved concurrency of a function may be lifted.</summary>
public sealed record ReservedConcurrencySettings
{
    /// <summary>The most concurrent executions that may be reserved for it.</summary>
    [Description("The most concurrent executions that may be reserved for the function.")]
    [Range(1, 100_000)]
    public required int Maximum { get; set; }

    /// <summary>Unreserved executions that are left to all other functions of the account; Lambda itself insists on 100.</summary>
    [Description("Unreserved executions that are left to all other functions of the account; Lambda itself insists on 100.")]
    [Range(100, 100_000)]
    public int LeaveUnreserved { get; set; } = 100;

    /// <summary>A raise to more than this waits until a person approves it; null: none does.</summary>
    [Description("A raise to more than this waits until a person approves it. Without it none does.")]
    [Range(0, 100_000)]
    public int? ApprovalAbove { get; set; }

    /// <summary>The limits as repairs need them.</summary>
    public ReservedConcurrencyLimits Limits() => new()
    {
        Maximum = Maximum,
        LeaveUnreserved = LeaveUnreserved,
        ApprovalAbove = ApprovalAbove ?? int.MaxValue,
    };
}
