namespace Amazon.Connect.Model;

public class MetricFilterV2
{
    public string MetricFilterKey { get; set; }

    public List<string> MetricFilterValues { get; set; }

    public bool? Negate { get; set; }
}
