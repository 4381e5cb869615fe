namespace ContactCenter.Core.Remediation.Capacity;

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
