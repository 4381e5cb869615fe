namespace ContactCenter.Core.Notifications.Support;

/// <summary>
/// Where AWS Support answers: each partition has one Region for all of its Regions (AWS General Reference, AWS Support endpoints).
/// </summary>
public static class SupportRegion
{
    /// <summary>The Region of a partition, as it stands in ARNs.</summary>
    public static string Of(string partition) => partition switch
    {
        "aws-us-gov" => "us-gov-west-1",
        "aws-cn" => "cn-north-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        _ => "us-east-1",
    };
}
