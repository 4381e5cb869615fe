namespace Amazon.Connect.Model;

public class StartTaskContactRequest : AmazonConnectRequest
{
    public string InstanceId { get; set; }

    public string PreviousContactId { get; set; }

    public string ContactFlowId { get; set; }

    public Dictionary<string, string> Attributes { get; set; }

    public string Name { get; set; }

    public Dictionary<string, Reference> References { get; set; }

    public string Description { get; set; }

    public string ClientToken { get; set; }

    public DateTime? ScheduledTime { get; set; }

    public string TaskTemplateId { get; set; }

    public string QuickConnectId { get; set; }

    public string RelatedContactId { get; set; }
}
