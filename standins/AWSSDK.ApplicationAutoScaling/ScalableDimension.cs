using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling;

public class ScalableDimension : ConstantClass
{
    public static readonly ScalableDimension DynamodbIndexReadCapacityUnits = new("dynamodb:index:ReadCapacityUnits");

    public static readonly ScalableDimension DynamodbIndexWriteCapacityUnits = new("dynamodb:index:WriteCapacityUnits");

    public static readonly ScalableDimension DynamodbTableReadCapacityUnits = new("dynamodb:table:ReadCapacityUnits");

    public static readonly ScalableDimension DynamodbTableWriteCapacityUnits = new("dynamodb:table:WriteCapacityUnits");

    public static readonly ScalableDimension LambdaFunctionProvisionedConcurrency = new("lambda:function:ProvisionedConcurrency");

    public ScalableDimension(string value)
        : base(value)
    {
    }

    public static implicit operator ScalableDimension(string value) => FindValue(value);

    public static ScalableDimension FindValue(string value) => FindValue<ScalableDimension>(value);
}
