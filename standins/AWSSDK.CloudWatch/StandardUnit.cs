using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class StandardUnit : ConstantClass
{
    public static readonly StandardUnit Seconds = new("Seconds");

    public static readonly StandardUnit Milliseconds = new("Milliseconds");

    public static readonly StandardUnit Percent = new("Percent");

    public static readonly StandardUnit Count = new("Count");

    public static readonly StandardUnit None = new("None");

    public StandardUnit(string value)
        : base(value)
    {
    }

    public static implicit operator StandardUnit(string value) => FindValue(value);

    public static StandardUnit FindValue(string value) => FindValue<StandardUnit>(value);
}
