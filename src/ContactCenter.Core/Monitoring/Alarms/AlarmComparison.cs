namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>How a datapoint is compared with the threshold; the names are CloudWatch's <c>ComparisonOperator</c> values.</summary>
public enum AlarmComparison
{
    /// <summary>Breaching when value &gt;= threshold.</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>Breaching when value &gt; threshold.</summary>
    GreaterThanThreshold,

    /// <summary>Breaching when value &lt; threshold.</summary>
    LessThanThreshold,

    /// <summary>Breaching when value &lt;= threshold.</summary>
    LessThanOrEqualToThreshold,

    /// <summary>Anomaly detection: breaching outside the band, on either side.</summary>
    LessThanLowerOrGreaterThanUpperThreshold,

    /// <summary>Anomaly detection: breaching below the band.</summary>
    LessThanLowerThreshold,

    /// <summary>Anomaly detection: breaching above the band.</summary>
    GreaterThanUpperThreshold,
}
