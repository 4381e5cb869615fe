using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class AlarmType : ConstantClass
{
    public static readonly AlarmType CompositeAlarm = new("CompositeAlarm");

    public static readonly AlarmType MetricAlarm = new("MetricAlarm");

    public AlarmType(string value)
        : base(value)
    {
    }

    public static implicit operator AlarmType(string value) => FindValue(value);

    public static AlarmType FindValue(string value) => FindValue<AlarmType>(value);
}
