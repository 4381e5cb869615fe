namespace Amazon.AWSSupport.Model;

public class Communication
{
    public string CaseId { get; set; }

    public string Body { get; set; }

    public string SubmittedBy { get; set; }

    public string TimeCreated { get; set; }
}
