using Amazon.Runtime;

namespace Amazon.Connect;

public class Grouping : ConstantClass
{
    public static readonly Grouping QUEUE = new("QUEUE");

    public static readonly Grouping CHANNEL = new("CHANNEL");

    public static readonly Grouping ROUTING_PROFILE = new("ROUTING_PROFILE");

    public static readonly Grouping ROUTING_STEP_EXPRESSION = new("ROUTING_STEP_EXPRESSION");

    public static readonly Grouping AGENT_STATUS = new("AGENT_STATUS");

    public static readonly Grouping SUBTYPE = new("SUBTYPE");

    public static readonly Grouping VALIDATION_TEST_TYPE = new("VALIDATION_TEST_TYPE");

    public Grouping(string value)
        : base(value)
    {
    }

    public static implicit operator Grouping(string value) => FindValue(value);

    public static Grouping FindValue(string value) => FindValue<Grouping>(value);
}
