namespace Amazon.ApplicationAutoScaling.Model;

public class DescribeScalableTargetsRequest : AmazonApplicationAutoScalingRequest
{
    public ServiceNamespace ServiceNamespace { get; set; }

    public List<string> ResourceIds { get; set; }

    public ScalableDimension ScalableDimension { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}
