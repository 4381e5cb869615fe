using Amazon.Runtime;

namespace Amazon.Connect.Model;

public class GetCurrentMetricDataResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<CurrentMetricResult> MetricResults { get; set; }

    public DateTime? DataSnapshotTime { get; set; }

    public long? ApproximateTotalCount { get; set; }
}
