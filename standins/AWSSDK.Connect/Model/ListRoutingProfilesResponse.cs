using Amazon.Runtime;

namespace Amazon.Connect.Model;

public class ListRoutingProfilesResponse : AmazonWebServiceResponse
{
    public List<RoutingProfileSummary> RoutingProfileSummaryList { get; set; }

    public string NextToken { get; set; }
}
