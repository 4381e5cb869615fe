using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>Name, ARN, account and Region of an alarm, each bounded; what one lacks is taken from another.</summary>
internal readonly record struct AlarmIdentity(string Arn, string Name, string AccountId, string Region)
{
    // CloudWatch API reference, PutMetricAlarm and PutCompositeAlarm
    public const int MaximumDescription = 1024;
    public const int MaximumArn = 1600;

    /// <summary>CloudWatch's own reasons have 1,023 characters at most; the list of the weekly check of the account is longer.</summary>
    public const int MaximumReason = AccountReport.MaximumLength;

    /// <summary>An account has 12 digits.</summary>
    public const int MaximumAccount = 12;

    /// <summary>The longest Region code has 14 letters; some room for those to come.</summary>
    private const int MaximumRegion = 32;

    /// <summary>A composite alarm names at most 100 children in its rule.</summary>
    public const int MaximumChildren = 100;

    public static AlarmIdentity Of(string name, string? arn, string? accountId, string region)
    {
        var boundedName = BoundedText.Of(name, AlarmName.MaximumLength);
        var boundedAccount = BoundedText.Of(accountId ?? "", MaximumAccount);
        var boundedRegion = BoundedText.Of(region, MaximumRegion);
        var boundedArn = string.IsNullOrEmpty(arn)
            ? $"arn:aws:cloudwatch:{boundedRegion}:{boundedAccount}:alarm:{boundedName}"
            : BoundedText.Of(arn, MaximumArn);
        return new AlarmIdentity(
            boundedArn,
            boundedName,
            boundedAccount.Length > 0 ? boundedAccount : BoundedText.Of(AlarmTexts.ArnField(boundedArn, 4), MaximumAccount),
            AlarmTexts.ArnField(boundedArn, 3) is { Length: > 0 and <= MaximumRegion } told ? told : boundedRegion);
    }
}
