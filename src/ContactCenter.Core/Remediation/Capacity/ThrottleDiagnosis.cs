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
