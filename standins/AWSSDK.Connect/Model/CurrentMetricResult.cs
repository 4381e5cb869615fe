namespace Amazon.Connect.Model;

public class CurrentMetricResult
{
    public Dimensions Dimensions { get; set; }

    public List<CurrentMetricData> Collections { get; set; }
}
