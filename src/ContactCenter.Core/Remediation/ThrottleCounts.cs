namespace ContactCenter.Core.Remediation;

/// <summary>Throttle events by cause; each counts requests (attempts), not capacity units.</summary>
/// <param name="ProvisionedThroughput">Events caused by too little provisioned capacity.</param>
/// <param name="KeyRange">Events caused by a hot partition.</param>
/// <param name="AccountLimit">Events caused by a service quota.</param>
/// <param name="OnDemandMaximum">Events caused by the maximum of an on-demand table.</param>
public readonly record struct ThrottleCounts(double ProvisionedThroughput, double KeyRange, double AccountLimit, double OnDemandMaximum)
{
    /// <summary>All causes together.</summary>
    public double Total => ProvisionedThroughput + KeyRange + AccountLimit + OnDemandMaximum;

    /// <summary>The events of one cause.</summary>
    public double this[ThrottleCause cause] => cause switch
    {
        ThrottleCause.ProvisionedThroughput => ProvisionedThroughput,
        ThrottleCause.KeyRange => KeyRange,
        ThrottleCause.AccountLimit => AccountLimit,
        _ => OnDemandMaximum,
    };

    /// <summary>Adds two counts cause by cause.</summary>
    public static ThrottleCounts operator +(ThrottleCounts left, ThrottleCounts right) => new(
        left.ProvisionedThroughput + right.ProvisionedThroughput,
        left.KeyRange + right.KeyRange,
        left.AccountLimit + right.AccountLimit,
        left.OnDemandMaximum + right.OnDemandMaximum);

    /// <summary>Adds two counts cause by cause.</summary>
    public static ThrottleCounts Add(ThrottleCounts left, ThrottleCounts right) => left + right;
}
