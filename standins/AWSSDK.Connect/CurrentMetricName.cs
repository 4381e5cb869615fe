using Amazon.Runtime;

namespace Amazon.Connect;

public class CurrentMetricName : ConstantClass
{
    public static readonly CurrentMetricName AGENTS_AFTER_CONTACT_WORK = new("AGENTS_AFTER_CONTACT_WORK");

    public static readonly CurrentMetricName AGENTS_AVAILABLE = new("AGENTS_AVAILABLE");

    public static readonly CurrentMetricName AGENTS_ERROR = new("AGENTS_ERROR");

    public static readonly CurrentMetricName AGENTS_NON_PRODUCTIVE = new("AGENTS_NON_PRODUCTIVE");

    public static readonly CurrentMetricName AGENTS_ON_CALL = new("AGENTS_ON_CALL");

    public static readonly CurrentMetricName AGENTS_ON_CONTACT = new("AGENTS_ON_CONTACT");

    public static readonly CurrentMetricName AGENTS_ONLINE = new("AGENTS_ONLINE");

    public static readonly CurrentMetricName AGENTS_STAFFED = new("AGENTS_STAFFED");

    public static readonly CurrentMetricName CONTACTS_IN_QUEUE = new("CONTACTS_IN_QUEUE");

    public static readonly CurrentMetricName CONTACTS_SCHEDULED = new("CONTACTS_SCHEDULED");

    public static readonly CurrentMetricName OLDEST_CONTACT_AGE = new("OLDEST_CONTACT_AGE");

    public static readonly CurrentMetricName SLOTS_ACTIVE = new("SLOTS_ACTIVE");

    public static readonly CurrentMetricName SLOTS_AVAILABLE = new("SLOTS_AVAILABLE");

    public CurrentMetricName(string value)
        : base(value)
    {
    }

    public static implicit operator CurrentMetricName(string value) => FindValue(value);

    public static CurrentMetricName FindValue(string value) => FindValue<CurrentMetricName>(value);
}
