namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>How a table is paid for.</summary>
public enum BillingMode
{
    /// <summary>Per provisioned unit and hour.</summary>
    Provisioned,

    /// <summary>Per request.</summary>
    OnDemand,
}
