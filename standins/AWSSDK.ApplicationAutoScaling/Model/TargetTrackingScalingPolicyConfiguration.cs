namespace Amazon.ApplicationAutoScaling.Model;

public class TargetTrackingScalingPolicyConfiguration
{
    public double? TargetValue { get; set; }

    public PredefinedMetricSpecification PredefinedMetricSpecification { get; set; }

    public int? ScaleOutCooldown { get; set; }

    public int? ScaleInCooldown { get; set; }

    public bool? DisableScaleIn { get; set; }
}
