namespace Amazon.Lambda.Model;

public class ListEventSourceMappingsRequest : AmazonLambdaRequest
{
    public string EventSourceArn { get; set; }

    public string FunctionName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}
