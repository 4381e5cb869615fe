using Amazon.Runtime;

namespace Amazon.Connect;

public class Channel : ConstantClass
{
    public static readonly Channel VOICE = new("VOICE");

    public static readonly Channel CHAT = new("CHAT");

    public static readonly Channel TASK = new("TASK");

    public static readonly Channel EMAIL = new("EMAIL");

    public Channel(string value)
        : base(value)
    {
    }

    public static implicit operator Channel(string value) => FindValue(value);

    public static Channel FindValue(string value) => FindValue<Channel>(value);
}
