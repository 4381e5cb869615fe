using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling.Model;

public class DescribeScalableTargetsResponse : AmazonWebServiceResponse
{
    public List<ScalableTarget> ScalableTargets { get; set; }

    public string NextToken { get; set; }
}
