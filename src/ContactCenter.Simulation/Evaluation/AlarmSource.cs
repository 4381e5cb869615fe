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

    /// <summary>ARN of the SNS topic.</summary>
    public string TopicArn => $"arn:aws:sns:{Region}:{AccountId}:{TopicName}";

    /// <summary>ARN of an alarm of this account.</summary>
    public string AlarmArn(string alarmName) => $"arn:aws:cloudwatch:{Region}:{AccountId}:alarm:{alarmName}";
}
