namespace Amazon.Connect.Model;

public class CurrentMetric
{
    public CurrentMetricName Name { get; set; }

    public string MetricId { get; set; }

    public Unit Unit { get; set; }
}
