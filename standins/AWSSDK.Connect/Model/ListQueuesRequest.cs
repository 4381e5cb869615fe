namespace Amazon.Connect.Model;

public class ListQueuesRequest : AmazonConnectRequest
{
    public string InstanceId { get; set; }

    public List<QueueType> QueueTypes { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
