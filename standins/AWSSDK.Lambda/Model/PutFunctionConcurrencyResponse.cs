using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class PutFunctionConcurrencyResponse : AmazonWebServiceResponse
{
    public int? ReservedConcurrentExecutions { get; set; }
}
