namespace Amazon.Connect.Model;

public class ThresholdV2
{
    public string Comparison { get; set; }

    public double? ThresholdValue { get; set; }
}
