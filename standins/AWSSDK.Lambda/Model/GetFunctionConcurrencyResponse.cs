using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class GetFunctionConcurrencyResponse : AmazonWebServiceResponse
{
    public int? ReservedConcurrentExecutions { get; set; }
}
