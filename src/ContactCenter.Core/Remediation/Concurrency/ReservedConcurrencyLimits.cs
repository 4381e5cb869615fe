namespace ContactCenter.Core.Remediation.Concurrency;

/// <summary>What people allow for one function.</summary>
public sealed record ReservedConcurrencyLimits
{
    /// <summary>The most that may be reserved for the function.</summary>
    public required int Maximum { get; init; }

    /// <summary>Unreserved executions that are left to all other functions; Lambda itself insists on 100.</summary>
    public int LeaveUnreserved { get; init; } = 100;

    /// <summary>A raise to more than this needs a person's approval.</summary>
    public int ApprovalAbove { get; init; } = int.MaxValue;

    /// <summary>A raise is looked at again after this time.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A raise is never held longer than this.</summary>
    public TimeSpan LongestLease { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Minutes without a throttle before it is returned.</summary>
    public int CalmMinutes { get; init; } = 15;

    /// <summary>Plans are made and told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch.</summary>
    public bool Stopped { get; init; }
}
