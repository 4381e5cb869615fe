using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling;

public class PolicyType : ConstantClass
{
    public static readonly PolicyType StepScaling = new("StepScaling");

    public static readonly PolicyType TargetTrackingScaling = new("TargetTrackingScaling");

    public static readonly PolicyType PredictiveScaling = new("PredictiveScaling");

    public PolicyType(string value)
        : base(value)
    {
    }

    public static implicit operator PolicyType(string value) => FindValue(value);

    public static PolicyType FindValue(string value) => FindValue<PolicyType>(value);
}
