namespace Amazon.Lambda.Model;

public class GetFunctionConcurrencyRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }
}
