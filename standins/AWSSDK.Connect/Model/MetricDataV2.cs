namespace Amazon.Connect.Model;

public class MetricDataV2
{
    public MetricV2 Metric { get; set; }

    public double? Value { get; set; }
}
