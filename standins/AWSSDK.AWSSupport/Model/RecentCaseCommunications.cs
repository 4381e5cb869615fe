namespace Amazon.AWSSupport.Model;

public class RecentCaseCommunications
{
    public List<Communication> Communications { get; set; }

    public string NextToken { get; set; }
}
