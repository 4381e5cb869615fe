namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Repairs leases that a crash left between the record and the change.</summary>
public static class LeaseAudit
{
    // The longest that a change may be on its way: a Lambda function's largest timeout.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What a lease really is: held when the change was made, null when it was not. A young intention is left alone, because its change
    /// may still be on its way.
    /// </summary>
    public static RemediationLease<TChange>? Check<TState, TLimits, TChange>(
        IRemediation<TState, TLimits, TChange> remediation, TState state, RemediationLease<TChange> lease, DateTimeOffset now)
        where TChange : class
    {
        ArgumentNullException.ThrowIfNull(remediation);
        ArgumentNullException.ThrowIfNull(lease);
        return lease.State switch
        {
            LeaseState.Held => lease,
            _ when !remediation.IsUndone(state, lease) => lease with { State = LeaseState.Held },
            _ when now - lease.GrantedAt < OnItsWay => lease,
            _ => null,
        };
    }
}
