using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling;

/// <summary>Base of all requests to Application Auto Scaling.</summary>
public class AmazonApplicationAutoScalingRequest : AmazonWebServiceRequest;
