using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>Base of all requests to Amazon Connect.</summary>
public class AmazonConnectRequest : AmazonWebServiceRequest;
