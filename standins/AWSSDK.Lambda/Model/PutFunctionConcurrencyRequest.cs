namespace Amazon.Lambda.Model;

public class PutFunctionConcurrencyRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public int? ReservedConcurrentExecutions { get; set; }
}
