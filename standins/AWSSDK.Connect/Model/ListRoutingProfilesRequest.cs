namespace Amazon.Connect.Model;

public class ListRoutingProfilesRequest : AmazonConnectRequest
{
    public string InstanceId { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
