namespace Amazon.Connect.Model;

public class CurrentMetricData
{
    public CurrentMetric Metric { get; set; }

    public double? Value { get; set; }
}
