namespace Amazon.Connect.Model;

public class MetricInterval
{
    public IntervalPeriod Interval { get; set; }

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }
}
