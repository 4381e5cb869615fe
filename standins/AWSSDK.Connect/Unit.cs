using Amazon.Runtime;

namespace Amazon.Connect;

public class Unit : ConstantClass
{
    public static readonly Unit SECONDS = new("SECONDS");

    public static readonly Unit COUNT = new("COUNT");

    public static readonly Unit PERCENT = new("PERCENT");

    public Unit(string value)
        : base(value)
    {
    }

    public static implicit operator Unit(string value) => FindValue(value);

    public static Unit FindValue(string value) => FindValue<Unit>(value);
}
