namespace Amazon.ApplicationAutoScaling.Model;

public class ScalingPolicy
{
    public string PolicyARN { get; set; }

    public string PolicyName { get; set; }

    public ServiceNamespace ServiceNamespace { get; set; }

    public string ResourceId { get; set; }

    public ScalableDimension ScalableDimension { get; set; }

    public PolicyType PolicyType { get; set; }

    public TargetTrackingScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration { get; set; }

    public List<Alarm> Alarms { get; set; }

    public DateTime? CreationTime { get; set; }
}
