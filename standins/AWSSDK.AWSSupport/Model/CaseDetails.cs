namespace Amazon.AWSSupport.Model;

public class CaseDetails
{
    public string CaseId { get; set; }

    public string DisplayId { get; set; }

    public string Subject { get; set; }

    public string Status { get; set; }

    public string ServiceCode { get; set; }

    public string CategoryCode { get; set; }

    public string SeverityCode { get; set; }

    public string SubmittedBy { get; set; }

    public string TimeCreated { get; set; }

    public RecentCaseCommunications RecentCommunications { get; set; }

    public List<string> CcEmailAddresses { get; set; }

    public string Language { get; set; }
}
