using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Remediation.Concurrency;

/// <summary>A Lambda function's reserved concurrency and how it fares.</summary>
public sealed record ReservedConcurrencyState
{
    /// <summary>The function's name.</summary>
    public required string Function { get; init; }

    /// <summary>False when it is gone.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Concurrent executions reserved for it; null: it takes from the account's pool, 0: it is switched off.</summary>
    public int? Reserved { get; init; }

    /// <summary>The account's quota of concurrent executions; null when it is not known.</summary>
    public int? AccountLimit { get; init; }

    /// <summary>Executions of the account that no function has reserved.</summary>
    public required int Unreserved { get; init; }

    /// <summary>Highest <c>ConcurrentExecutions</c> of each of the last minutes, oldest first.</summary>
    public IReadOnlyList<int> Concurrent { get; init; } = [];

    /// <summary><c>Throttles</c> of the same minutes; they are in neither Invocations nor Errors.</summary>
    public IReadOnlyList<long> Throttles { get; init; } = [];
}

/// <summary>Sets a function's reserved concurrency.</summary>
/// <param name="Reserved">Concurrent executions.</param>
public sealed record ReservedConcurrencyChange(int Reserved);

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
    public TimeSpan MaximumLease { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Minutes without a throttle before it is returned.</summary>
    public int CalmMinutes { get; init; } = 15;

    /// <summary>Plans are made and told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch.</summary>
    public bool Stopped { get; init; }

    /// <summary>What the configuration allows for a function.</summary>
    public static ReservedConcurrencyLimits Of(ReservedConcurrencySettings settings) => new()
    {
        Maximum = settings.Maximum,
        LeaveUnreserved = settings.LeaveUnreserved,
        ApprovalAbove = settings.ApprovalAbove ?? int.MaxValue,
    };
}
