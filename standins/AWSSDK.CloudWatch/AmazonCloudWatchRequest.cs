using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Base of all requests to Amazon CloudWatch.</summary>
public class AmazonCloudWatchRequest : AmazonWebServiceRequest;
