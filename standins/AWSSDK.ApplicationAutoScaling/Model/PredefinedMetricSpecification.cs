namespace Amazon.ApplicationAutoScaling.Model;

public class PredefinedMetricSpecification
{
    public MetricType PredefinedMetricType { get; set; }

    public string ResourceLabel { get; set; }
}
