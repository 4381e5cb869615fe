namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Finds the cause of throttling where CloudWatch names none.</summary>
public static class ThrottleDiagnosis
{
    // A minute that used at least this share of what it could have used was short of capacity; one that used less was throttled
    // although the table had room, so one partition must have been the narrow place.
    private const double FullMinute = 0.9;

    /// <summary>Puts unexplained throttle events of a minute down to their likely cause.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="billing">How the table is paid for.</param>
    /// <param name="onDemandMaximum">Units per second that people allow on demand, or null.</param>
    /// <param name="quota">Units per second that the service allows the table.</param>
    public static ThrottleCounts Explain(in CapacityMinute minute, BillingMode billing, double? onDemandMaximum, double quota)
    {
        if (minute.Throttled.Unexplained <= 0)
        {
            return minute.Throttled;
        }

        var perSecond = minute.Consumed / 60;
        var cause = billing switch
        {
            BillingMode.Provisioned when perSecond >= FullMinute * minute.Provisioned => ThrottleCause.ProvisionedThroughput,
            BillingMode.OnDemand when onDemandMaximum is { } maximum && perSecond >= FullMinute * maximum => ThrottleCause.OnDemandMaximum,
            BillingMode.OnDemand when perSecond >= FullMinute * quota => ThrottleCause.AccountLimit,
            _ => ThrottleCause.KeyRange,
        };
        return minute.Throttled.Explain(cause);
    }
}

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

/// <summary>
/// Why DynamoDB turned a request away. One CloudWatch metric per cause, such as <c>ReadKeyRangeThroughputThrottleEvents</c>;
/// only the first is cured by provisioning more.
/// </summary>
public enum ThrottleCause
{
    /// <summary>More than the provisioned capacity and its burst.</summary>
    ProvisionedThroughput,

    /// <summary>One partition or one key is hot; capacity of the table does not help.</summary>
    KeyRange,

    /// <summary>The account's or the table's service quota.</summary>
    AccountLimit,

    /// <summary>The maximum that people set on an on-demand table.</summary>
    OnDemandMaximum,
}
