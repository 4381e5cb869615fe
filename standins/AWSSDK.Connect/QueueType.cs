using Amazon.Runtime;

namespace Amazon.Connect;

public class QueueType : ConstantClass
{
    public static readonly QueueType STANDARD = new("STANDARD");

    public static readonly QueueType AGENT = new("AGENT");

    public QueueType(string value)
        : base(value)
    {
    }

    public static implicit operator QueueType(string value) => FindValue(value);

    public static QueueType FindValue(string value) => FindValue<QueueType>(value);
}
