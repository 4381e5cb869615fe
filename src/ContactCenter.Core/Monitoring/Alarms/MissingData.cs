namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// What a missing datapoint counts as; CloudWatch's <c>TreatMissingData</c>. Every alarm of the catalog says it explicitly,
/// because the service's default differs between namespaces (<c>missing</c>, but <c>ignore</c> for AWS/DynamoDB).
/// </summary>
public enum MissingData
{
    /// <summary>Missing: with no datapoints at all the alarm goes to INSUFFICIENT_DATA.</summary>
    Missing,

    /// <summary>Ignored: the alarm keeps its state.</summary>
    Ignore,

    /// <summary>Counts as a datapoint outside the threshold.</summary>
    Breaching,

    /// <summary>Counts as a datapoint within the threshold.</summary>
    NotBreaching,
}
