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
