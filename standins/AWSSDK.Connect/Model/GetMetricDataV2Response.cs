using Amazon.Runtime;

namespace Amazon.Connect.Model;

public class GetMetricDataV2Response : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<MetricResultV2> MetricResults { get; set; }
}
