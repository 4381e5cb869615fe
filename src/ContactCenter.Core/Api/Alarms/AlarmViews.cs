using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Api.Alarms;

/// <summary>An alarm as it is deployed, how it stands, and how often it turned red.</summary>
public sealed record AlarmView
{
    /// <summary>Its name in CloudWatch.</summary>
    [Description("Name in CloudWatch.")]
    public required string Name { get; init; }

    /// <summary>Its id in the catalog.</summary>
    [Description("Id in the catalog, by which settings name it.")]
    public required string Alarm { get; init; }

    /// <summary>What it watches.</summary>
    [Description("The queue, function, table ... that it watches.")]
    public required string Resource { get; init; }

    /// <summary>Correlation group.</summary>
    [Description("Alarms of one group on one resource are one incident.")]
    public required string Group { get; init; }

    /// <summary>The symptom.</summary>
    [Description("The symptom in a few words.")]
    public required string Symptom { get; init; }

    /// <summary>What it tells.</summary>
    [Description("What it tells, in a sentence.")]
    public required string Description { get; init; }

    /// <summary>How bad it is before the context is looked at.</summary>
    [Description("How bad it is before anything else is looked at.")]
    public required Severity Severity { get; init; }

    /// <summary>Who follows it up.</summary>
    [Description("Who owns the follow-up.")]
    public required string Owner { get; init; }

    /// <summary>The runbook.</summary>
    [Description("Name of the runbook.")]
    public required string Runbook { get; init; }

    /// <summary>What may repair it.</summary>
    [Description("The remediation that may repair it; absent where none can.")]
    public string? Remediation { get; init; }

    /// <summary>How a value is compared.</summary>
    [Description("How a value is compared with the threshold.")]
    public required AlarmComparison Comparison { get; init; }

    /// <summary>The threshold that holds.</summary>
    [Description("The threshold that holds, on the scale of the metric; absent where a band of what is usual is compared with.")]
    public double? Threshold { get; init; }

    /// <summary>The threshold with its unit.</summary>
    [Description("The threshold with its unit, such as 80 %, or the width of the band in standard deviations.")]
    public required string Limit { get; init; }

    /// <summary>The threshold of the file.</summary>
    [Description("The threshold of the file, where a person has set another one.")]
    public string? LimitOfFile { get; init; }

    /// <summary>Where the threshold comes from.</summary>
    [Description("Where the threshold of the catalog comes from: a document, or assumption.")]
    public required string ThresholdSource { get; init; }

    /// <summary>The setting by which another threshold holds.</summary>
    [Description("Id of the setting by which another threshold holds.")]
    public string? Setting { get; init; }

    /// <summary>M.</summary>
    [Description("How many of the last periods must breach.")]
    public required int Datapoints { get; init; }

    /// <summary>N.</summary>
    [Description("How many periods are looked at.")]
    public required int Periods { get; init; }

    /// <summary>Length of a period.</summary>
    [Description("Length of a period, in seconds.")]
    public required double PeriodSeconds { get; init; }

    /// <summary>How it stands.</summary>
    [Description("The last state that was heard of; absent: it has not changed on the days that were looked at.")]
    public AlarmState? State { get; init; }

    /// <summary>Since when.</summary>
    [Description("Since when it stands so.")]
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it turned red last.</summary>
    [Description("When it turned red last, on the days that were looked at.")]
    public DateTimeOffset? LastRedAt { get; init; }

    /// <summary>How often it turned red.</summary>
    [Description("How often it turned red on each of the days that were looked at (UTC), the newest last.")]
    public required IReadOnlyList<int> Reds { get; init; }

    /// <summary>How many incidents it took part in.</summary>
    [Description("Incidents of this month and the last in which it took part.")]
    public required int Incidents { get; init; }

    /// <summary>How many of them were said to be noise.</summary>
    [Description("Those of them of which somebody has said that nothing was broken.")]
    public required int Noise { get; init; }

    /// <summary>How many of them were said to be real.</summary>
    [Description("Those of them of which somebody has said that something was broken.")]
    public required int Real { get; init; }

    /// <summary>Until when it is not told.</summary>
    [Description("Until when people are not told of it because of planned work or a mute.")]
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The incident that follows it.</summary>
    [Description("Id of the incident that is not over and follows it.")]
    public string? Incident { get; init; }

    /// <summary>Its changes.</summary>
    [Description("Its changes on the days that were looked at, the newest first, where one alarm was asked for.")]
    public IReadOnlyList<AlarmMoment>? Changes { get; init; }
}

/// <summary>A page of the alarms of a center.</summary>
/// <param name="Items">The alarms, in the order of the catalog.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null: this is the last.</param>
public sealed record AlarmList(IReadOnlyList<AlarmView> Items, string? Next);

/// <summary>Answers about alarms.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnumConverter<AlarmState>), typeof(CamelCaseEnumConverter<AlarmComparison>),
        typeof(CamelCaseEnumConverter<AdviceKind>), typeof(CamelCaseEnumConverter<QuietDays>),
    ])]
[JsonSerializable(typeof(AlarmList))]
[JsonSerializable(typeof(AdviceList))]
internal sealed partial class AlarmJson : JsonSerializerContext;
