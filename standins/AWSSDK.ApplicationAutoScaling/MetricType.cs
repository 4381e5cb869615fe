using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling;

public class MetricType : ConstantClass
{
    public static readonly MetricType DynamoDBReadCapacityUtilization = new("DynamoDBReadCapacityUtilization");

    public static readonly MetricType DynamoDBWriteCapacityUtilization = new("DynamoDBWriteCapacityUtilization");

    public static readonly MetricType LambdaProvisionedConcurrencyUtilization = new("LambdaProvisionedConcurrencyUtilization");

    public MetricType(string value)
        : base(value)
    {
    }

    public static implicit operator MetricType(string value) => FindValue(value);

    public static MetricType FindValue(string value) => FindValue<MetricType>(value);
}
