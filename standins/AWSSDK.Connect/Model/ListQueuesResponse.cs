using Amazon.Runtime;

namespace Amazon.Connect.Model;

public class ListQueuesResponse : AmazonWebServiceResponse
{
    public List<QueueSummary> QueueSummaryList { get; set; }

    public string NextToken { get; set; }
}
