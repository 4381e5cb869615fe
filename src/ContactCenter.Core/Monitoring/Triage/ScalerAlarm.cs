using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// The alarms that Application Auto Scaling makes for itself, such as
/// <c>TargetTracking-table/customers-AlarmLow-8a1b2c3d-1111-4222-8333-444455556666</c> (Application Auto Scaling user guide, "How target
/// tracking works"). They are red whenever it has something to do, which it then does.
/// </summary>
internal static partial class ScalerAlarm
{
    /// <summary>Correlation group: such an alarm must not keep an incident of its table open.</summary>
    public const string Group = "scaling";

    /// <summary>How bad it is: nothing is wrong.</summary>
    public static SeverityAssessment Assessment { get; } = new(
        Severity.P4, [Sentences.RatedScaler]);

    /// <summary>Whether an alarm is the scaler's.</summary>
    public static bool Is(AlarmChange change) => Form().IsMatch(change.AlarmName);

    /// <summary>What it says, without a judgement.</summary>
    public static string Symptom(AlarmChange change) => change.Comparison?.IsBelow() switch
    {
        true => Sentences.BelowScaling,
        false => Sentences.AboveScaling,
        null => Sentences.NotAtScaling,
    };

    /// <summary>What it says, in a sentence.</summary>
    public static string Description(AlarmChange change) =>
        $"{Sentences.ScalerMeaning} {Sentences.Full(Breach.Size(change, null))}";

    [GeneratedRegex("^TargetTracking-.+-(Alarm|ProvisionedCapacity)(High|Low)-[0-9a-f-]{36}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
