using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling.Model;

public class DescribeScalingPoliciesResponse : AmazonWebServiceResponse
{
    public List<ScalingPolicy> ScalingPolicies { get; set; }

    public string NextToken { get; set; }
}
