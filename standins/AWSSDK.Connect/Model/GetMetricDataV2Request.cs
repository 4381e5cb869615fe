namespace Amazon.Connect.Model;

public class GetMetricDataV2Request : AmazonConnectRequest
{
    public string ResourceArn { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public IntervalDetails Interval { get; set; }

    public List<FilterV2> Filters { get; set; }

    public List<string> Groupings { get; set; }

    public List<MetricV2> Metrics { get; set; }

    public string NextToken { get; set; }

    public int? MaxResults { get; set; }
}
