namespace Amazon.Lambda.Model;

public class UpdateEventSourceMappingRequest : AmazonLambdaRequest
{
    public string UUID { get; set; }

    public string FunctionName { get; set; }

    public bool? Enabled { get; set; }

    public int? BatchSize { get; set; }
}
