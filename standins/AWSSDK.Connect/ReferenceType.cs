using Amazon.Runtime;

namespace Amazon.Connect;

public class ReferenceType : ConstantClass
{
    public static readonly ReferenceType URL = new("URL");

    public static readonly ReferenceType ATTACHMENT = new("ATTACHMENT");

    public static readonly ReferenceType CONTACT_ANALYSIS = new("CONTACT_ANALYSIS");

    public static readonly ReferenceType NUMBER = new("NUMBER");

    public static readonly ReferenceType STRING = new("STRING");

    public static readonly ReferenceType DATE = new("DATE");

    public static readonly ReferenceType EMAIL = new("EMAIL");

    public static readonly ReferenceType EMAIL_MESSAGE = new("EMAIL_MESSAGE");

    public static readonly ReferenceType EMAIL_MESSAGE_PLAIN_TEXT = new("EMAIL_MESSAGE_PLAIN_TEXT");

    public static readonly ReferenceType EMAIL_MESSAGE_PLAIN_TEXT_REDACTED = new("EMAIL_MESSAGE_PLAIN_TEXT_REDACTED");

    public static readonly ReferenceType EMAIL_MESSAGE_REDACTED = new("EMAIL_MESSAGE_REDACTED");

    public ReferenceType(string value)
        : base(value)
    {
    }

    public static implicit operator ReferenceType(string value) => FindValue(value);

    public static ReferenceType FindValue(string value) => FindValue<ReferenceType>(value);
}
