using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Base of all requests to AWS Lambda.</summary>
public class AmazonLambdaRequest : AmazonWebServiceRequest;
