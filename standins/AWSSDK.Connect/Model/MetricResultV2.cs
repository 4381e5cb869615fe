namespace Amazon.Connect.Model;

public class MetricResultV2
{
    public Dictionary<string, string> Dimensions { get; set; }

    public MetricInterval MetricInterval { get; set; }

    public List<MetricDataV2> Collections { get; set; }
}
