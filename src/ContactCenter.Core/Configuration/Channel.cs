namespace ContactCenter.Core.Configuration;

/// <summary>The way in which an endpoint is reached.</summary>
public enum Channel
{
    /// <summary>E-mail, through an SNS topic.</summary>
    Email,

    /// <summary>Text message, through an SNS topic.</summary>
    Sms,

    /// <summary>Slack.</summary>
    Slack,

    /// <summary>Microsoft Teams, through a Workflows webhook.</summary>
    Teams,

    /// <summary>A ServiceNow incident.</summary>
    ServiceNow,

    /// <summary>An Amazon Connect task.</summary>
    Task,

    /// <summary>An AWS Support case.</summary>
    Support,

    /// <summary>A webhook of any other tool, signed with HMAC.</summary>
    Webhook,
}
