namespace Amazon.Lambda.Model;

public class EventSourceMappingConfiguration
{
    public string UUID { get; set; }

    public string EventSourceArn { get; set; }

    public string FunctionArn { get; set; }

    public DateTime? LastModified { get; set; }

    public string LastProcessingResult { get; set; }

    public string State { get; set; }

    public string StateTransitionReason { get; set; }

    public int? BatchSize { get; set; }
}
