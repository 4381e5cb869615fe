namespace Amazon.Connect.Model;

public class IntervalDetails
{
    public string TimeZone { get; set; }

    public IntervalPeriod IntervalPeriod { get; set; }
}
