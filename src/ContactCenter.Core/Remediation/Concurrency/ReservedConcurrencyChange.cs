namespace ContactCenter.Core.Remediation.Concurrency;

/// <summary>Sets a function's reserved concurrency.</summary>
/// <param name="Reserved">Concurrent executions.</param>
public sealed record ReservedConcurrencyChange(int Reserved);
