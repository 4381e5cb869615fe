using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling;

public class ServiceNamespace : ConstantClass
{
    public static readonly ServiceNamespace Dynamodb = new("dynamodb");

    public static readonly ServiceNamespace Lambda = new("lambda");

    public ServiceNamespace(string value)
        : base(value)
    {
    }

    public static implicit operator ServiceNamespace(string value) => FindValue(value);

    public static ServiceNamespace FindValue(string value) => FindValue<ServiceNamespace>(value);
}
