namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Name, ARN, account and Region of an alarm, each bounded; what one lacks is taken from another.</summary>
internal readonly record struct AlarmIdentity(string Arn, string Name, string AccountId, string Region)
{
    // CloudWatch API reference, PutMetricAlarm and PutCompositeAlarm
    public const int MaximumDescription = 1024;
    public const int MaximumReason = 1023;
    public const int MaximumArn = 1600;

    /// <summary>A composite alarm names at most 100 children in its rule.</summary>
    public const int MaximumChildren = 100;

    public static AlarmIdentity Of(string name, string? arn, string? accountId, string region)
    {
        var boundedName = BoundedText.Of(name, AlarmName.MaximumLength);
        var boundedArn = string.IsNullOrEmpty(arn)
            ? $"arn:aws:cloudwatch:{region}:{accountId}:alarm:{boundedName}"
            : BoundedText.Of(arn, MaximumArn);
        return new AlarmIdentity(
            boundedArn,
            boundedName,
            string.IsNullOrEmpty(accountId) ? AlarmTexts.ArnField(boundedArn, 4) : BoundedText.Of(accountId, 12),
            AlarmTexts.ArnField(boundedArn, 3));
    }
}
