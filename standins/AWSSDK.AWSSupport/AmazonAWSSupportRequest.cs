using Amazon.Runtime;

namespace Amazon.AWSSupport;

/// <summary>Base of all requests to AWS Support.</summary>
public class AmazonAWSSupportRequest : AmazonWebServiceRequest;
