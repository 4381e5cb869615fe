namespace Amazon.Connect.Model;

public class GetCurrentMetricDataRequest : AmazonConnectRequest
{
    public string InstanceId { get; set; }

    public Filters Filters { get; set; }

    public List<Grouping> Groupings { get; set; }

    public List<CurrentMetric> CurrentMetrics { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
