using ContactCenter.Core.Configuration;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>The account from which simulated alarm messages come.</summary>
public sealed record AlarmSource
{
    /// <summary>Twelve digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Region code, as it stands in ARNs.</summary>
    public string Region { get; init; } = "eu-central-1";

    /// <summary>The Region's display name, which the message carries instead of its code.</summary>
    public string RegionName { get; init; } = "EU (Frankfurt)";

    /// <summary>Name of the SNS topic.</summary>
    public string TopicName { get; init; } = "contact-center-alarms";

    /// <summary>
    /// Address of runbooks, with <c>{runbook}</c> for the runbook's name: it stands in the descriptions of deployed alarms.
    /// </summary>
    public string RunbookUrl { get; init; } = "https://runbooks.example.com/{runbook}";

    /// <summary>ARN of the SNS topic.</summary>
    public string TopicArn => $"arn:aws:sns:{Region}:{AccountId}:{TopicName}";

    /// <summary>The account of a center.</summary>
    public static AlarmSource Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new AlarmSource
        {
            AccountId = configuration.Instance.AccountId,
            Region = configuration.Instance.Region,
            RunbookUrl = configuration.RunbookUrl,
        };
    }

    /// <summary>ARN of an alarm of this account.</summary>
    public string AlarmArn(string alarmName) => $"arn:aws:cloudwatch:{Region}:{AccountId}:alarm:{alarmName}";
}
