using Amazon.Runtime;

namespace Amazon.Connect;

public class IntervalPeriod : ConstantClass
{
    public static readonly IntervalPeriod FIFTEEN_MIN = new("FIFTEEN_MIN");

    public static readonly IntervalPeriod THIRTY_MIN = new("THIRTY_MIN");

    public static readonly IntervalPeriod HOUR = new("HOUR");

    public static readonly IntervalPeriod DAY = new("DAY");

    public static readonly IntervalPeriod WEEK = new("WEEK");

    public static readonly IntervalPeriod TOTAL = new("TOTAL");

    public IntervalPeriod(string value)
        : base(value)
    {
    }

    public static implicit operator IntervalPeriod(string value) => FindValue(value);

    public static IntervalPeriod FindValue(string value) => FindValue<IntervalPeriod>(value);
}
