namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Throttle events by cause; each counts requests (attempts), not capacity units.</summary>
/// <param name="ProvisionedThroughput">Events caused by too little provisioned capacity.</param>
/// <param name="KeyRange">Events caused by a hot partition.</param>
/// <param name="AccountLimit">Events caused by a service quota.</param>
/// <param name="OnDemandMaximum">Events caused by the maximum of an on-demand table.</param>
/// <param name="Unexplained">Events of <c>{Read|Write}ThrottleEvents</c> for which there is no metric of a cause.</param>
public readonly record struct ThrottleCounts(
    double ProvisionedThroughput, double KeyRange, double AccountLimit, double OnDemandMaximum, double Unexplained = 0)
{
    /// <summary>All causes together.</summary>
    public double Total => ProvisionedThroughput + KeyRange + AccountLimit + OnDemandMaximum + Unexplained;

    /// <summary>The events of one cause.</summary>
    public double this[ThrottleCause cause] => cause switch
    {
        ThrottleCause.ProvisionedThroughput => ProvisionedThroughput,
        ThrottleCause.KeyRange => KeyRange,
        ThrottleCause.AccountLimit => AccountLimit,
        _ => OnDemandMaximum,
    };

    /// <summary>The same with what was unexplained put down to one cause.</summary>
    public ThrottleCounts Explain(ThrottleCause cause) => cause switch
    {
        ThrottleCause.ProvisionedThroughput => this with { ProvisionedThroughput = ProvisionedThroughput + Unexplained, Unexplained = 0 },
        ThrottleCause.KeyRange => this with { KeyRange = KeyRange + Unexplained, Unexplained = 0 },
        ThrottleCause.AccountLimit => this with { AccountLimit = AccountLimit + Unexplained, Unexplained = 0 },
        _ => this with { OnDemandMaximum = OnDemandMaximum + Unexplained, Unexplained = 0 },
    };
}
