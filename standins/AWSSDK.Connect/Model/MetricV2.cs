namespace Amazon.Connect.Model;

public class MetricV2
{
    public string Name { get; set; }

    public List<ThresholdV2> Threshold { get; set; }

    public string MetricId { get; set; }

    public List<MetricFilterV2> MetricFilters { get; set; }
}
