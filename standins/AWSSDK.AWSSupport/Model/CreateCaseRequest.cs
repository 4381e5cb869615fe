namespace Amazon.AWSSupport.Model;

public class CreateCaseRequest : AmazonAWSSupportRequest
{
    public string Subject { get; set; }

    public string ServiceCode { get; set; }

    public string SeverityCode { get; set; }

    public string CategoryCode { get; set; }

    public string CommunicationBody { get; set; }

    public List<string> CcEmailAddresses { get; set; }

    public string Language { get; set; }

    public string IssueType { get; set; }

    public string AttachmentSetId { get; set; }
}
